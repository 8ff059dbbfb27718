import { z } from "zod";
import { chosen, onDay, onDayOrNot, words } from "../command-parts.ts";
import { day, NamedPerson } from "../vocabulary.ts";

/** What every procedure knows about a person; a policy may add interests of its own. */
export const careFlags = ["vulnerability", "adjustment", "no-contact"] as const;

export const careEvents = [
  z.object({
    type: z.literal("flag-raised"),
    flag: z.string(),
    title: z.string(),
    words: z.string(),
    reviewOn: day.exactOptional(),
  }),
  z.object({
    type: z.literal("flag-lowered"),
    flag: z.string(),
    title: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal("access-restricted"),
    members: z.array(NamedPerson).readonly(),
    reason: z.string(),
  }),
  z.object({ type: z.literal("access-opened"), reason: z.string() }),
  z.object({
    type: z.literal("conduct-restricted"),
    what: z.string(),
    reason: z.string(),
    until: day,
    reviewOn: day,
  }),
  z.object({
    type: z.literal("conduct-reviewed"),
    decision: z.enum(["kept", "lifted"]),
    reason: z.string(),
    reviewOn: day.exactOptional(),
  }),
] as const;

/** Something about the person or the case that everybody who works on it must know. */
export const Flag = z
  .object({
    flag: z.string(),
    title: z.string(),
    words: z.string(),
    raisedAt: z.string(),
    reviewOn: day.exactOptional(),
  })
  .readonly();
export type Flag = z.infer<typeof Flag>;

export const careFacts = {
  flags: z.array(Flag).readonly().default([]),
  /** Only these people, the officer and the approver see the case. */
  access: z
    .object({ members: z.array(NamedPerson).readonly(), reason: z.string() })
    .readonly()
    .exactOptional(),
  /** How contact with the person is limited, for how long, and when that is looked at again. */
  conduct: z
    .object({
      what: z.string(),
      reason: z.string(),
      since: z.string(),
      until: day,
      reviewOn: day,
    })
    .readonly()
    .exactOptional(),
} as const;

export const careCommands = [
  z.object({
    type: z.literal("raise-flag"),
    flag: chosen("Choose what must be known."),
    words: words("what colleagues must know or do"),
    reviewOn: onDayOrNot("the day to look at it again"),
  }),
  z.object({
    type: z.literal("lower-flag"),
    flag: chosen("Choose which."),
    reason: words("why it no longer holds"),
  }),
  z.object({
    type: z.literal("restrict-access"),
    members: z.array(z.string().max(200)).min(1, "Choose who may see it.").max(30),
    reason: words("why only they may see it"),
  }),
  z.object({ type: z.literal("open-access"), reason: words("why others may see it again") }),
  z.object({
    type: z.literal("restrict-conduct"),
    what: words("what is limited"),
    reason: words("why, with what happened"),
    until: onDay("the day it ends"),
    reviewOn: onDay("the day to look at it again"),
  }),
  z.object({
    type: z.literal("review-conduct"),
    decision: z.enum(["kept", "lifted"], "Choose whether it is kept or lifted."),
    reason: words("the reason"),
    reviewOn: onDayOrNot("the next day to look at it"),
  }),
] as const;
