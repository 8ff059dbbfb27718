import type { Case, StageRecord } from "./case.ts";
import type { CaseEvent } from "./events.ts";
import type { NamedPerson } from "./vocabulary.ts";

/** An instant that lies on that London day, whatever the season. */
export function middayOf(date: string): string {
  return `${date}T12:00:00.000Z`;
}

/** The person an event came from, for whatever only people do. */
export function personOf({ by }: CaseEvent): NamedPerson {
  return by.kind === "person" ? { id: by.id, name: by.name } : { id: "", name: "" };
}

/** The case with something of one of its stages changed. */
export function withStage(theCase: Case, stage: number, change: Partial<StageRecord>): Case {
  return {
    ...theCase,
    stages: theCase.stages.map((record) =>
      record.stage === stage ? { ...record, ...change } : record,
    ),
  };
}

/** The list with one of its entries changed. */
export function withEntry<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  id: string,
  change: Partial<Entry>,
): readonly Entry[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}

/** The number of the next entry of a list from which nothing is ever taken. */
export function nextId(entries: readonly unknown[]): string {
  return String(entries.length + 1);
}
