import { londonDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Names } from "../../domain/case/chapter.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { Person, Service } from "../../domain/people/actor.ts";
import { standInsOn, type StandIn } from "../../domain/people/cover.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Ports } from "../ports/ports.ts";

/** A case as one person opened it, with what its words are made from. */
export type OpenedCase = {
  readonly ports: Ports;
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly policy: Policy;
  readonly person: Person;
  /** Whether they work on it, or only follow it for a resident and read its answer when the resident does. */
  readonly follows: boolean;
  readonly now: string;
  readonly today: CalendarDate;
  readonly people: readonly Person[];
  readonly services: readonly Service[];
  /** Who is away today, and who stands in for them. */
  readonly standIns: readonly StandIn[];
  readonly names: Names;
};

/** Puts together what is needed to show a case to a person; everything but the case is at hand already. */
export async function openedBy(
  ports: Ports,
  person: Person,
  found: Pick<OpenedCase, "case" | "events">,
): Promise<OpenedCase> {
  const now = ports.clock.now().toISOString();
  const services = await ports.directory.services();
  const people = await ports.directory.everybody();
  const today = londonDate(now);
  const standIns = standInsOn(await ports.directory.covers(), today, people);
  const { id, version } = found.case.policy;
  return {
    ...found,
    ports,
    person,
    policy: policyOf(id, version),
    follows: onlyFollows(person),
    now,
    today,
    people,
    services,
    standIns,
    names: {
      service: (one) => services.find((service) => service.id === one)?.name ?? one,
      person: (one) => people.find((each) => each.id === one)?.name ?? "someone who has left",
    },
  };
}

/** Whether a person works on no case, and only follows those of residents. */
export function onlyFollows({ roles }: Person): boolean {
  return roles.every((role) => role === "councillor");
}
