import type { QueueName } from "#api/contract/case-list.ts";
import type { Me } from "#api/contract/me.ts";

/** A page of the left rail. */
export type Place = {
  readonly name: QueueName | "log" | "assurance";
  readonly title: string;
};

/** The pages this person's roles open, in the order the service gives. */
export function placesOf({ queues, logs, assurance }: Me): readonly Place[] {
  return [
    ...queues,
    ...(logs ? [{ name: "log", title: "Log a complaint" } as const] : []),
    ...(assurance ? [{ name: "assurance", title: "Assurance" } as const] : []),
  ];
}

/** Whether a page of the rail is a list of cases. */
export function isList(name: Place["name"]): name is QueueName {
  return name !== "log" && name !== "assurance";
}

/** Where a link leads that names something to open: the proof by its own name, anything else as a case. */
export function pathNamed(named: string): string {
  return named === "assurance" ? "/assurance" : `/cases/${encodeURIComponent(named)}`;
}
