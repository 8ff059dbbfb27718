import { mostTogether, type LookAlike, type LookAlikes } from "../../contract/triage.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import { isWaiting, lookAlikesAmong } from "../../domain/case/links/look-alikes.ts";
import { listedCase, type ListedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { partitionsOf, queuesFor } from "./pages.ts";
import type { Ports } from "../ports/ports.ts";
import { progressWords } from "./present-row.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";

/** The newest cases that are compared: one answer of storage, with the one row that tells of more. */
const mostCompared = 999;

/**
 * The cases that say nearly the same as one that waits, among the newest that this person's own lists
 * show: a campaign, or one person's letter to many addresses.
 */
export async function lookAlikes(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<LookAlikes, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return refused(noSuchCase);
  const one = listedCase(stored.case, policyNow(stored.case), ports.calendar);
  const { others, copies, campaign, first } = lookAlikesAmong(
    one,
    one.alike === undefined ? [] : await newestFor(ports, person),
  );
  const shown = others.slice(0, mostTogether - 1);
  const unshown = others.slice(mostTogether - 1);
  return ok({
    others: shown.map(lineOf),
    moreWaiting: unshown.filter(isWaiting).length,
    copies: copies.slice(0, mostTogether - 1).map(lineOf),
    campaign: { ...campaign },
    first,
  });
}

async function newestFor(ports: Ports, person: Person): Promise<ListedCase[]> {
  if (!queuesFor(person).includes("all-cases")) return [];
  const pages = await Promise.all(
    partitionsOf("all-cases", person).map((partition) =>
      ports.views.list(partition, { limit: mostCompared }),
    ),
  );
  return pages.flatMap(({ cases }) => cases);
}

function lineOf(listed: ListedCase): LookAlike {
  return {
    caseId: listed.caseId,
    subject: listed.subject,
    complainant: listed.complainant,
    receivedOn: londonDate(listed.receivedAt),
    progress: progressWords(listed),
    waiting: isWaiting(listed),
  };
}
