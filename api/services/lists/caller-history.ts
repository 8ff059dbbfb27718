import type { Caller, CallerHistory } from "../../contract/caller.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { contactPointsOf } from "../../domain/case/contact-points.ts";
import { foundBy } from "../../domain/case/find-keys.ts";
import { listedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { sha256 } from "../digest.ts";
import { findPartitions, mayLog } from "./pages.ts";
import type { Ports } from "../ports/ports.ts";
import { presentRow } from "./present-row.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen } from "../seen-case.ts";

/** As many as somebody takes in while a caller speaks. */
const mostCases = 8;
/** Of all whose contact begins alike. */
const mostRead = 200;

/** Earlier cases of whoever calls, by e-mail, phone and postcode, newest first, for those who log calls. */
export async function callerHistory(
  ports: Ports,
  person: Person,
  caller: Caller,
): Promise<Result<CallerHistory, Refusal>> {
  if (!mayLog(person)) {
    return refused({ kind: "not-permitted", message: "Your role does not log complaints." });
  }
  const same = await sameContacts(ports, person, caller);
  // What was listed may have been closed to this person since, and much of it never was theirs to see.
  const found = await Promise.all([...same.keys()].map((id) => findSeen(ports, person, id)));
  const seen = found.flatMap((stored) => (stored === undefined ? [] : [stored.case]));
  const services = await ports.directory.services();
  const today = londonDate(ports.clock.now().toISOString());
  const { calendar } = ports;
  return ok({
    cases: seen.map((theCase) => ({
      row: presentRow(listedCase(theCase, policyNow(theCase), calendar), {
        today,
        calendar,
        services,
      }),
      same: same.get(theCase.id) ?? [],
    })),
    adjustments: [
      ...new Set(seen.flatMap(({ flags }) => flags.filter(isAdjustment).map(({ words }) => words))),
    ],
  });
}

const isAdjustment = ({ flag }: Case["flags"][number]): boolean => flag === "adjustment";

/** The newest cases of each contact, and what each has in common with the caller. */
async function sameContacts(
  ports: Ports,
  person: Person,
  caller: Caller,
): Promise<Map<CaseId, string[]>> {
  const { email = "", phone = "", address = "" } = caller;
  const partitions = findPartitions(person);
  const pages = await Promise.all(
    contactPointsOf({ email, phone, address }).flatMap((point) =>
      partitions.map(async (partition) => {
        const { stretch, word } = foundBy(point, sha256);
        const { cases } = await ports.views.list(partition, { limit: mostRead, stretch });
        return cases
          .filter(({ found }) => found?.words.includes(word))
          .map(({ caseId, receivedAt }) => ({ caseId, receivedAt, kind: point.kind }));
      }),
    ),
  );
  const newestFirst = pages.flat().toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  const same = new Map<CaseId, string[]>();
  for (const { caseId, kind } of newestFirst) {
    const known = same.get(caseId);
    if (known !== undefined) known.push(kind);
    else if (same.size < mostCases) same.set(caseId, [kind]);
  }
  return same;
}
