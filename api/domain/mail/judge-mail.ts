import type { CaseId } from "../case/vocabulary.ts";
import type { IncomingMail } from "./incoming-mail.ts";
import { headerOf } from "./incoming-mail.ts";

/** A case the mail seems to belong to, with the people who may write to it. */
export type CandidateCase = {
  readonly caseId: CaseId;
  /** Addresses in lower case: the complainant, and the sponsor when there is one. */
  readonly writers: readonly string[];
};

export type Judgement =
  | { readonly outcome: "new-case"; readonly reason: string }
  | { readonly outcome: "follow-up"; readonly caseId: CaseId; readonly reason: string }
  | { readonly outcome: "machine"; readonly reason: MachineReason };

export type MachineReason = "own-mail" | "automatic-reply" | "delivery-report" | "bulk-mail";

/**
 * What becomes of a mail. `candidates` are the cases its thread or its quoted references point to,
 * most trusted first; a candidate counts only when its own people are writing, so that a stranger
 * who quotes a reference can neither read nor steer a case.
 */
export function judgeMail(mail: IncomingMail, candidates: readonly CandidateCase[]): Judgement {
  const machine = machineReason(mail);
  if (machine !== undefined) return { outcome: "machine", reason: machine };
  const writer = mail.from.email.toLowerCase();
  const own = candidates.find((candidate) => candidate.writers.includes(writer));
  if (own !== undefined) {
    return {
      outcome: "follow-up",
      caseId: own.caseId,
      reason: "Written by the person of that case.",
    };
  }
  return {
    outcome: "new-case",
    reason:
      candidates.length === 0
        ? "It belongs to no case."
        : "It points to a case, but somebody else is writing.",
  };
}

/** Why a mail was sent by a machine (RFC 3834 and common practice), or nothing for a person's mail. */
export function machineReason(mail: IncomingMail): MachineReason | undefined {
  const sender = mail.from.email.toLowerCase();
  if (sender === mail.mailbox.toLowerCase()) return "own-mail";
  if (isDeliveryReport(mail, sender)) return "delivery-report";
  if (isAutomatic(mail)) return "automatic-reply";
  if (isBulk(mail)) return "bulk-mail";
  return undefined;
}

function isDeliveryReport(mail: IncomingMail, sender: string): boolean {
  return (
    /^(mailer-daemon|postmaster)@/.test(sender) ||
    headerOf(mail, "content-type").toLowerCase().startsWith("multipart/report")
  );
}

function isAutomatic(mail: IncomingMail): boolean {
  const submitted = headerOf(mail, "auto-submitted").trim().toLowerCase();
  if (submitted !== "" && submitted !== "no") return true;
  return (
    headerOf(mail, "x-autoreply") !== "" ||
    headerOf(mail, "x-autorespond") !== "" ||
    headerOf(mail, "precedence").toLowerCase() === "auto_reply"
  );
}

function isBulk(mail: IncomingMail): boolean {
  return (
    ["bulk", "list", "junk"].includes(headerOf(mail, "precedence").toLowerCase()) ||
    headerOf(mail, "list-id") !== "" ||
    headerOf(mail, "list-unsubscribe") !== ""
  );
}
