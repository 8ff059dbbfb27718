import type { Caller, CallerHistory } from "../../contract/caller.ts";
import type { Case } from "../../domain/case/case.ts";
import { contactPointsOf } from "../../domain/case/contact-points.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { mayLog } from "./pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { rowsOf } from "./rows-of.ts";
import { sameContacts } from "./same-contacts.ts";
import { findSeen } from "../seen-case.ts";

/** As many as somebody takes in while a caller speaks. */
const mostCases = 8;

/** Earlier cases of whoever calls, by e-mail, phone and postcode, newest first, for those who log calls. */
export async function callerHistory(
  ports: Ports,
  person: Person,
  caller: Caller,
): Promise<Result<CallerHistory, Refusal>> {
  if (!mayLog(person)) {
    return refused({ kind: "not-permitted", message: "Your role does not log complaints." });
  }
  const { email = "", phone = "", address = "" } = caller;
  const points = contactPointsOf({ email, phone, address });
  const same = (await sameContacts(ports, person, points)).slice(0, mostCases);
  // What was listed may have been closed to this person since, and much of it never was theirs to see.
  const found = await Promise.all(
    same.map(async ({ caseId, kinds }) => ({
      kinds,
      stored: await findSeen(ports, person, caseId),
    })),
  );
  const seen = found.flatMap(({ kinds, stored }) =>
    stored === undefined ? [] : [{ theCase: stored.case, kinds }],
  );
  const rowOf = await rowsOf(ports);
  return ok({
    cases: seen.map(({ theCase, kinds }) => ({ row: rowOf(theCase), same: [...kinds] })),
    adjustments: [
      ...new Set(
        seen.flatMap(({ theCase }) => theCase.flags.filter(isAdjustment).map(({ words }) => words)),
      ),
    ],
  });
}

const isAdjustment = ({ flag }: Case["flags"][number]): boolean => flag === "adjustment";
