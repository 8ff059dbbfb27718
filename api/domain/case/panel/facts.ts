import { z } from "zod";
import { longText, onDay, words } from "../command-parts.ts";
import { day, findings, hash, stageNumber } from "../vocabulary.ts";

const stage = stageNumber;

export const panelEvents = [
  z.object({
    type: z.literal("hearing-arranged"),
    stage,
    on: day,
    place: z.string(),
    members: z.array(z.string()).readonly(),
  }),
  z.object({
    type: z.literal("hearing-held"),
    stage,
    on: day,
    finding: z.enum(findings),
    text: hash,
  }),
  z.object({
    type: z.literal("findings-recorded"),
    stage,
    on: day,
    /** The external reviewer or adjudicator, by name. */
    reviewer: z.string(),
    finding: z.enum(findings),
    text: hash,
  }),
] as const;

/** What a panel, or a reviewer from outside, found at a stage that they decide. */
export const Hearing = z
  .object({
    stage,
    on: day.exactOptional(),
    place: z.string().exactOptional(),
    members: z.array(z.string()).readonly(),
    found: z
      .object({ on: day, finding: z.enum(findings), text: hash })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Hearing = z.infer<typeof Hearing>;

const finding = z.enum(findings, "Choose what was found.");

export const panelCommands = [
  z.object({
    type: z.literal("arrange-hearing"),
    on: onDay("the day of the hearing"),
    place: words("where it takes place"),
    /** One name a line. */
    members: words("who sits on the panel"),
  }),
  z.object({
    type: z.literal("record-hearing"),
    on: onDay("the day it took place"),
    finding,
    text: longText("what the panel decided, and why"),
  }),
  z.object({
    type: z.literal("record-findings"),
    on: onDay("the day of the report"),
    reviewer: words("who reviewed it"),
    finding,
    text: longText("what the reviewer found, and why"),
  }),
] as const;
