import { z } from "zod";
import { chosen, longText, words } from "../command-parts.ts";
import { findings, hash, NamedPerson } from "../vocabulary.ts";

const point = z.string();

export const pointEvents = [
  z.object({ type: z.literal("point-added"), point, title: z.string(), service: z.string() }),
  z.object({ type: z.literal("point-changed"), point, title: z.string(), service: z.string() }),
  z.object({ type: z.literal("point-dropped"), point, reason: z.string() }),
  z.object({ type: z.literal("point-answered"), point, text: hash }),
  z.object({
    type: z.literal("point-decided"),
    point,
    finding: z.enum(findings),
    reason: z.string(),
  }),
] as const;

/** One thing that went wrong, and the service that answers for it. */
export const Point = z
  .object({
    id: point,
    title: z.string(),
    service: z.string(),
    /** What the service says about it, for whoever writes the reply. */
    answer: z.object({ text: hash, by: NamedPerson, at: z.string() }).readonly().exactOptional(),
    finding: z.enum(findings).exactOptional(),
    findingReason: z.string().exactOptional(),
    /** Why it is not part of this complaint after all; kept, so that its number is never used again. */
    dropped: z.string().exactOptional(),
  })
  .readonly();
export type Point = z.infer<typeof Point>;

const chosenPoint = chosen("Choose the point.");
const title = words("what this point is about");
const service = chosen("Choose the service that answers it.");

export const pointCommands = [
  z.object({ type: z.literal("add-point"), title, service }),
  z.object({ type: z.literal("change-point"), point: chosenPoint, title, service }),
  z.object({
    type: z.literal("drop-point"),
    point: chosenPoint,
    reason: words("why it is not part of this complaint"),
  }),
  z.object({
    type: z.literal("answer-point"),
    point: chosenPoint,
    text: longText("what the service says about it"),
    /** Where nobody has answered yet, as whoever answers from a card believes. */
    isFirst: z.literal(true).exactOptional(),
  }),
  z.object({
    type: z.literal("decide-point"),
    point: chosenPoint,
    finding: z.enum(findings, "Choose what was found."),
    reason: words("the reason"),
  }),
] as const;
