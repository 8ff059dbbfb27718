import type { CaseId, MailKey, NamedPerson } from "../../domain/case/vocabulary.ts";

/** What became of one mail: the row that accounts for it (invariant I1). */
export type LedgerRow = {
  readonly key: MailKey;
  readonly mailbox: string;
  readonly internetMessageId: string;
  readonly receivedAt: string;
  readonly recordedAt: string;
  readonly outcome: "new-case" | "follow-up" | "machine" | "set-aside";
  readonly caseId?: CaseId;
  readonly reason: string;
  /** Who set it aside or made a case of it; `recordedAt` says when. */
  readonly by?: NamedPerson;
  /** Who wants a case of it after all, from the moment they said so until there is one. */
  readonly wanted?: NamedPerson;
  /** SHA-256 of the raw mail that is kept as evidence. */
  readonly evidence?: string;
  /** How it came, when it was not by mail: it is in no mailbox. */
  readonly channel?: "web-form";
};

/** One automatic answer to an address, on a London day, for a mail. */
export type AutomaticAnswer = {
  readonly address: string;
  readonly day: string;
  readonly mail: MailKey;
  /** How many of them an address has in a day. */
  readonly most: number;
};

/** One row for every message that ever reached the mailbox. */
export interface Ledger {
  find(key: MailKey, receivedAt: string): Promise<LedgerRow | undefined>;
  /**
   * Records a row once; the first record stands, but a mail that became part of a case meanwhile is
   * accounted for by that case, whatever somebody set aside or Redress had taken it for.
   */
  record(row: LedgerRow): Promise<"recorded" | "exists">;
  /** Notes that somebody wants a case of a mail that has none; the first who does stands. */
  want(mail: Pick<LedgerRow, "key" | "receivedAt">, by: NamedPerson): Promise<void>;
  /** Counts an automatic answer, once for each mail; false when the address has had its day's share. */
  countAnswer(answer: AutomaticAnswer): Promise<boolean>;
  /** Every row received on these London days. */
  receivedOn(days: readonly string[]): Promise<readonly LedgerRow[]>;
}

/** Which case a conversation or message id belongs to, for replies that come in. */
export interface Threads {
  /**
   * Notes that these ids lead to a case, and of a mail of ours which effect it was sent for; an id that
   * leads somewhere already stays as it is.
   */
  remember(ids: readonly string[], caseId: CaseId, sentFor?: string): Promise<void>;
  find(id: string): Promise<CaseId | undefined>;
  /** The same with the effect, which only mails of ours have since this is noted. */
  findMail(id: string): Promise<{ caseId: CaseId; sentFor?: string } | undefined>;
}
