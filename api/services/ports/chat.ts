import type { CaseCard, ChatCard } from "../../domain/case/case-card.ts";
import type { PersonId } from "../../domain/people/actor.ts";

/** Where a posted card lives, so that it can be replaced later. */
export type PostedCard = { readonly conversation: string; readonly activity: string };

export type PostOutcome =
  | { readonly kind: "posted"; readonly at: PostedCard }
  /** No chat with this person is known, or Teams says they cannot be written to. */
  | { readonly kind: "unreachable"; readonly why: string }
  /** Teams gave no answer: the card may stand in the chat or not. */
  | { readonly kind: "unknown" };

/** Telling people of the council something in Teams chat. What throws (throttling, outage) was not posted. */
export interface Chat {
  post(person: PersonId, card: ChatCard): Promise<PostOutcome>;
  /** Turns a card that was posted earlier into another; a card that has gone is not an error. */
  replace(person: PersonId, at: PostedCard, card: CaseCard): Promise<void>;
}
