import type { Assurance } from "../../contract/assurance.ts";
import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import { workingDaysBetween } from "../../domain/calendar/working-days.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { Person } from "../../domain/people/actor.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import { mayOpenCases, partitionsOf, queuesFor } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";

/** More than this is a number nobody needs to the last digit. */
const mostCounted = 200;
const mostShown = 10;

/** What nobody has classified yet, the oldest first: one page of the list of triage. */
export async function presentWaiting(ports: Ports, person: Person): Promise<Assurance["waiting"]> {
  const pages = await Promise.all(
    partitionsOf("triage", person).map((partition) =>
      ports.views.list(partition, { limit: mostCounted }),
    ),
  );
  const waiting = pages
    .flatMap(({ cases }) => cases)
    .filter(({ status }) => status === "triage")
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const more = pages.some(({ next }) => next !== undefined) ? "More than " : "";
  const [oldest] = waiting;
  const mayOpen = mayOpenCases(person);
  return {
    count: waiting.length,
    words:
      oldest === undefined
        ? "Everything that came in has been looked at."
        : `${more}${waiting.length} not classified yet, the oldest ${ageOf(ports, oldest)}`,
    oldest: waiting.slice(0, mostShown).map((listed) => ({
      caseId: listed.caseId,
      words: `Received ${shortDate(londonDate(listed.receivedAt))}, ${ageOf(ports, listed)} old`,
      mayOpen,
    })),
    mayList: queuesFor(person).includes("triage"),
  };
}

function ageOf(ports: Ports, { receivedAt }: ListedCase): string {
  const today = londonDate(ports.clock.now().toISOString());
  const { region } = policyOf(ports.settings.defaultPolicy).counting;
  const days = workingDaysBetween(londonDate(receivedAt), today, {
    region,
    calendar: ports.calendar,
  });
  if (days <= 0) return "less than a working day";
  return days === 1 ? "1 working day" : `${days} working days`;
}
