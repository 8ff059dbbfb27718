import type { FoundCases } from "../../contract/find.ts";
import { searchFor, type Search } from "../../domain/case/find-keys.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import { referencesIn } from "../../domain/mail/case-reference.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, type Result } from "../../domain/result.ts";
import { sha256 } from "../digest.ts";
import { findPartitions, mayOpenCases, queuesFor } from "./pages.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen } from "../seen-case.ts";
import { rowsOf } from "./rows-of.ts";

/** As many as somebody takes in while they type. */
const mostFound = 8;
/** Of each place it may stand, so that a name everybody has costs no more than a rare one. */
const mostRead = 200;
/** Looked at one by one before saying that there are none this person may see. */
const mostChecked = 24;

/**
 * Cases by what somebody typed so far: a reference, a name, an e-mail address, a postcode, a phone number
 * or the beginning of one. What is found is looked up as it stands now, and shown only to whom it opens.
 */
export async function findCases(
  ports: Ports,
  person: Person,
  text: string,
): Promise<Result<FoundCases, Refusal>> {
  const search = searchFor(text, sha256);
  if (search === undefined || queuesFor(person).length === 0) return ok({ cases: [], more: false });
  // A whole reference leads to its case, in whatever lists it does not stand.
  const named = referencesIn(text).slice(0, 1);
  const { candidates, more } = await candidatesFor(ports, person, search);
  const ids = [...new Set([...named, ...candidates])];
  const seen = await seenAmong(ports, person, ids);
  const rowOf = await rowsOf(ports);
  return ok({
    cases: seen.slice(0, mostFound).map(({ case: theCase }) => rowOf(theCase)),
    more: more || seen.length > mostFound,
  });
}

type Candidates = { readonly candidates: readonly CaseId[]; readonly more: boolean };

async function candidatesFor(ports: Ports, person: Person, search: Search): Promise<Candidates> {
  const partitions = findPartitions(person);
  for (const stretch of search.stretches) {
    const pages = await Promise.all(
      partitions.map((partition) => ports.views.list(partition, { stretch, limit: mostRead })),
    );
    const meant = pages.flatMap(({ cases }) =>
      cases.filter(({ found }) => found !== undefined && search.means(found.words)),
    );
    const near = meant.filter((listed) => mayConcern(person, listed));
    if (near.length === 0) continue;
    const candidates = near.toSorted(openThenNewest).map(({ caseId }) => caseId);
    return { candidates, more: pages.some(({ next }) => next !== undefined) };
  }
  return { candidates: [], more: false };
}

// What is open is asked for most.
function openThenNewest(a: ListedCase, b: ListedCase): number {
  const closed = Number(a.status === "closed") - Number(b.status === "closed");
  return closed === 0 ? b.receivedAt.localeCompare(a.receivedAt) : closed;
}

/** Whether a line found may be theirs, which spares looking up what cannot be; the stored case has the last word. */
export function mayConcern(person: Person, { found }: ListedCase): boolean {
  if (mayOpenCases(person) || person.roles.includes("link-officer")) return true;
  return [person.id, ...person.services].some((id) => found?.concerned.includes(id));
}

async function seenAmong(
  ports: Ports,
  person: Person,
  ids: readonly CaseId[],
): Promise<StoredCase[]> {
  const seen: StoredCase[] = [];
  const wanted = mostFound + 1;
  for (let at = 0; at < Math.min(ids.length, mostChecked) && seen.length < wanted; at += wanted) {
    const some = ids.slice(at, at + wanted);
    const found = await Promise.all(some.map((id) => findSeen(ports, person, id)));
    seen.push(...found.filter((stored) => stored !== undefined));
  }
  return seen;
}
