import type { MailText } from "../../contract/assurance.ts";
import { mailText } from "../../domain/mail/mail-text.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { firstOf } from "../case-page/begin-reading.ts";
import { mayReadMail } from "../lists/pages.ts";
import type { MailHandle } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findByMailId, mailId } from "./mail-id.ts";
import { workId } from "./present-to-see-to.ts";

/** The text of a mail stands before its files. */
const mostBytesRead = 10 * 1024 * 1024;

/**
 * The text of a mail that belongs to no case: from the evidence when the ledger has it, else from the
 * mailbox, so that somebody can see what it is before they set it aside.
 */
export async function readMail(
  ports: Ports,
  person: Person,
  id: string,
): Promise<Result<MailText, Refusal>> {
  if (!mayReadMail(person)) {
    return refused({ kind: "not-permitted", message: "Only the complaints team reads mail here." });
  }
  const row = await findByMailId(ports, id);
  if (row?.caseId !== undefined) {
    return refused({ kind: "not-permitted", message: `Open ${row.caseId} to read it.` });
  }
  const raw =
    row === undefined
      ? await rawOf(ports, id)
      : await ports.evidence.openMail(row.key, mostBytesRead);
  if (raw === undefined) {
    return refused({ kind: "not-found", message: "The mail is not there any more." });
  }
  return ok(await mailText(raw));
}

async function rawOf(ports: Ports, id: string): Promise<Uint8Array | undefined> {
  const handle = await handleOf(ports, id);
  return handle && ports.mailbox.readRaw(handle, (mime) => firstOf(mime, mostBytesRead));
}

async function handleOf(ports: Ports, id: string): Promise<MailHandle | undefined> {
  const unaccounted = (await ports.assurance.unaccounted()).find((mail) => mailId(mail) === id);
  if (unaccounted !== undefined) return unaccounted;
  return (await ports.assurance.failed()).find((work) => workId(work.id) === id)?.mail;
}
