import type { Adjustment } from "#api/contract/adjustments.ts";
import type { TakenDown } from "#api/contract/log-complaint.ts";
import type { Filled } from "./use-logging.ts";

/** What the fields of the form hold; a field nobody filled in holds "". */
export type Notes = {
  readonly channel: TakenDown["channel"];
  /** The London day, `YYYY-MM-DD`. */
  readonly receivedAt: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly subject: string;
  readonly words: string;
  readonly adjustments: Adjustment[];
  readonly adjustment: string;
};

/** What is wrong with a field, by its name. */
export type NoteProblems = Readonly<Partial<Record<string, string>>>;

const londonDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** Today in London as `YYYY-MM-DD`, whatever this machine's own zone. */
export function today(): string {
  return londonDay.format(new Date());
}

/** A call that is being taken now. */
export function emptyNotes(): Notes {
  return {
    channel: "phone",
    receivedAt: today(),
    name: "",
    phone: "",
    email: "",
    address: "",
    subject: "",
    words: "",
    adjustments: [],
    adjustment: "",
  };
}

/** The notes as the service takes them. Today is left out: the service knows the minute. */
export function filledFrom(notes: Notes): Filled {
  const { channel, receivedAt, subject, words, adjustments, adjustment } = notes;
  const { name, phone, email, address } = notes;
  return {
    channel,
    ...(receivedAt === today() ? {} : { receivedAt }),
    complainant: { name, phone, email: email.trim(), address },
    subject,
    words,
    adjustments,
    adjustment,
  };
}
