import type { IdForm } from "./message-ids.ts";
import type { Journal } from "./journal.ts";
import type { MailFact } from "./mail-facts.ts";
import type { MessageChange } from "./message-store.ts";

/** What an application asked to be told about, and where. */
export type StoredSubscription = {
  readonly id: string;
  readonly appId: string;
  readonly resource: string;
  readonly mailbox: string;
  /** Undefined when it covers all folders. */
  readonly folderId?: string;
  readonly changeTypes: readonly MessageChange["type"][];
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl?: string;
  readonly clientState?: string;
  readonly expiresAt: string;
  /** Fixed when the subscription is made, as in Graph. */
  readonly idForm: IdForm;
};

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
