import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import type { UnaccountedCard } from "../../domain/case/case-card.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import { isOfficeTime } from "../telling/office-hours.ts";
import type { Ports } from "../ports/ports.ts";

type Told = { readonly on: string; readonly ids: readonly string[] };

/** Something a person has to see to, by an id under which nobody is told of it twice a day. */
type Raised = { readonly id: string; readonly since: string; readonly isMail: boolean };

/**
 * Tells each complaints officer what is unaccounted although it was queued again, and what was given up:
 * in office hours, and of each only once a day. The telling is noted for each person after it was done,
 * so that a crash repeats at most one card.
 */
export async function tellUnaccounted(ports: Ports): Promise<void> {
  if (!isOfficeTime(ports)) return;
  const raised = await raisedNow(ports);
  if (raised.length === 0) return;
  const today = londonDate(ports.clock.now().toISOString());
  const officers = await ports.directory.peopleWith("complaints-officer");
  let reached = 0;
  for (const { id, organisation } of officers) {
    if (organisation !== undefined) continue;
    const told = await toldToday(ports, id, today);
    if (raised.every((one) => told.includes(one.id))) {
      reached += 1;
      continue;
    }
    if (!(await post(ports, id, cardOf(raised)))) continue;
    reached += 1;
    const ids = raised.map((one) => one.id);
    await ports.sync.set(nameOf(id), JSON.stringify({ on: today, ids } satisfies Told));
  }
  if (reached === 0) ports.logger.error("unaccounted.nobody-told", { count: raised.length });
}

/** One person's broken chat keeps nobody else from being told. */
async function post(ports: Ports, person: PersonId, card: UnaccountedCard): Promise<boolean> {
  try {
    const { kind } = await ports.chat.post(person, card);
    if (kind === "unreachable") ports.logger.warn("chat.unreachable", { person });
    return kind !== "unreachable";
  } catch (cause) {
    ports.logger.warn("unaccounted.not-told", { person }, cause);
    return false;
  }
}

async function raisedNow(ports: Ports): Promise<Raised[]> {
  const [mails, failed] = await Promise.all([
    ports.assurance.unaccounted(),
    ports.assurance.failed(),
  ]);
  return [
    ...mails
      .filter(({ raisedAt }) => raisedAt !== undefined)
      .map(({ key, receivedAt }) => ({ id: key, since: receivedAt, isMail: true })),
    ...failed
      .filter(({ givenUpAt, mail }) => givenUpAt !== undefined && mail === undefined)
      .map(({ id, since }) => ({ id, since, isMail: false })),
  ];
}

function cardOf(raised: readonly Raised[]): UnaccountedCard {
  const [oldest = ""] = raised.map(({ since }) => since).toSorted();
  return {
    kind: "mail-unaccounted",
    mails: raised.filter(({ isMail }) => isMail).length,
    otherWork: raised.filter(({ isMail }) => !isMail).length,
    oldestWords: shortDate(londonDate(oldest)),
  };
}

async function toldToday(ports: Ports, person: PersonId, today: string): Promise<string[]> {
  const saved = await ports.sync.get(nameOf(person));
  const told = saved === undefined ? undefined : (JSON.parse(saved) as Told);
  return told?.on === today ? [...told.ids] : [];
}

function nameOf(person: PersonId): string {
  return `unaccounted-told:${person}`;
}
