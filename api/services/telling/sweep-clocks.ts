import { daysFrom } from "../../domain/calendar/days-from.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import type { Case } from "../../domain/case/case.ts";
import type { SystemCommand } from "../../domain/case/commands.ts";
import { isNudged } from "../../domain/case/is-nudged.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { viewOf } from "../../domain/case/view-keys.ts";
import type { Clock } from "../../domain/clocks/clock.ts";
import { clocksOf } from "../../domain/clocks/clocks-of.ts";
import { noticeOwed, type Notice } from "../../domain/clocks/next-notice.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import { passToDeputies } from "../away/pass-to-deputies.ts";
import { standInsToday } from "../away/stand-ins.ts";
import { commitOrThrow } from "../acting/commit-command.ts";
import { drainCommitted } from "../effects/drain-case.ts";
import { giveReminders } from "./give-reminders.ts";
import { isOfficeTime } from "./office-hours.ts";
import type { PendingEffect } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import { tellDesk } from "./tell-desk.ts";

const pageSize = 200;
const sweptTo = "swept-to";
/** How far back the very first sweep looks: it may come days after the first mail. */
const firstSweepDays = 31;

export type Sweep = { readonly visited: number; readonly given: number };

/**
 * Gives every notice that is owed by today: reads only the `due:` partitions since the last sweep, in
 * working hours, and catches up after an outage. Sweeping twice gives nothing twice.
 */
export async function sweepClocks(ports: Ports): Promise<Sweep> {
  if (!isOfficeTime(ports)) return { visited: 0, given: 0 };
  await passToDeputies(ports);
  const today = londonDate(ports.clock.now().toISOString());
  const from = (await ports.sync.get(sweptTo)) ?? addDays(today, -firstSweepDays);
  let visited = 0;
  let given = 0;
  let failed = 0;
  for (const day of daysFrom(from < today ? from : today, today)) {
    const due = await casesDue(ports, day);
    visited += due.length;
    for (const caseId of new Set(due.map((listed) => listed.caseId))) {
      try {
        given += await giveNotices(ports, caseId, today);
      } catch (cause) {
        // One case that cannot be told of must not keep the council from hearing of the others.
        failed += 1;
        ports.logger.error("case.not-swept", { caseId }, cause);
      }
    }
  }
  // Days with such a case are swept again until it has been told.
  if (failed === 0) await ports.sync.set(sweptTo, today);
  await tellDesk(ports, today);
  if (visited > 0) ports.logger.info("clocks.swept", { visited, given });
  return { visited, given };
}

async function casesDue(ports: Ports, day: string): Promise<ListedCase[]> {
  const due: ListedCase[] = [];
  let after: string | undefined;
  do {
    const page = await ports.views.list(viewOf.due(day), {
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    due.push(...page.cases);
    after = page.next;
  } while (after !== undefined);
  return due;
}

async function giveNotices(ports: Ports, caseId: string, today: string): Promise<number> {
  const found = await ports.cases.find(caseId);
  if (found === undefined) return 0;
  let stored = found;
  const effects: PendingEffect[] = [];
  const owed = noticesOwed(ports, stored.case, today);
  for (const { clock, notice } of owed) {
    const told = await present(ports, stored.case, await recipients(ports, stored.case, notice));
    const outcome = await commitOrThrow(ports, {
      caseId,
      actor: { kind: "system" },
      actionId: `notice-${notice.notice}-${clock.id}-${clock.due}`,
      before: stored,
      command: () => ({
        type: "give-notice",
        notice: notice.notice,
        clock: clock.id,
        due: clock.due,
        ...told,
      }),
      drain: "at-once",
    });
    if (outcome.kind === "committed") effects.push(...outcome.effects);
    // Another sweep gave it, and does what follows from it.
    const now = outcome.kind === "replayed" ? await ports.cases.find(caseId) : outcome.stored;
    stored = now ?? stored;
  }
  const reminded = await giveReminders(ports, stored, today);
  effects.push(...reminded.effects);
  // Even with nothing owed the case leaves this day's list for the day of its next notice.
  await drainCommitted(ports, { stored: reminded.stored, effects });
  return owed.length + reminded.given;
}

function noticesOwed(
  ports: Ports,
  theCase: Case,
  today: string,
): { clock: Clock; notice: Notice }[] {
  const policy = policyNow(theCase);
  if (!isNudged(theCase)) return [];
  return clocksOf(theCase, policy, ports.calendar).flatMap((clock) => {
    const notice = noticeOwed(clock, theCase.notices, today);
    return notice === undefined ? [] : [{ clock, notice }];
  });
}

// Whoever is away is not told: their deputy is, where the case is theirs to see.
async function present(
  ports: Ports,
  theCase: Case,
  ids: readonly PersonId[],
): Promise<Pick<SystemCommand & { type: "give-notice" }, "to" | "standIns">> {
  const away = await standInsToday(ports);
  const people = await ports.directory.everybody();
  const policy = policyNow(theCase);
  const standIns = ids.flatMap((id) => {
    const deputy = away.find(({ person }) => person === id)?.deputy;
    if (deputy === undefined || !maySee(theCase, deputy, policy)) return [];
    const inPlaceOf = { id, name: people.find((one) => one.id === id)?.name ?? "a colleague" };
    return [{ deputy: { id: deputy.id, name: deputy.name }, inPlaceOf }];
  });
  const to = ids.map((id) => standIns.find((one) => one.inPlaceOf.id === id)?.deputy.id ?? id);
  return { to: [...new Set(to)], ...(standIns.length === 0 ? {} : { standIns }) };
}

/** Whoever holds the case now; once overdue, also those the policy names. */
async function recipients(ports: Ports, theCase: Case, notice: Notice): Promise<PersonId[]> {
  const holder =
    theCase.status === "awaiting-approval" ? theCase.submission?.approver : theCase.officer?.id;
  const handler = theCase.officer?.id;
  const named = await Promise.all(
    notice.tells
      .filter((role) => role === "head-of-service" || role === "director")
      .map((role) => ports.directory.peopleWith(role, theCase.service)),
  );
  const ids = [holder, handler, ...named.flat().map(({ id }) => id)].filter(
    (id) => id !== undefined,
  );
  if (ids.length > 0 && (holder ?? handler) !== undefined) return [...new Set(ids)];
  const team = await ports.directory.peopleWith("complaints-officer");
  return [...new Set([...team.map(({ id }) => id), ...ids])];
}
