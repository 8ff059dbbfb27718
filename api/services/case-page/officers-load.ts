import type { Choice } from "../../contract/action-form.ts";
import type { OfficersLoad } from "../../contract/officers-load.ts";
import { londonDate, shortDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import { lastDayOfWeek } from "../../domain/calendar/periods.ts";
import { caseRules, fulfils } from "../../domain/case/case-rules.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Person, ServiceId } from "../../domain/people/actor.ts";
import type { StandIn } from "../../domain/people/cover.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { standInsToday } from "../away/stand-ins.ts";
import { openStretch, stateOf } from "../lists/list-choices.ts";
import { partitionsOf } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { choiceOf, fitOfficers } from "./case-choices.ts";

/** Of those nearest to the case; each costs one short query. */
const mostCounted = 24;
/** Beyond this nobody asks how much more it is. */
const mostRead = 99;

type Load = {
  readonly open: number;
  /** Whether there are more than were read. */
  readonly more: boolean;
  readonly overdue: number;
  readonly dueThisWeek: number;
};

type Counted = { readonly officer: Person; readonly load: Load };

/**
 * Whom a case can be given to, with how much each has and who is away: from the list of "My cases" of
 * each, so that it counts what they see there. `service` is the one it is about to be given to.
 */
export async function officersLoad(
  ports: Ports,
  person: Person,
  { caseId, service }: { readonly caseId: string; readonly service: ServiceId },
): Promise<Result<OfficersLoad, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  if (!givesToOthers.some((action) => fulfils(caseRules[action], stored.case, person))) {
    return refused(notToGive);
  }
  const services = await ports.directory.services();
  const about = services.find(({ id }) => id === service);
  const theCase = about === undefined ? stored.case : { ...stored.case, service: about.id };
  const people = await ports.directory.everybody();
  const fit = fitOfficers({ case: theCase, people, policy: policyNow(theCase) });
  const standIns = await standInsToday(ports);
  const isAway = ({ id }: Person) => standIns.some((one) => one.person === id);
  const here = fit.filter((officer) => !isAway(officer));
  const counted = await Promise.all(
    here
      .slice(0, mostCounted)
      .map(async (officer) => ({ officer, load: await loadOf(ports, officer) })),
  );
  const own = services.find(({ id }) => id === theCase.service);
  const isOwn = ({ officer }: Counted) => own !== undefined && officer.services.includes(own.id);
  return ok({
    groups: [
      { title: own?.name ?? "", officers: leastFirst(counted.filter(isOwn)) },
      { title: "Other officers", officers: leastFirst(counted.filter((one) => !isOwn(one))) },
      { title: "Not counted", officers: here.slice(mostCounted).map(choiceOf) },
      { title: "Away now", officers: fit.filter(isAway).map((one) => awayChoice(one, standIns)) },
    ].filter(({ officers }) => officers.length > 0),
  });
}

const givesToOthers = ["assign", "hand-over"] as const;

const notToGive: Refusal = {
  kind: "not-permitted",
  message: "Only the complaints team, a head of service or whoever has the case gives it away.",
};

async function loadOf({ views, clock, calendar }: Ports, officer: Person): Promise<Load> {
  const asked = { limit: mostRead, stretch: openStretch("my-cases") };
  const pages = await Promise.all(
    partitionsOf("my-cases", officer).map((partition) => views.list(partition, asked)),
  );
  // A restricted case stands in the list of whomever it names, whoever has it.
  const theirs = pages.flatMap(({ cases }) =>
    cases.filter((listed) => listed.officer?.id === officer.id),
  );
  const today = londonDate(clock.now().toISOString());
  const states = theirs.map((listed) => stateOf(listed, { today, calendar }));
  return {
    open: theirs.length,
    more: pages.some(({ next }) => next !== undefined),
    overdue: states.filter((state) => state === "overdue").length,
    dueThisWeek: theirs.filter((listed) => isDueBy(listed, today, lastDayOfWeek(today))).length,
  };
}

function isDueBy({ clock }: ListedCase, today: CalendarDate, last: CalendarDate): boolean {
  return clock !== undefined && clock.met === undefined && today <= clock.due && clock.due <= last;
}

function leastFirst(counted: readonly Counted[]): Choice[] {
  const pressing = ({ load: { overdue, dueThisWeek } }: Counted) => overdue + dueThisWeek;
  return counted
    .toSorted(
      (a, b) =>
        a.load.open - b.load.open ||
        pressing(a) - pressing(b) ||
        a.officer.name.localeCompare(b.officer.name),
    )
    .map(({ officer, load }) => withHint(choiceOf(officer), loadWords(load)));
}

function loadWords({ open, more, overdue, dueThisWeek }: Load): string {
  if (open === 0) return "no open cases";
  return [
    `${open}${more ? "+" : ""} open`,
    ...(overdue === 0 ? [] : [`${overdue} overdue`]),
    ...(dueThisWeek === 0 ? [] : [`${dueThisWeek} due this week`]),
  ].join(", ");
}

function awayChoice(officer: Person, standIns: readonly StandIn[]): Choice {
  const away = standIns.find(({ person }) => person === officer.id);
  const until = away === undefined ? "" : ` until ${shortDate(away.until)}`;
  const deputy = away?.deputy === undefined ? "" : `, ${away.deputy.name} stands in`;
  return withHint(choiceOf(officer), `away${until}${deputy}`);
}

function withHint({ hint, ...choice }: Choice, words: string): Choice {
  return { ...choice, hint: hint === undefined ? words : `${words} · ${hint}` };
}
