import { z } from "zod";
import type { Choice as DomainChoice, Field as DomainField, Form } from "../domain/case/form.ts";

/** Something to choose from: a person, a service, a point of the case. */
export const Choice = z
  .object({ id: z.string(), name: z.string(), hint: z.string().exactOptional() })
  .readonly() satisfies z.ZodType<DomainChoice>;
export type Choice = z.infer<typeof Choice>;

const asked = {
  /** The field of the action that it fills. */
  name: z.string(),
  label: z.string(),
  hint: z.string().exactOptional(),
  required: z.boolean(),
  /** Asked only while another field of the form says this. */
  onlyWhen: z.object({ field: z.string(), is: z.string() }).readonly().exactOptional(),
} as const;

const day = z.iso.date();
const choices = z.array(Choice).readonly();

/** One thing an action asks; the page knows how each kind is filled in, and nothing else of it. */
export const Field = z.discriminatedUnion("kind", [
  z.object({
    ...asked,
    kind: z.literal("words"),
    lines: z.number().int(),
    value: z.string().exactOptional(),
  }),
  z.object({
    ...asked,
    kind: z.literal("choice"),
    choices,
    value: z.string().exactOptional(),
    officers: z.literal(true).exactOptional(),
  }),
  z.object({ ...asked, kind: z.literal("choices"), choices }),
  z.object({
    ...asked,
    kind: z.literal("day"),
    value: day.exactOptional(),
    earliest: day.exactOptional(),
    latest: day.exactOptional(),
  }),
  z.object({
    ...asked,
    kind: z.literal("number"),
    unit: z.string(),
    value: z.number().exactOptional(),
  }),
  z.object({ ...asked, kind: z.literal("tick") }),
  /** The letter that the rest of the form makes, prepared by the service as the form is filled in. */
  z.object({ ...asked, kind: z.literal("letter") }),
  /** Not asked but sent along: what the person was looking at. */
  z.object({ kind: z.literal("fixed"), name: z.string(), value: z.string() }),
]) satisfies z.ZodType<DomainField>;
export type Field = z.infer<typeof Field>;

/** What an action asks before it is done; the server alone says whether the answers will do. */
export const ActionForm = z.object({
  /** What to know before answering, sentence by sentence. */
  intro: z.array(z.string()).readonly().exactOptional(),
  fields: z.array(Field).readonly(),
}) satisfies z.ZodType<Form>;
export type ActionForm = z.infer<typeof ActionForm>;
