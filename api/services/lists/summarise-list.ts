import type { ListSummary, Pressing, QueueName } from "../../contract/case-list.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { CaseStatus } from "../../domain/case/case.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import {
  flagsOf,
  nobody,
  openStretch,
  sortsOf,
  sponsored,
  stageOf,
  stateOf,
} from "./list-choices.ts";
import { mostLookedThrough, notYourList } from "./list-cases.ts";
import { partitionsOf, queuesFor } from "./pages.ts";
import type { Ports } from "../ports/ports.ts";
import { flagName } from "./present-row.ts";
import type { Refusal } from "../refusal.ts";

const pressing: Readonly<Record<Pressing, string>> = {
  overdue: "overdue",
  "due-today": "due today",
  "due-soon": "due soon",
};

const waitingFor: Readonly<Record<CaseStatus, string>> = {
  triage: "To be classified",
  allocation: "To be assigned",
  investigating: "With an officer",
  "awaiting-approval": "With an approver",
  sending: "Being sent",
  answered: "Answered",
  closed: "Closed",
};

type Filters = ListSummary["filters"];
type Options = Filters[number]["options"];

/**
 * A list in numbers: what is open in it, what presses, and what it can be narrowed to with how many
 * there are of each. Reads that list alone and no more than one answer of storage for each of its parts.
 */
export async function summariseList(
  ports: Ports,
  person: Person,
  queue: QueueName,
): Promise<Result<ListSummary, Refusal>> {
  if (!queuesFor(person).includes(queue)) return refused(notYourList);
  const asked = { limit: mostLookedThrough, stretch: openStretch(queue) };
  const pages = await Promise.all(
    partitionsOf(queue, person).map((partition) => ports.views.list(partition, asked)),
  );
  const all = new Map(pages.flatMap(({ cases }) => cases.map((one) => [one.caseId, one] as const)));
  const listed = [...all.values()];
  const standing = {
    today: londonDate(ports.clock.now().toISOString()),
    calendar: ports.calendar,
  };
  const states = listed.map((one) => stateOf(one, standing));
  const services = await ports.directory.services();
  const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? id;
  return ok({
    queue,
    open: listed.filter(({ status }) => status !== "closed").length,
    more: pages.some(({ next }) => next !== undefined),
    pressing: (Object.keys(pressing) as Pressing[]).map((state) => ({
      state,
      words: pressing[state],
      count: states.filter((each) => each === state).length,
    })),
    sorts: sortsOf(queue),
    filters: filtersOf(listed, nameOf),
  });
}

function filtersOf(listed: readonly ListedCase[], nameOf: (service: string) => string): Filters {
  const officers = new Map(
    listed.flatMap(({ officer }) => (officer === undefined ? [] : [[officer.id, officer.name]])),
  );
  const all: Filters = [
    {
      name: "service",
      title: "Service",
      options: counted(listed, ({ service }) => [service], nameOf).toSorted(byWords),
    },
    {
      name: "stage",
      title: "Stage",
      options: counted(
        listed,
        (one) => [stageOf(one)],
        (stage) => `Stage ${stage}`,
      ).toSorted(byWords),
    },
    {
      name: "status",
      title: "Waiting for",
      options: counted(
        listed,
        ({ status }) => [status],
        (status) => waitingFor[status as CaseStatus],
      ),
    },
    {
      name: "officer",
      title: "Officer",
      options: counted(
        listed,
        ({ officer }) => [officer?.id ?? nobody],
        (id) => officers.get(id) ?? "Nobody yet",
      ).toSorted(byWords),
    },
    {
      name: "flag",
      title: "Marked",
      options: counted(listed, flagsOf, (flag) =>
        flag === sponsored ? "Sponsored" : flagName(flag),
      ),
    },
  ];
  // What all cases have in common narrows nothing.
  return all.filter(({ name, options }) => options.length > (name === "flag" ? 0 : 1));
}

function counted(
  listed: readonly ListedCase[],
  valuesOf: (one: ListedCase) => readonly (string | undefined)[],
  wordsOf: (value: string) => string,
): Options {
  const counts = new Map<string, number>();
  for (const value of listed.flatMap(valuesOf)) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, words: wordsOf(value), count }));
}

const byWords = (a: Options[number], b: Options[number]): number => a.words.localeCompare(b.words);
