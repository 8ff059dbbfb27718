import { z } from "zod";
import { chosen, onDay } from "../command-parts.ts";
import { ownLetters } from "../own-letters/facts.ts";
import { channels, day, hash, MailRecord, NamedPerson, stageNumber } from "../vocabulary.ts";

/** What Redress sends by itself: letters to the person, and notices to colleagues. */
export const sentLetters = ["acknowledgement", "response", "notice", ...ownLetters] as const;
export type SentLetter = (typeof sentLetters)[number];

const letter = z.enum(sentLetters);

export const undeliveredEvents = [
  z.object({
    type: z.literal("letter-undelivered"),
    letter,
    stage: stageNumber,
    /** Why it did not arrive, in the words of whoever reported it. */
    why: z.string(),
    /** What it said, where it is known, so that it can be sent or posted again. */
    text: hash.exactOptional(),
    /** The report, as it came. */
    mail: MailRecord.exactOptional(),
    /** The colleague whom a notice was for. */
    reader: NamedPerson.exactOptional(),
    /** Who is told. */
    to: z.array(z.string()).readonly(),
  }),
  z.object({
    type: z.literal("letter-posted"),
    undelivered: z.string(),
    letter,
    stage: stageNumber,
    channel: z.enum(channels),
    on: day,
  }),
  z.object({
    type: z.literal("address-mended"),
    email: z.string(),
    /** The letters that came back from the old address and go to this one. */
    undelivered: z.array(z.string()).readonly(),
  }),
  z.object({
    type: z.literal("letter-sent-again"),
    letter,
    stage: stageNumber,
    text: hash,
    internetMessageId: z.string(),
  }),
] as const;

/** A letter to the person that did not arrive; without `settled`, somebody has to see to it. */
const Undelivered = z
  .object({
    id: z.string(),
    letter,
    stage: stageNumber,
    why: z.string(),
    /** The London day on which it came back, or could not leave. */
    on: z.string(),
    text: hash.exactOptional(),
    /** It never left: no mail could carry it. */
    unsent: z.literal(true).exactOptional(),
    settled: z.enum(["posted", "sent-again"]).exactOptional(),
  })
  .readonly();
export type Undelivered = z.infer<typeof Undelivered>;

export const undeliveredFacts = {
  undelivered: z.array(Undelivered).readonly().default([]),
} as const;

export const undeliveredCommands = [
  z.object({
    type: z.literal("post-again"),
    undelivered: chosen("Choose which letter."),
    channel: z.enum(channels, "Choose how."),
    on: onDay("the day it was posted or handed over"),
  }),
  z.object({
    type: z.literal("mend-address"),
    email: z.email("Give an e-mail address, such as name@example.com.").max(254),
  }),
] as const;
