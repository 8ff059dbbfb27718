import { z } from "zod";
import { chosen, onDay, optionalWords, ticked, words } from "../command-parts.ts";
import { saysHow, telling, tellingOrNot, toldFields } from "../own-letters/facts.ts";
import { day, instant, stageNumber } from "../vocabulary.ts";

const stage = stageNumber;
/** The kind of clock that moved; `response` is the one people wait for. */
const clock = z.string();

/** A date that newly proclaimed bank holidays moved. */
const MovedDate = z.object({
  stage,
  /** The clock by its id in the policy, and as people know it. */
  clock: z.string(),
  title: z.string(),
  from: day,
  to: day,
  because: z.array(z.object({ date: day, name: z.string() }).readonly()).readonly(),
});
export type MovedDate = Readonly<z.infer<typeof MovedDate>>;

export const dateEvents = [
  z.object({
    type: z.literal("date-extended"),
    stage,
    clock,
    workingDays: z.number().int().positive(),
    reason: z.string(),
    /** Why it goes beyond what the procedure allows. */
    goodReason: z.string().exactOptional(),
    ...toldFields,
  }),
  z.object({ type: z.literal("clock-paused"), stage, clock, reason: z.string() }),
  z.object({ type: z.literal("clock-resumed"), stage, clock }),
  z.object({
    ...{ type: z.literal("date-agreed"), stage, clock, date: day, agreedWith: z.string() },
    ...toldFields,
  }),
  z.object({
    type: z.literal("route-taken"),
    stage,
    route: z.string(),
    title: z.string(),
    /** What was found to be true of it, in the policy's words. */
    criteria: z.array(z.string()).readonly().default([]),
  }),
  z.object({ type: z.literal("route-left"), stage, reason: z.string() }),
  z.object({
    type: z.literal("call-recorded"),
    stage,
    on: day,
    agreed: z.string(),
    satisfied: z.boolean(),
    toldHowToEscalate: z.boolean(),
  }),
  z.object({
    type: z.literal("milestone-reached"),
    stage,
    milestone: z.string(),
    title: z.string(),
    on: day,
  }),
  z.object({
    type: z.literal("dates-moved"),
    /** When Redress came to know of the days. */
    since: instant,
    moved: z.array(MovedDate.readonly()).readonly(),
  }),
] as const;

/** What moved the dates of a case: the shapes that the clocks read (clocks/clock-facts.ts). */
export const dateFacts = {
  extensions: z
    .array(
      z
        .object({
          stage,
          clock,
          workingDays: z.number().int(),
          at: z.string(),
          reason: z.string(),
          goodReason: z.string().exactOptional(),
        })
        .readonly(),
    )
    .readonly()
    .default([]),
  pauses: z
    .array(
      z
        .object({
          stage,
          clock,
          from: z.string(),
          to: z.string().exactOptional(),
          reason: z.string(),
        })
        .readonly(),
    )
    .readonly()
    .default([]),
  agreedDates: z
    .array(z.object({ stage, clock, date: day, at: z.string(), agreedWith: z.string() }).readonly())
    .readonly()
    .default([]),
  movedDates: z
    .array(MovedDate.extend({ at: z.string(), since: z.string() }).readonly())
    .readonly()
    .exactOptional(),
  /** Spoken answers and other calls, with what the policy wants recorded of them. */
  calls: z
    .array(
      z
        .object({
          stage,
          on: day,
          agreed: z.string(),
          satisfied: z.boolean(),
          toldHowToEscalate: z.boolean(),
        })
        .readonly(),
    )
    .readonly()
    .default([]),
} as const;

export const dateCommands = [
  z
    .object({
      type: z.literal("extend"),
      workingDays: z.coerce
        .number("Give the number of working days.")
        .int("Give whole working days.")
        .min(1, "Give at least one working day.")
        .max(200, "Give at most 200 working days."),
      reason: words("the reason the person is given"),
      /** Only needed beyond what the procedure allows. */
      goodReason: optionalWords("the good reason for going further"),
      ...telling,
    })
    .superRefine(saysHow),
  z.object({ type: z.literal("pause"), reason: words("what the case waits for") }),
  z.object({ type: z.literal("resume") }),
  z
    .object({
      type: z.literal("agree-date"),
      date: onDay("the agreed day"),
      agreedWith: words("who agreed to it, and how"),
      ...tellingOrNot,
    })
    .superRefine(saysHow),
  z.object({
    type: z.literal("take-route"),
    route: chosen("Choose the way it goes."),
    /** The criteria of the policy that were found to be met, word for word. */
    criteria: z.array(z.string().max(500)).max(20).default([]),
  }),
  z.object({ type: z.literal("leave-route"), reason: words("why it goes on in full") }),
  z.object({
    type: z.literal("record-call"),
    on: onDay("the day of the call"),
    agreed: words("what was said and agreed"),
    satisfied: ticked,
    toldHowToEscalate: ticked,
  }),
  z.object({
    type: z.literal("record-milestone"),
    milestone: chosen("Choose what happened."),
    on: onDay("the day it happened"),
  }),
] as const;
