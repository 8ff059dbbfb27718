import { z } from "zod";
import { roles } from "../people/actor.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens.");
const words = z.string().trim().min(1, "Write some words.");

/** Letters, digits and hyphens: what policies, clocks, letters and events are called by. */
export const PolicyName = name;
export const PolicyWords = words;

/**
 * How long something may take. "months from the day" counts the first day in, as the adult social
 * care regulations do: six of them from 15 January end on 14 July.
 */
export const Limit = z.strictObject({
  count: z.number().int().positive(),
  unit: z.enum(["working days", "calendar days", "weeks", "months", "months from the day"]),
});
export type Limit = z.infer<typeof Limit>;

/** How far a date may be put back, and what the person must be told when it is. */
export const ExtensionRule = z.strictObject({
  /** All extensions together, in working days after the date as it first stood. */
  workingDays: z.number().int().positive(),
  /** How often; left out where only the total counts. */
  times: z.number().int().positive().optional(),
  mustSay: z.array(words).min(1),
  words,
});
export type ExtensionRule = z.infer<typeof ExtensionRule>;

/** One deadline of a procedure: from which event it counts, how long, whose it is, what stops it. */
export const ClockRule = z.strictObject({
  /** Unique within the policy, such as `stage-2-acknowledge`. */
  id: name,
  /** The same in every policy: `acknowledge`, `response`, `early-resolution`… */
  kind: name,
  title: words,
  owner: z.enum(roles),
  /** `started` (received, or the next stage asked for), `acknowledged`, or a milestone of the stage. */
  from: name,
  /** `acknowledged`, `answered`, or a milestone of the stage. */
  stops: name,
  limit: Limit,
  /** Where a date agreed with the person takes the place of the limit; the words to explain it by. */
  agreedDate: words.optional(),
  /** Runs only when the stage takes this route. */
  route: name.optional(),
  extension: ExtensionRule.optional(),
  /** The law's last date, where it is not the limit with its extension; from the same day 0. */
  ceiling: z
    .strictObject({
      limit: Limit,
      /** A later date counts too, if the person agreed to it before the ceiling was reached. */
      longerIfAgreed: z.boolean().default(false),
    })
    .optional(),
  /** What the document itself says, for the explanation of the date. */
  words,
  /** The council's own dates on the way there, so that a reply is not written on its last day. */
  steps: z
    .array(
      z.strictObject({
        id: name,
        title: words,
        owner: z.enum(roles),
        workingDaysBefore: z.number().int().positive(),
      }),
    )
    .default([]),
});
export type ClockRule = z.infer<typeof ClockRule>;
