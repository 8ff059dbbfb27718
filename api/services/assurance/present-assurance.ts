import type { Assurance } from "../../contract/assurance.ts";
import { lineOf, totalOf, type DayAccount } from "../../domain/assurance/account.ts";
import { londonDate, shortDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import { outcomeTitles } from "../../domain/mail/outcome-words.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { CheckDone } from "../mailbox/check-mailboxes.ts";
import type { Ports } from "../ports/ports.ts";
import { chatReach } from "./chat-reach.ts";
import { presentHealth } from "./present-health.ts";
import { presentToSeeTo } from "./present-to-see-to.ts";
import { presentWaiting } from "./present-waiting.ts";
import { presentServices } from "./service-activity.ts";

/** How many days the page sums up and lists. */
const daysShown = 30;

/** The whole page, from what the last check kept: the mailbox itself is not asked. */
export async function presentAssurance(
  ports: Ports,
  person: Person,
  check: CheckDone,
): Promise<Assurance> {
  const today = londonDate(ports.clock.now().toISOString());
  const since = addDays(today, 1 - daysShown);
  const [accounts, toSeeTo, waiting, services, reach] = await Promise.all([
    ports.assurance.days(since, today),
    presentToSeeTo(ports, person),
    presentWaiting(ports, person),
    presentServices(ports),
    chatReach(ports),
  ]);
  return {
    ...countsOf(accounts, { since, today }),
    checkedAt: check.at,
    covered: coveredWords(check),
    ...toSeeTo,
    waiting,
    services,
    health: await presentHealth(ports, check, reach),
    unreached: (reach?.unreached ?? []).map(({ name, jobTitle }) => ({ name, jobTitle })),
  };
}

function countsOf(
  accounts: readonly DayAccount[],
  { since, today }: { readonly since: CalendarDate; readonly today: CalendarDate },
) {
  const { outcomes, arriving, received, accountedFor, unaccounted } = totalOf(accounts);
  const line = { received, accountedFor, unaccounted };
  const days = [...new Set(accounts.map(({ day }) => day))].toSorted();
  return {
    ...line,
    words: lineOf(line),
    arriving,
    since: days[0] ?? since,
    until: today,
    breakdown: Object.entries(outcomeTitles).map(([outcome, title]) => ({
      outcome: outcome as keyof typeof outcomeTitles,
      title,
      count: outcomes[outcome] ?? 0,
    })),
    days: days.toReversed().map((day) => dayLine(accounts, day)),
  };
}

function dayLine(accounts: readonly DayAccount[], day: CalendarDate): Assurance["days"][number] {
  const ofDay = accounts.filter((account) => account.day === day);
  const { received, accountedFor, unaccounted } = totalOf(ofDay);
  const line = { received, accountedFor, unaccounted };
  const [checkedAt = ""] = ofDay.map((account) => account.checkedAt).toSorted();
  return { day, checkedAt, ...line, words: lineOf(line) };
}

const whatIsListed =
  "Mail counts in every folder, Junk Email and Deleted Items included, and after it was deleted for good as long as Exchange can recover it; what the mailbox wrote itself is left out.";

function coveredWords({ recent, older, unlisted }: CheckDone): string {
  const again =
    older === undefined
      ? ""
      : ` and, going back a week at each check, ${shortDate(older.first)} to ${shortDate(older.last)}`;
  const but = unlisted.length === 0 ? "" : ` ${unlisted.join(", ")} could not be listed.`;
  return `The mailboxes were listed anew for ${shortDate(recent.first)} to ${shortDate(recent.last)}${again}.${but} ${whatIsListed}`;
}
