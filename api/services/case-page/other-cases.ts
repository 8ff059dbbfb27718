import type { CaseInCommon } from "../../contract/caller.ts";
import type { OtherCases } from "../../contract/other-cases.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import { contactPointsOf, isSameHouse } from "../../domain/case/contact-points.ts";
import { isSameName } from "../../domain/case/find-keys.ts";
import { listedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Complainant } from "../../domain/case/vocabulary.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { presentRow } from "../lists/present-row.ts";
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
  const lines = (some: readonly SameContact[]) => linesOf(ports, person, { some, complainant });
  const [ofPerson, ofAddress] = await Promise.all([
    lines(theirs.slice(0, mostOfPerson)),
    lines(nearby.slice(0, mostOfAddress)),
  ]);
  return ok({ person: ofPerson, more: theirs.length > mostOfPerson, address: ofAddress });
}

function isOfPerson({ kinds, complainant }: SameContact, { name }: Complainant): boolean {
  return kinds.some((kind) => kind !== "postcode") || isSameName(complainant, name);
}

async function linesOf(
  ports: Ports,
  person: Person,
  {
    some,
    complainant,
  }: { readonly some: readonly SameContact[]; readonly complainant: Complainant },
): Promise<CaseInCommon[]> {
  const { calendar } = ports;
  const services = await ports.directory.services();
  const today = londonDate(ports.clock.now().toISOString());
  const lines = await Promise.all(
    some.map(async ({ caseId, kinds }): Promise<CaseInCommon[]> => {
      const stored = await findSeen(ports, person, caseId);
      if (stored === undefined) return [];
      const { case: theCase } = stored;
      const listed = listedCase(theCase, policyNow(theCase), calendar);
      const isHouse = isSameHouse(theCase.complainant.address, complainant.address);
      return [
        {
          row: presentRow(listed, { today, calendar, services }),
          same: kinds.map((kind) => (kind === "postcode" && isHouse ? "address" : kind)),
        },
      ];
    }),
  );
  return lines.flat();
}
