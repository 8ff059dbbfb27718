import { z } from "zod";
import { chosen, optionalWords, words } from "../command-parts.ts";
import { saysHow, telling, toldFields } from "../own-letters/facts.ts";
import { endings, findings, hash, outcomes, stageNumber } from "../vocabulary.ts";

/** What is refused: to take the complaint at all, or to take it to the next stage. */
export const refusals = ["complaint", "next-stage"] as const;
export type Refused = (typeof refusals)[number];

/** Why something is set aside without having been classified. */
export const setAsideAs = ["spam", "duplicate"] as const;
export type SetAsideAs = (typeof setAsideAs)[number];

/** What lies behind what went wrong, in words that every service shares. */
export const rootCauses = [
  "policy-not-followed",
  "delay",
  "wrong-information",
  "staff-behaviour",
  "system-failure",
  "contractor",
  "communication",
  "resources",
  "nothing-went-wrong",
] as const;
export type RootCause = (typeof rootCauses)[number];

/** What is kept of how a case ended. */
export const endingFacts = {
  outcome: z.enum(endings).exactOptional(),
  /** One of the root causes; words of its own in what was closed before there was a list of them. */
  rootCause: z.string().exactOptional(),
} as const;

export const endingEvents = [
  z.object({
    type: z.literal("complaint-refused"),
    what: z.enum(refusals),
    /** The exclusion of the policy it rests on, in the policy's words. */
    ground: z.string(),
    reason: z.string(),
    ...toldFields,
  }),
  z.object({
    type: z.literal("complaint-withdrawn"),
    reason: z.string(),
    /** The letter that was waiting for its approval. */
    letter: hash.exactOptional(),
  }),
  z.object({
    type: z.literal("outcome-decided"),
    stage: stageNumber,
    finding: z.enum(findings),
    reason: z.string(),
  }),
  z.object({
    type: z.literal("case-closed"),
    outcome: z.enum(endings),
    reason: z.string(),
    rootCause: z.string().exactOptional(),
  }),
  z.object({
    type: z.literal("case-set-aside"),
    as: z.enum(setAsideAs),
    reason: z.string(),
  }),
  z.object({ type: z.literal("case-reopened"), reason: z.string() }),
] as const;

export const endingCommands = [
  z
    .object({
      type: z.literal("refuse"),
      ground: chosen("Choose the ground."),
      reason: words("why, as the person will be told"),
      ...telling,
    })
    .superRefine(saysHow),
  z.object({ type: z.literal("withdraw"), reason: words("what the person said, and how") }),
  z.object({
    type: z.literal("decide-outcome"),
    finding: z.enum(findings, "Choose what was found."),
    reason: words("the reason"),
  }),
  z.object({
    type: z.literal("close"),
    outcome: z.enum(outcomes, "Choose the outcome."),
    reason: words("why the case is closed"),
    rootCause: z
      .enum(["", ...rootCauses], "Choose the root cause from the list.")
      .transform((one) => (one === "" ? undefined : one))
      .optional(),
  }),
  z.object({
    type: z.literal("set-aside"),
    as: z.enum(setAsideAs, "Say why it is set aside."),
    reason: optionalWords("the reason"),
  }),
  z.object({ type: z.literal("reopen"), reason: words("why it is opened again") }),
] as const;
