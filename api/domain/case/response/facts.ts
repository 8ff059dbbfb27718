import { z } from "zod";
import { longText, words, wordsOrNot } from "../command-parts.ts";
import { channels, day, hash, instant, NamedPerson, stageNumber } from "../vocabulary.ts";
import { PassedOn } from "../sign-off/facts.ts";

const stage = stageNumber;

/** What somebody finds who looks whether a letter went out. */
const sendingFound = ["arrived", "not-sent"] as const;

/** What the check of a letter came to when it was submitted. */
const CheckCounts = z
  .object({
    /** How many of the things to be checked are there, and how many are worth a look. */
    met: z.number().int(),
    looks: z.number().int(),
    /** How many points the letter decides, of those of the case. */
    decided: z.number().int(),
    points: z.number().int(),
  })
  .readonly();

/** What the check of exactly the submitted text found; counted by the server, never by a browser. */
export type LetterVerdict = z.infer<typeof CheckCounts> & {
  /** What is required and not there, as sentences. */
  readonly missing: readonly string[];
};

/** Why a letter went for approval although something required is missing. */
const Overridden = z
  .object({ reason: z.string(), missing: z.array(z.string()).readonly() })
  .readonly();

const checkFields = {
  /** Absent from letters that were submitted before letters were checked. */
  check: CheckCounts.exactOptional(),
  overridden: Overridden.exactOptional(),
} as const;

export const responseEvents = [
  z.object({
    type: z.literal("draft-saved"),
    stage,
    draft: z.number().int(),
    text: hash,
    /** Whose words they are, when somebody else's step is what made a version of them. */
    writer: NamedPerson.exactOptional(),
    /** When they were written, when that was before they became a version. */
    writtenAt: instant.exactOptional(),
  }),
  z.object({
    type: z.literal("response-submitted"),
    stage,
    text: hash,
    approver: z.string(),
    approverName: z.string(),
    ...checkFields,
    /** Who would have been asked, and is away. */
    standsInFor: NamedPerson.exactOptional(),
  }),
  z.object({
    type: z.literal("response-returned"),
    stage,
    /** The letter that was returned. */
    text: hash,
    comment: z.string(),
  }),
  z.object({ type: z.literal("response-approved"), stage, text: hash }),
  z.object({
    type: z.literal("response-sent"),
    stage,
    text: hash,
    internetMessageId: z.string().exactOptional(),
    /** How it went, when it was not by e-mail from the shared mailbox. */
    channel: z.enum(channels).exactOptional(),
    /** The London day it left, when a person recorded it. */
    on: day.exactOptional(),
  }),
  z.object({ type: z.literal("sending-needs-a-person"), stage, why: z.string() }),
  /** The services that were complained about hear that it is answered, and what they promised. */
  z.object({ type: z.literal("answer-shared"), stage, to: z.array(z.string()).readonly() }),
  /** Somebody looked whether a letter of unknown fate went out. */
  z.object({
    type: z.literal("sending-settled"),
    stage,
    found: z.enum(sendingFound),
    how: z.string(),
  }),
] as const;

const Draft = z
  .object({ stage, draft: z.number().int(), text: hash, savedAt: z.string(), savedBy: z.string() })
  .readonly();

const Submission = z
  .object({
    text: z.string(),
    by: z.string(),
    at: z.string(),
    approver: z.string(),
    approverName: z.string(),
    ...checkFields,
    standsInFor: NamedPerson.exactOptional(),
    passedOn: PassedOn.exactOptional(),
  })
  .readonly();

const Writing = z
  .object({
    stage,
    text: hash,
    at: z.string(),
    by: NamedPerson,
    /** What it was written from, as its author's window said. */
    from: z.string().exactOptional(),
  })
  .readonly();

/** The letter of the present stage, wherever it is on its way. */
export const responseFacts = {
  /** The newest version that the history has. */
  draft: Draft.exactOptional(),
  /**
   * What its author has saved since: it becomes a version when they pause, when somebody else goes on, when
   * it is kept on purpose or submitted. The one thing a case holds that does not follow from its events.
   */
  writing: Writing.exactOptional(),
  submission: Submission.exactOptional(),
  /** What the approver last asked to change, until the letter is approved. */
  returned: z
    .object({
      comment: z.string(),
      by: z.string(),
      at: z.string(),
      /** The letter that was returned. */
      text: hash.exactOptional(),
    })
    .readonly()
    .exactOptional(),
  sendingProblem: z.string().exactOptional(),
  /** How often somebody found that the letter under way had not gone out, and had it sent anew. */
  sentAnew: z.number().int().exactOptional(),
} as const;

export const responseCommands = [
  z.object({
    type: z.literal("save-draft"),
    text: longText("the reply"),
    /** The hash of the words it was written from, "" where nothing was saved yet: others' are never lost. */
    from: z.union([hash, z.literal("")]).exactOptional(),
    /** Makes a version of it at once, and of what it takes the place of. */
    keep: z.boolean().exactOptional(),
  }),
  /** `text` is the hash of the draft the author was looking at, so that nothing unseen is submitted. */
  z.object({
    type: z.literal("submit"),
    text: hash,
    /** Why it goes although the check found something required missing. */
    overriding: wordsOrNot("why it goes all the same"),
  }),
  /** `text` is the hash of the letter the approver was shown. */
  z.object({ type: z.literal("approve"), text: hash }),
  z.object({ type: z.literal("return"), text: hash, comment: longText("what should change") }),
  z.object({
    type: z.literal("settle-sending"),
    found: z.enum(sendingFound, "Choose what you found."),
    how: words("how you know"),
  }),
] as const;
