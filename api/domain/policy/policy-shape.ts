import { z } from "zod";
import { isCalendarDate } from "../calendar/london-date.ts";
import { regions } from "../calendar/regions.ts";
import { caseTypes, outcomes } from "../case/vocabulary.ts";
import { roles } from "../people/actor.ts";
import { Limit, PolicyName, PolicyWords } from "./clock-rule.ts";
import { StageRule } from "./stage-rule.ts";

const date = z.string().refine(isCalendarDate, "Write a date that exists, as YYYY-MM-DD.");
const told = z.array(z.enum(["owner", ...roles])).min(1);

/** Where days are counted and from which moment, because the documents differ. */
const Counting = z.strictObject({
  region: z.enum(regions),
  /** Whether the day of receipt is day 0 (the sector's norm) or already day 1 (Scotland's model). */
  receipt: z.enum(["day 0", "day 1"]),
  /** What arrives on a day off counts from that very day, or from the next working day. */
  receivedOnDayOff: z.enum(["that day", "next working day"]),
  /** What arrives at or after this London time counts as arriving on the next working day. */
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time as HH:MM.")
    .optional(),
  /** The council's own closures. They move the policy's dates, never those of the Code. */
  closures: z.array(z.strictObject({ date, name: PolicyWords })).default([]),
  words: PolicyWords,
});

const PolicyCaseType = z.strictObject({
  id: PolicyName,
  title: PolicyWords,
  /** Which of the kinds that every report knows it is counted as. */
  countsAs: z.enum(caseTypes),
  definition: PolicyWords,
  examples: z.array(PolicyWords).default([]),
  handling: PolicyWords,
  /** The clocks that run for it, by id. A case nobody has classified yet runs those of a complaint. */
  clocks: z.array(PolicyName),
});

const Letter = z.strictObject({
  id: PolicyName,
  title: PolicyWords,
  /** Only where the letter belongs to one stage. */
  stage: z.number().int().positive().optional(),
  /** Only where it is written instead of the stage's own letter, on a case that takes this way through it. */
  route: PolicyName.optional(),
  mustContain: z.array(z.strictObject({ id: PolicyName, words: PolicyWords })).min(1),
});

/** The parts of a policy, each checked by itself. */
export const PolicyShape = z.strictObject({
  id: PolicyName,
  /** A case keeps the version it started under; a changed rule is a new version, never an edit. */
  version: z.string().regex(/^\d+$/, "Number the versions 1, 2, 3…"),
  title: PolicyWords,
  procedure: z.enum([
    "corporate",
    "housing",
    "children",
    "adult-social-care",
    "member-enquiry",
    "ombudsman-enquiry",
  ]),
  /** Cases are seen by members of the procedure only, not by everybody of the service. */
  restricted: z.boolean().default(false),
  source: PolicyWords,
  effective: z.strictObject({ from: date, to: date.optional() }),
  reviewBy: date.optional(),
  /** The Complaint Handling Code whose dates are shown beside the policy's own. */
  code: z.enum(["lgsco-2024", "housing-ombudsman-2024"]).optional(),
  counting: Counting,
  /** The longest that all stages together should take. */
  wholeCase: z.strictObject({ limit: Limit, words: PolicyWords }).optional(),
  accepts: z.strictObject({ within: Limit, words: PolicyWords }).optional(),
  exclusions: z.array(PolicyWords).default([]),
  triage: z.strictObject({
    levels: z
      .array(z.strictObject({ title: PolicyWords, by: z.enum(roles), words: PolicyWords }))
      .min(1),
    questions: z.array(z.strictObject({ id: PolicyName, words: PolicyWords })).default([]),
  }),
  caseTypes: z.array(PolicyCaseType).min(1),
  /** Interests to show on a case, and what each obliges its handler to. */
  flags: z
    .array(z.strictObject({ id: PolicyName, title: PolicyWords, words: PolicyWords }))
    .default([]),
  stages: z.array(StageRule).min(1),
  /** What the policy's own dates wait for; the dates of the Code wait for nothing. */
  pauses: z.array(z.strictObject({ id: PolicyName, words: PolicyWords })).default([]),
  letters: z.array(Letter).min(1),
  outcomes: z.array(z.strictObject({ id: z.enum(outcomes), words: PolicyWords })).min(1),
  ombudsman: z.enum(["lgsco", "local-government-ombudsman", "housing-ombudsman"]),
  retention: z.strictObject({ yearsAfterClosing: z.number().int().positive(), words: PolicyWords }),
  /** When somebody asks the person, after an answer, whether it met their need; a council may leave it to others. */
  checkIn: z
    .union([
      z.literal("none"),
      z.strictObject({ workingDaysAfter: z.number().int().positive().max(60) }),
    ])
    .default({ workingDaysAfter: 10 }),
  nudges: z.strictObject({
    dueSoon: z.strictObject({ workingDaysBefore: z.number().int().positive(), tells: told }),
    overdue: z.strictObject({ workingDaysAfter: z.number().int().positive(), tells: told }),
  }),
  /** What the document does not say, and what Redress does about it. */
  leftOpen: z.array(PolicyWords).default([]),
});
export type PolicyShape = z.infer<typeof PolicyShape>;
