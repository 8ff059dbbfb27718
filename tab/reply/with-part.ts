import type { FindingLine } from "#api/contract/letter-check.ts";

/** The letter with a part that was missing, before the line that the check named or at its end. */
export function withPart(text: string, part: NonNullable<FindingLine["insert"]>): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const at = part.before === undefined ? -1 : lines.indexOf(part.before);
  if (at === -1) return `${text.trimEnd()}\n\n${part.text}\n`;
  const before = lines.slice(0, at).join("\n").trimEnd();
  return `${before}\n\n${part.text}\n\n${lines.slice(at).join("\n")}`;
}
