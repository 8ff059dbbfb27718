import type { z } from "zod";
import type { AttachmentLine } from "#api/contract/case-detail.ts";

export type Attachment = z.infer<typeof AttachmentLine>;

/** What is shown in a dialog; a picture is shown in place. */
export type DialogKind = "pdf" | "mail" | "text";
type FileKind = DialogKind | "picture";

/** What the sender calls a picture; whether it is one, the service tells by its bytes. */
export const pictureTypes: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]);
const types: ReadonlyMap<string, FileKind> = new Map([
  ...[...pictureTypes].map((type) => [type, "picture"] as const),
  ["application/pdf", "pdf"],
  ["message/rfc822", "mail"],
  ["text/plain", "text"],
]);
/** Phones and scanners say of many a file no more than that it is one. */
const endings: readonly (readonly [RegExp, FileKind])[] = [
  [/\.pdf$/i, "pdf"],
  [/\.eml$/i, "mail"],
];

/** Beyond this a phone may not hold a file and what is drawn of it. */
const mostBytes: Readonly<Record<FileKind, number>> = {
  picture: Number.POSITIVE_INFINITY,
  pdf: 40_000_000,
  mail: 20_000_000,
  text: 1_000_000,
};

/** What a file can be shown as without being handed to the browser to open; absent for a download. */
export function kindOf({ type, name, bytes }: Attachment): FileKind | undefined {
  const [declared = ""] = type.toLowerCase().split(";", 1);
  const kind = types.get(declared.trim()) ?? endings.find(([ending]) => ending.test(name))?.[1];
  return kind === undefined || bytes > mostBytes[kind] ? undefined : kind;
}
