import type { EnclosedFiles } from "../../contract/enclosed-files.ts";
import type { AttachmentRecord, CaseId } from "../../domain/case/vocabulary.ts";
import { isProgram, typeOf } from "../../domain/mail/known-file.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { sha256 } from "../digest.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

/** A file that came with a complaint, with the record of it that the case keeps. */
export type EnclosedFile = { readonly record: AttachmentRecord; readonly content: Uint8Array };

/** Takes enclosed files out of their wrapping; refuses programs, whatever their names say. */
export async function readEnclosed(
  enclosed: EnclosedFiles = [],
): Promise<Result<readonly EnclosedFile[], Refusal>> {
  const files: EnclosedFile[] = [];
  for (const [index, { name, content: base64 }] of enclosed.entries()) {
    const content = Buffer.from(base64, "base64");
    if (await isProgram(content)) {
      const message = `Leave ${name} out: it is a program or a web page. Send pictures, documents or recordings.`;
      return refused({ kind: "bad-request", message, fields: { attachments: message } });
    }
    // The same file twice is two files; the same request again names each as before.
    const hash = sha256(content);
    const id = sha256(`${index}\n${hash}`);
    const type = await typeOf(content);
    files.push({ record: { id, name, type, bytes: content.length, sha256: hash }, content });
  }
  return ok(files);
}

/** Keeps files that no mail brought as evidence, under the case's reference. */
export async function keepEnclosed(
  ports: Ports,
  caseId: CaseId,
  files: readonly EnclosedFile[],
): Promise<void> {
  for (const { record, content } of files) {
    const file = { key: caseId, attachmentId: record.id };
    await ports.evidence.keepAttachment(file, [content], content.length);
  }
}
