import { z } from "zod";
import type { CaseType, Reason } from "../domain/case/vocabulary.ts";

/** Another case that says nearly the same as the one at hand. */
export const LookAlike = z.object({
  caseId: z.string(),
  subject: z.string(),
  complainant: z.string(),
  receivedOn: z.string(),
  /** How it stands, in words. */
  progress: z.string(),
  /** Whether nobody has said yet what it is, so that it can be handled together with this one. */
  waiting: z.boolean(),
});
export type LookAlike = z.infer<typeof LookAlike>;

/** The cases of nearly the same words that somebody may see (`GET /api/cases/{caseId}/look-alikes`). */
export const LookAlikes = z.object({
  /** From other people: a campaign. The longest waiting first, then what was handled before. */
  others: z.array(LookAlike),
  /** How many more others wait than are listed. */
  moreWaiting: z.number().int(),
  /** From the same person, who wrote to several addresses. */
  copies: z.array(LookAlike),
  /** What the campaign is called, and the case that is answered for all: as they are, or as suggested. */
  campaign: z.object({ name: z.string(), lead: z.string() }),
  /** The first of the same person's cases, this one included. */
  first: z.string(),
});
export type LookAlikes = z.infer<typeof LookAlikes>;

/** As many cases as one press may handle: each of them is written by itself. */
export const mostTogether = 50;

const types = [
  ...(["complaint", "service-request", "compliment", "comment"] as const),
  "spam",
] as const satisfies readonly (CaseType | "spam")[];
const reasons = [
  ...(["delay", "missed-service", "poor-quality", "staff-conduct"] as const),
  ...(["no-reply", "decision", "charge", "wrong-information"] as const),
] as const satisfies readonly Reason[];

const actionId = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,40}$/, "Send an actionId of 8 to 40 letters and digits.");
const reference = z.string().trim().max(20);
const cases = z
  .array(reference)
  .min(1, "Choose which cases.")
  .max(mostTogether, `Choose at most ${mostTogether} cases.`);

/** The body of `POST /api/triage/together`: the same decision for several cases. */
export const HandleTogether = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("campaign"),
      /** Made by the client: sending the same id again finishes what was left over. */
      actionId,
      cases,
      lead: reference,
      campaign: z.string().trim().min(1, "Say what the campaign is called.").max(300),
      caseType: z.enum(types, "Choose what they are."),
      service: z.string().max(200),
      reason: z.string().max(2000).default(""),
      about: z.enum(reasons).exactOptional(),
      officer: z.string().max(200).exactOptional(),
    }),
    z.object({ kind: z.literal("duplicates"), actionId, cases, lead: reference }),
  ],
  "Say whether it is a campaign or one person’s duplicates.",
);
export type HandleTogether = z.infer<typeof HandleTogether>;

/** The answer, case by case: what failed can be sent again. */
export const HandledTogether = z.object({
  cases: z.array(
    z.object({
      caseId: z.string(),
      done: z.boolean(),
      /** What was done, or why it was not. */
      words: z.string(),
    }),
  ),
});
export type HandledTogether = z.infer<typeof HandledTogether>;
