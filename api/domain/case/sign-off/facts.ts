import { z } from "zod";
import { chosen, wordsOrNot } from "../command-parts.ts";
import { day, hash, NamedPerson, stageNumber } from "../vocabulary.ts";

/** How a letter came to another approver: handed on, taken over by them, or because its approver is away. */
const ways = ["delegated", "taken-over", "away"] as const;

export const signOffEvents = [
  z.object({
    type: z.literal("approval-passed-on"),
    stage: stageNumber,
    text: hash,
    from: NamedPerson,
    approver: z.string(),
    approverName: z.string(),
    way: z.enum(ways),
    note: z.string().exactOptional(),
    /** The last day on which the one it was with is away. */
    until: day.exactOptional(),
  }),
] as const;

/** Why the letter is with somebody else than it was submitted to. */
export const PassedOn = z
  .object({
    from: NamedPerson,
    way: z.enum(ways),
    by: z.string(),
    at: z.string(),
    note: z.string().exactOptional(),
  })
  .readonly();
export type PassedOn = z.infer<typeof PassedOn>;

export const signOffCommands = [
  /** `text` is the hash of the letter that was shown. */
  z.object({
    type: z.literal("delegate"),
    text: hash,
    to: chosen("Choose who decides instead."),
    note: wordsOrNot("what they need to know"),
  }),
  z.object({ type: z.literal("take-over"), text: hash }),
] as const;
