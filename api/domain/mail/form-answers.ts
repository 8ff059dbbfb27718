import { lineAt } from "./mail-lines.ts";

// Forms of websites reach the mailbox as lines of “Label: answer”.
const labelled = /^\s*(\p{L}[\p{L} '’/()-]{0,40}?)\s*:/u;
const mostLines = 6;

/** What a form that came as a mail has under the first label that fits, on its line or on those below it. */
export function answerUnder(text: string, label: RegExp): string | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => label.test(labelled.exec(line)?.[1] ?? ""));
  if (at === -1) return undefined;
  const below = lines.slice(at + 1, at + 1 + mostLines);
  const end = below.findIndex((line) => line === "" || labelled.test(line));
  const onIts = lineAt(lines, at).replace(/^[^:]*:\s*/, "");
  const answer = [onIts, ...(end === -1 ? below : below.slice(0, end))];
  return answer.filter((line) => line !== "").join(", ") || undefined;
}
