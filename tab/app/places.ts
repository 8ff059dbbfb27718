import type { QueueName } from "#api/contract/case-list.ts";
import type { Me } from "#api/contract/me.ts";

/** A page of the left rail. */
export type Place = {
  readonly name: QueueName | "assurance";
  readonly title: string;
};

/** The pages this person's roles open, in the order the service gives. */
export function placesOf(me: Me): readonly Place[] {
  return me.assurance ? [...me.queues, { name: "assurance", title: "Assurance" }] : me.queues;
}
