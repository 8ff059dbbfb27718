import type { CaseId } from "../case/vocabulary.ts";
import { bouncedMail, type BouncedMail } from "./bounced-mail.ts";
import type { IncomingMail } from "./incoming-mail.ts";
import { machineReason, type MachineReason } from "./machine-mail.ts";

/** A case the mail seems to belong to, with the people who may write to it. */
export type CandidateCase = {
  readonly caseId: CaseId;
  /** Addresses in lower case: the complainant, and the sponsor when there is one. */
  readonly writers: readonly string[];
};

export type Judgement =
  | { readonly outcome: "new-case"; readonly reason: string }
  | { readonly outcome: "follow-up"; readonly caseId: CaseId; readonly reason: string }
  | {
      readonly outcome: "machine";
      readonly reason: MachineReason;
      /** For a delivery report: the mail it is about. */
      readonly bounce?: BouncedMail;
    };

export type JudgeContext = {
  /** The cases its thread or its quoted references point to, most trusted first. */
  readonly candidates: readonly CandidateCase[];
  /** The mail as it arrived, 8-bit: what a delivery report returns is not part of its text. */
  readonly raw?: string;
  /** Who wrote it, when a colleague passed it on. */
  readonly writer?: string;
};

/**
 * What becomes of a mail. A candidate counts only when its own people are writing, so that a stranger
 * who quotes a reference can neither read nor steer a case.
 */
export function judgeMail(
  mail: IncomingMail,
  { candidates, raw, writer = mail.from.email }: JudgeContext,
): Judgement {
  const machine = machineReason(mail);
  if (machine === "delivery-report") {
    return { outcome: "machine", reason: machine, bounce: bouncedMail(mail, raw) };
  }
  if (machine !== undefined) return { outcome: "machine", reason: machine };
  const own = candidates.find(({ writers }) => writers.includes(writer.toLowerCase()));
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
