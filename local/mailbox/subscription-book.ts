import type { Journal } from "./journal.ts";
import type { MailFact } from "./mail-facts.ts";
import type { StoredSubscription } from "./stored-subscription.ts";

/** The subscriptions of all applications; one whose time is over is as good as gone. */
export class SubscriptionBook {
  readonly #journal: Journal<MailFact>;
  readonly #clock: { now(): Date };
  readonly #subscriptions = new Map<string, StoredSubscription>();

  constructor(journal: Journal<MailFact>, clock: { now(): Date }) {
    this.#journal = journal;
    this.#clock = clock;
    journal.follow((fact) => {
      if (fact.fact === "subscription")
        this.#subscriptions.set(fact.subscription.id, fact.subscription);
      if (fact.fact === "subscription-ended") this.#subscriptions.delete(fact.id);
    });
  }

  put(subscription: StoredSubscription): void {
    this.#journal.record({ fact: "subscription", subscription });
  }

  end(subscription: StoredSubscription): void {
    this.#journal.record({ fact: "subscription-ended", id: subscription.id });
  }

  /** The subscriptions that still run. */
  active(): StoredSubscription[] {
    const now = this.#clock.now().getTime();
    return [...this.#subscriptions.values()].filter(({ expiresAt }) => Date.parse(expiresAt) > now);
  }
}
