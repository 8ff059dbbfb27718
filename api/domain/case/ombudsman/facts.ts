import { z } from "zod";
import { chosen, onDay, optionalWords, ticked, words } from "../command-parts.ts";
import { day } from "../vocabulary.ts";

export const ombudsmen = ["lgsco", "housing-ombudsman"] as const;

/** What became of it there, in the Ombudsman's own terms. */
export const ombudsmanDecisions = [
  "not-for-us",
  "premature",
  "closed-after-assessment",
  "no-fault",
  "fault-no-injustice",
  "fault-remedied-by-council",
  "fault-and-injustice",
] as const;
export type OmbudsmanDecision = (typeof ombudsmanDecisions)[number];

const enquiry = z.string();

export const ombudsmanEvents = [
  z.object({
    type: z.literal("ombudsman-enquired"),
    enquiry,
    ombudsman: z.enum(ombudsmen),
    /** The Ombudsman's own reference. */
    reference: z.string(),
    on: day,
    asks: z.string(),
    due: day,
  }),
  z.object({ type: z.literal("ombudsman-answered"), enquiry, on: day, words: z.string() }),
  z.object({
    type: z.literal("ombudsman-decided"),
    enquiry,
    on: day,
    decision: z.enum(ombudsmanDecisions),
    remedy: z.string(),
    publicReport: z.boolean(),
  }),
] as const;

/** What the Ombudsman asked about this case, and what came of it. */
export const OmbudsmanEnquiry = z
  .object({
    id: enquiry,
    ombudsman: z.enum(ombudsmen),
    reference: z.string(),
    on: day,
    asks: z.string(),
    due: day,
    answeredOn: day.exactOptional(),
    decision: z
      .object({
        on: day,
        decision: z.enum(ombudsmanDecisions),
        remedy: z.string(),
        publicReport: z.boolean(),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type OmbudsmanEnquiry = z.infer<typeof OmbudsmanEnquiry>;

const chosenEnquiry = chosen("Choose the enquiry.");

export const ombudsmanCommands = [
  z.object({
    type: z.literal("record-enquiry"),
    ombudsman: z.enum(ombudsmen, "Choose the Ombudsman."),
    reference: words("the Ombudsman’s reference"),
    on: onDay("the day it arrived"),
    asks: words("what the Ombudsman asks for"),
    due: onDay("the day the Ombudsman wants it by"),
  }),
  z.object({
    type: z.literal("answer-enquiry"),
    enquiry: chosenEnquiry,
    on: onDay("the day the answer went"),
    words: words("what was sent"),
  }),
  z.object({
    type: z.literal("record-decision"),
    enquiry: chosenEnquiry,
    on: onDay("the day of the decision"),
    decision: z.enum(ombudsmanDecisions, "Choose what was decided."),
    remedy: optionalWords("what the council has to do"),
    publicReport: ticked,
  }),
] as const;
