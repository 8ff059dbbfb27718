import { createHash } from "node:crypto";
import type { MailKey } from "../domain/case/vocabulary.ts";

/** SHA-256 as 64 hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The identity of a mail, whatever Graph calls it today: mailbox and Message-ID (platform: ids may change). */
export function mailKeyOf(mailbox: string, internetMessageId: string): MailKey {
  return sha256(`${mailbox.toLowerCase()}\n${internetMessageId.trim()}`);
}
