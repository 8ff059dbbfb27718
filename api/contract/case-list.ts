import { z } from "zod";

/** The lists a person may open; which of them is decided by their roles. */
export const queueNames = [
  "my-cases",
  "triage",
  "approvals",
  "team",
  "all-cases",
  "sponsored",
  "asked",
  "ombudsman",
  "restricted",
] as const;
export const QueueName = z.enum(queueNames);
export type QueueName = z.infer<typeof QueueName>;

/** How a clock stands today: told by shape, word and colour together. */
export const ClockState = z.enum([
  "on-time",
  "due-soon",
  "due-today",
  "overdue",
  "met",
  "met-late",
  "none",
]);
export type ClockState = z.infer<typeof ClockState>;

/** One line of a list. All words in it are ready to show. */
export const CaseRow = z.object({
  caseId: z.string(),
  subject: z.string(),
  complainant: z.string(),
  stage: z.number().int(),
  status: z.string(),
  /** Such as "Stage 1" or "Not yet classified". */
  stageWords: z.string(),
  serviceName: z.string().optional(),
  officerName: z.string().optional(),
  receivedOn: z.string(),
  /** The clock that matters next; `due` is a Europe/London calendar date. */
  clock: z.object({ state: ClockState, due: z.string().optional(), words: z.string() }),
  /** Whose hands it is in and since when, such as "Draft started" or "With Helen Marsh since Tue 24 Nov". */
  progress: z.string(),
  sponsored: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** A page of at most 50 rows. `next` asks for the following page. */
export const CasePage = z.object({
  queue: QueueName,
  rows: z.array(CaseRow),
  next: z.string().optional(),
});
export type CasePage = z.infer<typeof CasePage>;
