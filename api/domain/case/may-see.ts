import type { Person } from "../people/actor.ts";
import type { Case } from "./case.ts";

/**
 * Whether a person may know of this case at all (invariant I6): the complaints team and auditors
 * see every case, services see their own and what was given to them, councillors only those they
 * sponsor. Whoever loses the role loses the sight, whatever they were once assigned.
 */
export function maySee(theCase: Case, person: Person): boolean {
  const { officer, service, sponsor, submission } = theCase;
  const isOfService = service !== undefined && person.services.includes(service);
  return person.roles.some((role) => {
    switch (role) {
      case "complaints-officer":
      case "auditor":
        return true;
      case "case-officer":
        return isOfService || officer?.id === person.id;
      case "head-of-service":
      case "director":
        return isOfService || submission?.approver === person.id;
      case "councillor":
        return sponsor === person.id;
    }
  });
}
