import { z } from "zod";
import { longText, onDay, words, wordsOrNot } from "../command-parts.ts";
import { channels, day, hash, MailRecord, stageNumber } from "../vocabulary.ts";

const channel = z.enum(channels);

export const contactEvents = [
  z.object({ type: z.literal("correspondence-received"), mail: MailRecord }),
  z.object({
    type: z.literal("correspondence-recorded"),
    /** Whether the council heard it or said it. */
    direction: z.enum(["in", "out"]),
    channel,
    on: day,
    /** Who it was with, in words: "Mr Ash", "the housing association". */
    with: z.string(),
    text: hash,
  }),
  z.object({
    type: z.literal("acknowledgement-sent"),
    stage: stageNumber,
    /** How it went, when it was not by e-mail from the shared mailbox. */
    channel: channel.exactOptional(),
    /** The London day it was given, when a person recorded it. */
    on: day.exactOptional(),
    internetMessageId: z.string().exactOptional(),
    text: hash.exactOptional(),
  }),
  z.object({
    type: z.literal("details-confirmed"),
    name: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    address: z.string().exactOptional(),
    /** One more number that another system of the council knows them by. */
    reference: z.string().exactOptional(),
  }),
] as const;

const how = z.enum(channels, "Choose how.");

export const contactCommands = [
  z.object({
    type: z.literal("record-correspondence"),
    direction: z.enum(["in", "out"], "Say whether you heard it or said it."),
    channel: how,
    on: onDay("the day"),
    with: words("who it was with"),
    text: longText("what was said or written"),
  }),
  z.object({
    type: z.literal("acknowledge"),
    channel: how,
    on: onDay("the day it was acknowledged"),
  }),
  z.object({
    type: z.literal("record-posting"),
    channel: how,
    on: onDay("the day it was posted or handed over"),
  }),
  z.object({
    type: z.literal("confirm-details"),
    name: wordsOrNot("the name"),
    phone: wordsOrNot("the phone number"),
    address: wordsOrNot("the postal address"),
    reference: wordsOrNot("the reference"),
  }),
] as const;
