import { z } from "zod";
import { onDay, optionalWords } from "../command-parts.ts";
import { day, NamedPerson, stageNumber } from "../vocabulary.ts";

/** How somebody spoke with the person. */
export const checkInWays = ["phone", "email", "in-person"] as const;
type CheckInWay = (typeof checkInWays)[number];

/** Whether the answer met the person's need, as they see it; or nobody reached them. */
export const needsMet = ["yes", "partly", "no", "not-reached"] as const;
export type NeedMet = (typeof needsMet)[number];

const checkIn = {
  /** The stage whose answer it is about. */
  stage: stageNumber,
  how: z.enum(checkInWays),
  on: day,
  met: z.enum(needsMet),
  /** What they said, as it was written down. */
  said: z.string(),
} as const;

export const checkInEvents = [
  z.object({ type: z.literal("check-in-recorded"), ...checkIn }),
] as const;

/** What became of asking the person, after an answer, whether it met their need. */
const CheckIn = z.object({ ...checkIn, recordedBy: NamedPerson }).readonly();
export type CheckIn = z.infer<typeof CheckIn>;

export const checkInFacts = {
  /** The last one after each answer. */
  checkIns: z.array(CheckIn).readonly().exactOptional(),
} as const;

export const checkInCommands = [
  z.object({
    type: z.literal("record-check-in"),
    how: z.enum(checkInWays, "Say how you spoke with them."),
    on: onDay("the day you spoke with them"),
    met: z.enum(needsMet, "Choose whether it met their need."),
    said: optionalWords("what they said"),
  }),
] as const;

/** How it was done, as the end of a sentence. */
export const wayWords: Readonly<Record<CheckInWay, string>> = {
  phone: "by phone",
  email: "by e-mail",
  "in-person": "in person",
};
