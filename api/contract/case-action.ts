import { z } from "zod";
import type { PersonAction } from "../domain/case/commands.ts";
import type { CaseType, Outcome } from "../domain/case/vocabulary.ts";

const caseTypes = [
  "complaint",
  "service-request",
  "compliment",
  "comment",
] as const satisfies readonly CaseType[];
const outcomes = [
  "upheld",
  "partly-upheld",
  "not-upheld",
  "withdrawn",
] as const satisfies readonly Outcome[];

/** The longest reply, note or comment that is accepted, in characters. */
export const longestText = 50_000;

const text = (what: string) =>
  z.string().trim().min(1, `Write ${what} first.`).max(longestText, `Shorten ${what}.`);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const outcome = z.enum(outcomes);

/** What a person can ask of a case; whether they may is decided by the server from the stored case. */
export const CaseAction = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("classify"),
    caseType: z.enum(caseTypes),
    service: z.string().min(1, "Choose the service it is about."),
    reason: z.string().trim().max(500).default(""),
  }),
  z.object({ type: z.literal("assign"), officer: z.string().min(1, "Choose who takes the case.") }),
  z.object({ type: z.literal("add-note"), text: text("the note") }),
  z.object({ type: z.literal("save-draft"), text: text("the reply") }),
  /** `text` is the hash of the draft the author was looking at, so that nothing unseen is submitted. */
  z.object({ type: z.literal("submit"), text: hash }),
  /** `text` is the hash of the letter the approver was shown. */
  z.object({ type: z.literal("approve"), text: hash }),
  z.object({ type: z.literal("return"), text: hash, comment: text("what should change") }),
  z.object({ type: z.literal("escalate"), reason: z.string().trim().max(2000).default("") }),
  z.object({ type: z.literal("close"), outcome, reason: text("why the case is closed") }),
]);
export type CaseAction = z.infer<typeof CaseAction>;
export type CaseActionType = PersonAction;

/** The body of `POST /api/cases/{caseId}/actions`. */
export const ActionRequest = z.object({
  /** Made by the client: sending the same id again returns the first outcome and changes nothing. */
  actionId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, "Send an actionId of 8 to 64 letters and digits."),
  action: CaseAction,
});
export type ActionRequest = z.infer<typeof ActionRequest>;

/** The answer to an accepted action. */
export const ActionAccepted = z.object({
  caseId: z.string(),
  version: z.number().int(),
  /** What was done, as a sentence to show. */
  message: z.string(),
});
export type ActionAccepted = z.infer<typeof ActionAccepted>;
