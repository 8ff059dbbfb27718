import { z } from "zod";
import { longestText, wordsOrNot } from "../command-parts.ts";
import { caseTypes, hash, stageNumber } from "../vocabulary.ts";

/** Letters that say what a person has just decided: Redress prepares them, and that person may change them. */
export const notices = ["extension", "refusal", "agreed-date"] as const;
export type NoticeKind = (typeof notices)[number];

/** Letters that Redress writes from the case by itself, by the names that policies have for them. */
export const ownLetters = ["remedy-changed", "not-a-complaint", ...notices] as const;

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
/** Its words were kept when it was decided: they are what goes. */
const inWords = z.object({ letter: z.enum(notices), stage: stageNumber, text: hash });

/** Which of its own letters Redress writes, and what about. */
export const OwnLetter = z.discriminatedUnion("letter", [aboutRemedy, aboutType, inWords]);
export type OwnLetter = z.infer<typeof OwnLetter>;

/** A letter of its own that Redress still has to write; `key` makes it one. */
export const OwedLetter = z.object({
  kind: z.literal("write-letter"),
  key: z.string(),
  about: OwnLetter,
});
export type OwedLetter = z.infer<typeof OwedLetter>;

/** A message that was no complaint, still to be passed to its service; `key` makes it one mail. */
export const OwedPassing = z.object({
  kind: z.literal("pass-to-service"),
  key: z.string(),
  service: z.string(),
  caseType: z.enum(caseTypes).exclude(["complaint"]),
});
export type OwedPassing = z.infer<typeof OwedPassing>;
/** What a message may be that is no complaint. */
export type NoComplaint = OwedPassing["caseType"];

export const ownLetterEvents = [
  z.object({
    type: z.literal("letter-sent"),
    letter: z.enum(ownLetters),
    stage: stageNumber,
    about: OwnLetter,
    internetMessageId: z.string(),
    text: hash,
  }),
  /** What was no complaint went to the service it is for, by e-mail. */
  z.object({ type: z.literal("passed-to-service"), service: z.string(), text: hash }),
] as const;

/** How the person hears of a decision: by a letter that Redress sends, or as whoever decides it told them. */
export const telling = {
  telling: z.enum(["letter", "myself"], "Choose how the person hears of it."),
  told: wordsOrNot("how and when the person was told"),
  /** The letter as it was changed by hand; without it the prepared one goes. */
  text: z
    .string()
    .trim()
    .max(longestText, "Shorten the letter.")
    .transform((written) => (written === "" ? undefined : written))
    .optional(),
} as const;

/** The same where only some procedures want the person written to. */
export const tellingOrNot = { ...telling, telling: telling.telling.optional() } as const;

type Telling = z.infer<z.ZodObject<typeof tellingOrNot>>;

/** Nobody says that the person was told without saying how. */
export function saysHow({ telling: by, told }: Telling, context: z.core.$RefinementCtx): void {
  if (by !== "myself" || told !== undefined) return;
  const message = "Write how and when the person was told first.";
  context.addIssue({ code: "custom", path: ["told"], message });
}

/** What is kept of it with the decision: the letter that goes, or how they were told. */
export const toldFields = {
  told: z.string().exactOptional(),
  text: hash.exactOptional(),
} as const;

export const ownLetterFacts = {
  /** They were told that theirs was not taken as a complaint. */
  toldNotTaken: z.literal(true).exactOptional(),
  /** The services that have it, because it was no complaint. */
  passedTo: z.array(z.string()).readonly().exactOptional(),
} as const;
