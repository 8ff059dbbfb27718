import { z } from "zod";
import { chosen, chosenOrNot, onDay, optionalWords, words } from "../command-parts.ts";
import { day, NamedPerson } from "../vocabulary.ts";

export const remedyKinds = ["apology", "action", "money"] as const;

/** What changes so that it does not happen again (C-114). */
export const lessonKinds = [
  "policy",
  "procedure",
  "training",
  "information",
  "staffing",
  "system",
] as const;

const remedy = z.string();
const lesson = z.string();

/** Who sees to it: a person of the council, or somebody at a partner organisation. */
const Owner = z.object({ name: z.string(), person: z.string().exactOptional() }).readonly();

const Promise = z.object({
  kind: z.enum(remedyKinds),
  what: z.string(),
  owner: Owner,
  due: day,
  /** In pence; only for money. */
  pence: z.number().int().positive().exactOptional(),
  point: z.string().exactOptional(),
});

const Change = z.object({
  kind: z.enum(lessonKinds),
  what: z.string(),
  owner: NamedPerson,
  due: day,
});

export const remedyEvents = [
  z.object({ type: z.literal("remedy-promised"), remedy, ...Promise.shape }),
  z.object({ type: z.literal("remedy-accepted"), remedy }),
  z.object({ type: z.literal("remedy-done"), remedy, on: day, evidence: z.string() }),
  z.object({
    type: z.literal("remedy-undeliverable"),
    remedy,
    reason: z.string(),
    alternative: z.string(),
  }),
  z.object({ type: z.literal("lesson-noted"), lesson, ...Change.shape }),
  z.object({ type: z.literal("lesson-done"), lesson, on: day, whatChanged: z.string() }),
] as const;

/** Something the council said it would do to put things right. */
export const Remedy = z
  .object({
    id: remedy,
    ...Promise.shape,
    /** When it was promised; not known of those promised before this was kept. */
    promisedAt: z.string().exactOptional(),
    acceptedAt: z.string().exactOptional(),
    done: z.object({ on: day, evidence: z.string() }).readonly().exactOptional(),
    /** It cannot be given, and what is offered instead (Code 7.4). */
    undeliverable: z
      .object({ reason: z.string(), alternative: z.string() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Remedy = z.infer<typeof Remedy>;

/** Something the council changes because of this complaint. */
export const Lesson = z
  .object({
    id: lesson,
    ...Change.shape,
    notedAt: z.string().exactOptional(),
    done: z.object({ on: day, whatChanged: z.string() }).readonly().exactOptional(),
  })
  .readonly();
export type Lesson = z.infer<typeof Lesson>;

const chosenRemedy = chosen("Choose the remedy.");

export const remedyCommands = [
  z.object({
    type: z.literal("promise-remedy"),
    kind: z.enum(remedyKinds, "Choose what kind of remedy it is."),
    what: words("what will be done"),
    /** A person of the council… */
    owner: chosenOrNot,
    /** …or somebody at a partner organisation, in words. */
    partner: optionalWords("who at the partner sees to it"),
    due: onDay("the day it will be done by"),
    pounds: z
      .union([z.literal(""), z.coerce.number().positive().max(1_000_000)], "Give an amount.")
      .transform((pounds) => (pounds === "" ? undefined : pounds))
      .optional(),
    point: chosenOrNot,
  }),
  z.object({ type: z.literal("accept-remedy"), remedy: chosenRemedy }),
  z.object({
    type: z.literal("complete-remedy"),
    remedy: chosenRemedy,
    on: onDay("the day it was done"),
    evidence: words("how you know that it was done"),
  }),
  z.object({
    type: z.literal("give-up-remedy"),
    remedy: chosenRemedy,
    reason: words("why it cannot be given"),
    alternative: words("what is offered instead"),
  }),
  z.object({
    type: z.literal("note-lesson"),
    kind: z.enum(lessonKinds, "Choose what kind of change it is."),
    what: words("what will change"),
    owner: chosen("Choose who sees to it."),
    due: onDay("the day it will be done by"),
  }),
  z.object({
    type: z.literal("complete-lesson"),
    lesson: chosen("Choose the lesson."),
    on: onDay("the day it was done"),
    whatChanged: words("what has changed"),
  }),
] as const;
