import { z } from "zod";
import { ClockState } from "./case-list.ts";

// What a case knows besides its letters and dates, in words ready to show.

/** How something with a date stands today: "due in 3 working days", "done on Mon 7 Dec". */
export const Standing = z.object({ state: ClockState, words: z.string() });
export type Standing = z.infer<typeof Standing>;

/** Words somebody gave, with who and when. */
const Said = z.object({ text: z.string(), by: z.string(), at: z.string() });

/** Something everybody who works on the case must know before they go on. */
export const CareLine = z.object({
  /** Such as "Vulnerability", "Contact is limited" or "Councillor". */
  title: z.string(),
  words: z.string(),
  /** When it ends or is looked at again, such as "Look at it again on Mon 7 Dec". */
  when: z.string().exactOptional(),
});
export type CareLine = z.infer<typeof CareLine>;

/** One thing that went wrong, the service that answers for it, and what it says. */
export const PointLine = z.object({
  /** Its number. */
  id: z.string(),
  title: z.string(),
  service: z.string(),
  answer: Said.exactOptional(),
  finding: z.string().exactOptional(),
  findingReason: z.string().exactOptional(),
  /** Why it is no longer part of the complaint. */
  dropped: z.string().exactOptional(),
});
export type PointLine = z.infer<typeof PointLine>;

/** A question to somebody in a service. */
export const RequestLine = z.object({
  id: z.string(),
  question: z.string(),
  to: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  /** The number of the point it is about. */
  point: z.string().exactOptional(),
  standing: Standing,
  answer: Said.exactOptional(),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** A remedy or a lesson: what is done, by whom, by when, and how that stands. */
export const PromiseLine = z.object({
  id: z.string(),
  /** Such as "Apology", "Payment of £250.00" or "Training". */
  kind: z.string(),
  what: z.string(),
  owner: z.string(),
  due: z.string(),
  standing: Standing,
  /** How it is known to be done, or what is offered instead. */
  note: z.string().exactOptional(),
});
export type PromiseLine = z.infer<typeof PromiseLine>;

/** What became of asking the person whether an answer met their need, or when somebody is to ask them. */
export const CheckInLine = z.object({
  stage: z.number().int(),
  /** Such as "Our stage 1 answer met their need". */
  title: z.string(),
  /** Only while nobody has asked. */
  standing: Standing.exactOptional(),
  facts: z.array(z.string()),
  /** What they said. */
  said: z.string().exactOptional(),
  /** What is open to somebody whose need was not met. */
  next: z.string().exactOptional(),
});
export type CheckInLine = z.infer<typeof CheckInLine>;

/** Another case that whoever reads this one should know of. */
export const RelatedLine = z.object({
  caseId: z.string(),
  /** Such as "Follows it" or "Answers the campaign “Save our library”". */
  words: z.string(),
  reason: z.string().exactOptional(),
});
export type RelatedLine = z.infer<typeof RelatedLine>;

/** A panel's hearing, an outside reviewer's findings or an enquiry of the Ombudsman. */
export const OutsideLine = z.object({
  id: z.string(),
  /** Such as "Panel hearing, stage 2" or "Housing Ombudsman, 202412345". */
  title: z.string(),
  standing: Standing,
  /** What is known of it, sentence by sentence. */
  facts: z.array(z.string()),
  /** What was found or asked, as it was written down. */
  text: z.string().exactOptional(),
});
export type OutsideLine = z.infer<typeof OutsideLine>;

/** A time in which the case was in one pair of hands; without `to` it still is. */
export const HandsLine = z.object({
  who: z.string(),
  from: z.string(),
  to: z.string().exactOptional(),
  workingDays: z.number().int(),
});
export type HandsLine = z.infer<typeof HandsLine>;
