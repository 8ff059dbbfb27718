import type { PersonId } from "../../domain/people/actor.ts";
import type { PostedCard } from "./chat.ts";

/** Which chat belongs to which person, and which cards about a case stand in it. */
export interface ChatBook {
  /** Keeps the newest way to reach a person: the channel's own conversation reference, as JSON. */
  rememberChat(person: PersonId, reference: string): Promise<void>;
  findChat(person: PersonId): Promise<string | undefined>;
  forgetChat(person: PersonId): Promise<void>;
  rememberCard(card: StandingCard): Promise<void>;
  /** The cards about one purpose of a case that people still see. */
  cardsOf(caseId: string, purpose: string): Promise<readonly StandingCard[]>;
  forgetCard(card: StandingCard): Promise<void>;
}

/** A card that still stands in somebody's chat and must be settled when its question is. */
export type StandingCard = {
  readonly caseId: string;
  /** Such as `approval:1:<hash>`: what has to happen for the card to become a receipt. */
  readonly purpose: string;
  readonly person: PersonId;
  readonly at: PostedCard;
};
