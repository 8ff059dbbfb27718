import { z } from "zod";
import { pledgeKinds, reminderSteps } from "./reminders/facts.ts";
import { sentLetters } from "./undelivered/facts.ts";
import { noticeKinds } from "./vocabulary.ts";

/** Why a nudge reaches somebody: they have the case, the letter, the service, or the complaints desk. */
const nudgeReaders = ["handler", "approver", "head", "desk"] as const;
export type NudgeReader = (typeof nudgeReaders)[number];

/** What Redress says to a person when a case changes. */
export const Occasion = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("assigned"), by: z.string() }),
  z.object({ kind: z.literal("approval-wanted"), text: z.string() }),
  z.object({ kind: z.literal("returned"), by: z.string(), comment: z.string() }),
  z.object({ kind: z.literal("response-sent"), approver: z.string() }),
  z.object({ kind: z.literal("answered-back") }),
  z.object({
    kind: z.literal("nudge"),
    notice: z.enum(noticeKinds),
    reader: z.enum(nudgeReaders),
    /** Whom it was meant for, when its reader stands in for them. */
    inPlaceOf: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal("needs-a-person"), why: z.string() }),
  z.object({
    kind: z.literal("letter-undelivered"),
    letter: z.enum(sentLetters),
    stage: z.number().int(),
    why: z.string(),
  }),
  /** Somebody is asked something about a case of somebody else's. */
  z.object({
    kind: z.literal("information-wanted"),
    by: z.string(),
    question: z.string(),
    due: z.string(),
    request: z.string().exactOptional(),
  }),
  /** A colleague said something of the letter somebody writes, or answered what they said of it. */
  z.object({ kind: z.literal("commented"), by: z.string(), answers: z.boolean() }),
  /** A service is asked what it says about a point. */
  z.object({ kind: z.literal("point-wanted"), point: z.string() }),
  z.object({ kind: z.literal("information-given"), by: z.string(), question: z.string() }),
  /** A service hears that what it was complained about is answered. */
  z.object({ kind: z.literal("answer-shared") }),
  /** The day of something that somebody sees to is near, here or past. */
  z.object({
    kind: z.literal("reminder"),
    about: z.enum(pledgeKinds),
    entry: z.string(),
    step: z.enum(reminderSteps),
    due: z.string(),
    /** Who sees to it, for everybody else. */
    owner: z.string().exactOptional(),
  }),
  /** Somebody is to see to a remedy or a lesson. */
  z.object({ kind: z.literal("promised"), by: z.string(), what: z.string(), due: z.string() }),
]);
export type Occasion = z.infer<typeof Occasion>;
