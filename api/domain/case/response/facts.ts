import { z } from "zod";
import { longText, words } from "../command-parts.ts";
import { channels, day, hash, stageNumber } from "../vocabulary.ts";

const stage = stageNumber;

/** What somebody finds who looks whether a letter went out. */
const sendingFound = ["arrived", "not-sent"] as const;

export const responseEvents = [
  z.object({ type: z.literal("draft-saved"), stage, draft: z.number().int(), text: hash }),
  z.object({
    type: z.literal("response-submitted"),
    stage,
    text: hash,
    approver: z.string(),
    approverName: z.string(),
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
  })
  .readonly();

/** The letter of the present stage, wherever it is on its way. */
export const responseFacts = {
  draft: Draft.exactOptional(),
  submission: Submission.exactOptional(),
  /** What the approver last asked to change, until the letter is approved. */
  returned: z
    .object({ comment: z.string(), by: z.string(), at: z.string() })
    .readonly()
    .exactOptional(),
  sendingProblem: z.string().exactOptional(),
  /** How often somebody found that the letter under way had not gone out, and had it sent anew. */
  sentAnew: z.number().int().exactOptional(),
} as const;

export const responseCommands = [
  z.object({ type: z.literal("save-draft"), text: longText("the reply") }),
  /** `text` is the hash of the draft the author was looking at, so that nothing unseen is submitted. */
  z.object({ type: z.literal("submit"), text: hash }),
  /** `text` is the hash of the letter the approver was shown. */
  z.object({ type: z.literal("approve"), text: hash }),
  z.object({ type: z.literal("return"), text: hash, comment: longText("what should change") }),
  z.object({
    type: z.literal("settle-sending"),
    found: z.enum(sendingFound, "Choose what you found."),
    how: words("how you know"),
  }),
] as const;
