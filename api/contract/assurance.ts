import { z } from "zod";

const Outcome = z.enum(["new-case", "follow-up", "machine", "set-aside"]);

/** Counts of some stretch of mail, and the same in words: "1,204 received · 1,204 accounted for · 0 unaccounted". */
const Line = z.object({
  received: z.number().int(),
  accountedFor: z.number().int(),
  unaccounted: z.number().int(),
  words: z.string(),
});

/** What this person may do about an entry; the service decides. */
const Offered = z.array(z.enum(["replay", "set-aside"]));

/** Something to see to: a mail that is not accounted for, or work that was given up. */
const ToSeeTo = z.object({
  id: z.string(),
  title: z.string(),
  /** What went wrong and what was tried, in words. */
  words: z.string(),
  since: z.string(),
  /** The case it is about, when this person may open cases. */
  caseId: z.string().exactOptional(),
  /** Whether this person may read the mail behind it. */
  readable: z.boolean(),
  offers: Offered,
});

/** How something stands, for its mark: in order, to be watched, or wrong. */
const Standing = z.enum(["well", "watch", "wrong"]);

/** The proof that nothing was lost (`GET /api/assurance`): mailbox against ledger. */
export const Assurance = Line.extend({
  /** When the mailboxes were last listed and compared, and which days that covered. */
  checkedAt: z.string(),
  covered: z.string(),
  /** The days that the counts are about. */
  since: z.string(),
  until: z.string(),
  /** Mails so new that they may still be on their way; in no other number. */
  arriving: z.number().int(),
  breakdown: z.array(z.object({ outcome: Outcome, title: z.string(), count: z.number().int() })),
  /** The daily line, newest first. */
  days: z.array(Line.extend({ day: z.string(), checkedAt: z.string() })),
  missing: z.array(ToSeeTo),
  givenUp: z.array(ToSeeTo),
  waiting: z.object({
    words: z.string(),
    count: z.number().int(),
    /** The oldest first. */
    oldest: z.array(z.object({ caseId: z.string(), words: z.string(), mayOpen: z.boolean() })),
    /** Whether this person may open the list itself. */
    mayList: z.boolean(),
  }),
  services: z.object({
    rule: z.string(),
    /** What the figures cannot say yet, if anything. */
    caution: z.string().exactOptional(),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        directorate: z.string(),
        recent: z.number().int(),
        quiet: z.boolean(),
        words: z.string(),
      }),
    ),
  }),
  health: z.array(z.object({ name: z.string(), standing: Standing, words: z.string() })),
  /** People of the directory whom Redress cannot write to in chat. */
  unreached: z.array(z.object({ name: z.string(), jobTitle: z.string() })),
});
export type Assurance = z.infer<typeof Assurance>;
export type ToSeeTo = z.infer<typeof ToSeeTo>;

const mostReason = 500;

/** What a person does about an entry (`POST /api/assurance/actions`). */
export const AssuranceAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("replay"), id: z.string().max(200) }),
  /** Makes a case of a mail that became none. */
  z.object({ type: z.literal("log"), id: z.string().max(200) }),
  z.object({
    type: z.literal("set-aside"),
    id: z.string().max(200),
    reason: z
      .string()
      .trim()
      .min(1, "Say why it needs no case.")
      .max(mostReason, `Keep the reason under ${mostReason} characters.`),
  }),
]);
export type AssuranceAction = z.infer<typeof AssuranceAction>;

export const AssuranceActed = z.object({ message: z.string() });
export type AssuranceActed = z.infer<typeof AssuranceActed>;

/** One page of the ledger (`GET /api/assurance/mail`). */
export const LedgerPage = z.object({
  title: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      receivedAt: z.string(),
      mailbox: z.string(),
      outcome: Outcome,
      outcomeTitle: z.string(),
      reason: z.string(),
      /** Who set it aside or made a case of it, and when. */
      by: z.string().exactOptional(),
      caseId: z.string().exactOptional(),
      mayOpenCase: z.boolean(),
      readable: z.boolean(),
      /** Whether this person may make a case of it. */
      loggable: z.boolean(),
    }),
  ),
  next: z.string().exactOptional(),
});
export type LedgerPage = z.infer<typeof LedgerPage>;

/** A mail that became no case, as plain text (`GET /api/assurance/mail/{id}`). */
export const MailText = z.object({
  from: z.string(),
  subject: z.string(),
  sentAt: z.string().exactOptional(),
  text: z.string(),
  cut: z.boolean(),
});
export type MailText = z.infer<typeof MailText>;

/** The complaints behind the number of a service (`GET /api/assurance/services/{service}`). */
export const ServiceComplaints = z.object({
  title: z.string(),
  rows: z.array(z.object({ caseId: z.string(), receivedAt: z.string() })),
  /** Complaints that count and are not listed, since only some may know of them. */
  restricted: z.number().int(),
  mayOpen: z.boolean(),
});
export type ServiceComplaints = z.infer<typeof ServiceComplaints>;
