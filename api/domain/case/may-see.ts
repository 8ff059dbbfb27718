import type { Person } from "../people/actor.ts";
import type { Case } from "./case.ts";

/**
 * Whether a person may know of this case at all (invariant I6): the complaints team and auditors
 * see every case, services see their own, councillors only those they sponsor.
 */
export function maySee(theCase: Case, person: Person): boolean {
  return (
    theCase.officer?.id === person.id ||
    theCase.submission?.approver === person.id ||
    person.roles.some((role) => {
      switch (role) {
        case "complaints-officer":
        case "auditor":
          return true;
        case "case-officer":
        case "head-of-service":
        case "director":
          return theCase.service !== undefined && person.services.includes(theCase.service);
        case "councillor":
          return theCase.sponsor === person.id;
      }
    })
  );
}
