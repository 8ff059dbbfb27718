import type { CaseInCommon } from "../../contract/caller.ts";
import type { CaseRow } from "../../contract/case-list.ts";
import type { OtherCases } from "../../contract/other-cases.ts";
import { contactPointsOf, isSameHouse } from "../../domain/case/contact-points.ts";
import { isSameName } from "../../domain/case/find-keys.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Complainant } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { rowsOf } from "../lists/rows-of.ts";
import { sameContacts, type SameContact } from "../lists/same-contacts.ts";
import { onlyFollows } from "./opened-case.ts";

// Each is looked up as it stands now, so these bound what a page costs, however many there are.
const mostOfPerson = 12;
const mostOfAddress = 6;

/**
 * What else the person of a case brought, known by e-mail, phone, or name and postcode, and what their
 * neighbours did. Asked for apart from the case, and only of what this person may see.
 */
export async function otherCases(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<OtherCases, Refusal>> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined || onlyFollows(person)) return refused(noSuchCase);
  const { id, complainant } = stored.case;
  const points = contactPointsOf(complainant);
  const same = await sameContacts(ports, person, points);
  const others = same.filter((one) => one.caseId !== id);
  const theirs = others.filter((one) => isOfPerson(one, complainant));
  const nearby = others.filter((one) => !isOfPerson(one, complainant));
  const rowOf = await rowsOf(ports);
  const lines = (some: readonly SameContact[]) =>
    linesOf(ports, person, { some, complainant, rowOf });
  const [ofPerson, ofAddress] = await Promise.all([
    lines(theirs.slice(0, mostOfPerson)),
    lines(nearby.slice(0, mostOfAddress)),
  ]);
  return ok({ person: ofPerson, more: theirs.length > mostOfPerson, address: ofAddress });
}

function isOfPerson({ kinds, complainant }: SameContact, { name }: Complainant): boolean {
  return kinds.some((kind) => kind !== "postcode") || isSameName(complainant, name);
}

type Lines = {
  readonly some: readonly SameContact[];
  readonly complainant: Complainant;
  readonly rowOf: (theCase: Case) => CaseRow;
};

async function linesOf(
  ports: Ports,
  person: Person,
  { some, complainant, rowOf }: Lines,
): Promise<CaseInCommon[]> {
  const lines = await Promise.all(
    some.map(async ({ caseId, kinds }): Promise<CaseInCommon[]> => {
      const stored = await findSeen(ports, person, caseId);
      if (stored === undefined) return [];
      const isHouse = isSameHouse(stored.case.complainant.address, complainant.address);
      const same = kinds.map((kind) => (kind === "postcode" && isHouse ? "address" : kind));
      return [{ row: rowOf(stored.case), same }];
    }),
  );
  return lines.flat();
}
