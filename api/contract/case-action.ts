import { z } from "zod";
import type { PersonAction, PersonCommand } from "../domain/case/commands.ts";

/**
 * What a person can ask of a case. The forms that come with a case say what each action needs; whether
 * the person may is decided by the server from the stored case.
 */
export type CaseAction = PersonCommand;
export type CaseActionType = PersonAction;

/** The body of `POST /api/cases/{caseId}/actions`. */
export type ActionRequest = {
  /** Made by the client: sending the same id again returns the first outcome and changes nothing. */
  readonly actionId: string;
  readonly action: CaseAction;
};

/** The same as a form fills it in: what is wrong with it comes back by field. */
export type FilledIn = { readonly type: CaseActionType } & Readonly<Record<string, unknown>>;

/** A draft as it was saved: its text is the one that was sent. */
const SavedDraft = z.object({
  stage: z.number().int(),
  draft: z.number().int(),
  hash: z.string(),
  savedAt: z.string(),
});

/** The answer to an accepted action. */
export const ActionAccepted = z.object({
  caseId: z.string(),
  version: z.number().int(),
  /** What was done, as a sentence to show. */
  message: z.string(),
  /** The words that were saved, after a draft was: nobody needs to fetch the case for them. */
  saved: SavedDraft.exactOptional(),
});
export type ActionAccepted = z.infer<typeof ActionAccepted>;
