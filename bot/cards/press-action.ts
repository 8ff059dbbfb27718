import type { CaseId } from "#api/domain/case/vocabulary.ts";
import type { CardAction } from "./adaptive-card.ts";

/** The case actions that cards offer; each is the contract's own name. */
export const cardVerbs = [
  ...(["approve", "return", "delegate", "take-over"] as const),
  ...(["answer-point", "give-information", "accept", "decline"] as const),
] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** What a card sends back when it is pressed: what was looked at, never who or what may be. */
export type PressData = {
  readonly caseId: CaseId;
  /** The hash of the letter that was shown. */
  readonly text?: string;
  readonly point?: string;
  readonly request?: string;
};

/** A button that acts on a case; a client too old for it sends the same press as a message. */
export function pressAction(button: {
  readonly title: string;
  readonly verb: CardVerb;
  readonly data: PressData;
  readonly style?: "positive";
  readonly associatedInputs?: "none";
}): CardAction {
  const { verb, data, style, ...shared } = button;
  return {
    type: "Action.Execute",
    ...shared,
    ...(style === undefined ? {} : { style }),
    verb,
    data,
    // A message carries no verb of its own.
    fallback: { type: "Action.Submit", ...shared, data: { ...data, verb } },
  };
}
