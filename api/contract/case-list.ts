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

/** What a list can be ordered by. */
const ListSort = z.enum(["due", "oldest", "newest", "waiting", "service"]);
export type ListSort = z.infer<typeof ListSort>;

/** The clocks that press, most pressing first. */
export const Pressing = z.enum(["overdue", "due-today", "due-soon"]);
export type Pressing = z.infer<typeof Pressing>;

const id = z.string().min(1).max(80);

/** What a list can be narrowed to; the names are those of the address and of the query. */
export const ListFilter = z.object({
  clock: Pressing.optional(),
  service: id.optional(),
  stage: z.string().regex(/^\d$/).optional(),
  /** A case's status: whom it waits for. */
  status: id.optional(),
  /** Whose case it is; `nobody` where it is nobody's. */
  officer: id.optional(),
  flag: id.optional(),
});
export type ListFilter = z.infer<typeof ListFilter>;

/** A list as somebody wants to see it. */
export const ListView = ListFilter.extend({ sort: ListSort.optional() });
export type ListView = z.infer<typeof ListView>;

/** A page of such a list: what follows the row that `after` names. */
export const PageQuery = ListView.extend({ after: z.string().max(300).optional() });
export type PageQuery = z.infer<typeof PageQuery>;

const Option = z.object({ value: z.string(), words: z.string(), count: z.number().int() });

/** A list in numbers, and what it can be narrowed and ordered by. */
export const ListSummary = z.object({
  queue: QueueName,
  open: z.number().int(),
  /** Whether there are more than were counted. */
  more: z.boolean(),
  pressing: z.array(z.object({ state: Pressing, words: z.string(), count: z.number().int() })),
  /** The first is how the list is ordered unless somebody chooses. */
  sorts: z.array(z.object({ value: ListSort, words: z.string() })),
  filters: z.array(
    z.object({
      name: z.enum(["service", "stage", "status", "officer", "flag"]),
      title: z.string(),
      options: z.array(Option),
    }),
  ),
});
export type ListSummary = z.infer<typeof ListSummary>;

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
  /** Such as "12 days old". */
  ageWords: z.string().optional(),
  /** The clock that matters next; `due` is a Europe/London calendar date. */
  clock: z.object({
    state: ClockState,
    due: z.string().optional(),
    words: z.string(),
    dueWords: z.string().optional(),
  }),
  /** Whose hands it is in and since when, such as "Draft started" or "With Helen Marsh since Tue 24 Nov". */
  progress: z.string(),
  sponsored: z.boolean(),
  /** What everybody who works on it must know of, in words. */
  flags: z.array(z.string()).optional(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/**
 * A page of at most 50 rows. `next` asks for the following page: of a narrowed list also where this one
 * is not full, since no more than a thousand rows are looked through at a time.
 */
export const CasePage = z.object({
  queue: QueueName,
  rows: z.array(CaseRow),
  next: z.string().optional(),
});
export type CasePage = z.infer<typeof CasePage>;
