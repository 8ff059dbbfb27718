import type { CaseCard, ChatCard } from "#api/domain/case/case-card.ts";
import type { PersonId } from "#api/domain/people/actor.ts";
import type { Chat, PostedCard, PostOutcome } from "#api/services/ports/chat.ts";

export type PostedTo = { readonly person: PersonId; readonly at: PostedCard; card: ChatCard };

/** Everybody's chat with Redress, as they see it. */
export class RecordingChat implements Chat {
  readonly cards: PostedTo[] = [];
  readonly unreachable = new Set<PersonId>();
  /** How many calls Teams still refuses because there are too many. */
  throttled = 0;

  post(person: PersonId, card: ChatCard): Promise<PostOutcome> {
    if (this.#isThrottled()) return Promise.reject(new Error("Teams answered 429."));
    if (this.unreachable.has(person)) {
      return Promise.resolve({ kind: "unreachable", why: "They have blocked Redress in Teams." });
    }
    const at = { conversation: `chat-${person}`, activity: `activity/${this.cards.length}` };
    this.cards.push({ person, at, card });
    return Promise.resolve({ kind: "posted", at });
  }

  replace(person: PersonId, at: PostedCard, card: CaseCard): Promise<void> {
    if (this.#isThrottled()) return Promise.reject(new Error("Teams answered 429."));
    const standing = this.cards.find(
      (posted) => posted.person === person && posted.at.activity === at.activity,
    );
    if (standing !== undefined) standing.card = card;
    return Promise.resolve();
  }

  /** What one person sees in chat now, oldest first. */
  seenBy(person: PersonId): ChatCard[] {
    return this.cards.filter((posted) => posted.person === person).map(({ card }) => card);
  }

  #isThrottled(): boolean {
    if (this.throttled === 0) return false;
    this.throttled -= 1;
    return true;
  }
}
