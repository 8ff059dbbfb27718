import { z } from "zod";
import { chosen, chosenOrNot, longText, onDay, words } from "../command-parts.ts";
import { day, hash, NamedPerson } from "../vocabulary.ts";

const request = z.string();

export const requestEvents = [
  z.object({
    type: z.literal("information-requested"),
    request,
    to: NamedPerson,
    question: z.string(),
    due: day,
    /** The point it is asked for. */
    point: z.string().exactOptional(),
  }),
  z.object({ type: z.literal("information-given"), request, text: hash }),
  z.object({ type: z.literal("information-request-withdrawn"), request, reason: z.string() }),
] as const;

/** A question to somebody in a service, with a date of its own. */
export const InformationRequest = z
  .object({
    id: request,
    to: NamedPerson,
    question: z.string(),
    due: day,
    point: z.string().exactOptional(),
    askedBy: NamedPerson,
    askedAt: z.string(),
    answer: z.object({ text: hash, by: NamedPerson, at: z.string() }).readonly().exactOptional(),
    withdrawn: z.string().exactOptional(),
  })
  .readonly();
export type InformationRequest = z.infer<typeof InformationRequest>;

export const requestCommands = [
  z.object({
    type: z.literal("request-information"),
    to: chosen("Choose whom to ask."),
    question: words("the question"),
    due: onDay("the day you need it by"),
    point: chosenOrNot,
  }),
  z.object({
    type: z.literal("give-information"),
    request: chosen("Choose the question."),
    text: longText("the answer"),
  }),
  z.object({
    type: z.literal("withdraw-request"),
    request: chosen("Choose the question."),
    reason: words("why it is no longer needed"),
  }),
] as const;
