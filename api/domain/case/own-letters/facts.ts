import { z } from "zod";
import { caseTypes, hash, stageNumber } from "../vocabulary.ts";

/** Letters that Redress writes from the case by itself, by the names that policies have for them. */
export const ownLetters = ["remedy-changed", "not-a-complaint"] as const;

const aboutRemedy = z.object({
  letter: z.literal("remedy-changed"),
  stage: stageNumber,
  remedy: z.string(),
});
const aboutType = z.object({
  letter: z.literal("not-a-complaint"),
  stage: stageNumber,
  caseType: z.enum(caseTypes),
  service: z.string(),
});

/** Which of its own letters Redress writes, and what about. */
export const OwnLetter = z.discriminatedUnion("letter", [aboutRemedy, aboutType]);
export type OwnLetter = z.infer<typeof OwnLetter>;

/** A letter of its own that Redress still has to write; `key` makes it one. */
export const OwedLetter = z.object({
  kind: z.literal("write-letter"),
  key: z.string(),
  about: OwnLetter,
});
export type OwedLetter = z.infer<typeof OwedLetter>;

export const ownLetterEvents = [
  z.object({
    type: z.literal("letter-sent"),
    letter: z.enum(ownLetters),
    stage: stageNumber,
    about: OwnLetter,
    internetMessageId: z.string(),
    text: hash,
  }),
] as const;

export const ownLetterFacts = {
  /** They were told that theirs was not taken as a complaint. */
  toldNotTaken: z.literal(true).exactOptional(),
} as const;
