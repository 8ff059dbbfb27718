import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { MailHandle } from "./mailbox.ts";

/** Work that must happen even if this process dies; delivered at least once, in no order. */
export interface WorkQueue {
  syncMailbox(mailbox: string): Promise<void>;
  /** Takes a mail in, after a delay in seconds when one is given. */
  takeIn(mail: MailHandle, delaySeconds?: number): Promise<void>;
  /** Finishes what a case still owes, after a delay in seconds. */
  drainCase(caseId: CaseId, delaySeconds: number): Promise<void>;
}
