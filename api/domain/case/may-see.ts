import type { Person, PersonId, Role } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { stands } from "./case-rules.ts";
import type { Case } from "./case.ts";
import { isOfService } from "./of-service.ts";

/**
 * Whether a person may know of this case at all (invariant I6): the complaints team and auditors see
 * every case, services see their own and what was given to them, everybody else only what concerns
 * them. A restricted procedure opens to its members alone, a restricted case to those it names.
 * Whoever loses the role loses the sight, whatever they were once given.
 */
export function maySee(theCase: Case, person: Person, policy: Policy): boolean {
  return (
    isOfProcedure(person, policy) &&
    isAdmitted(theCase, person.id) &&
    isOfOrganisation(theCase, person) &&
    person.roles.some((role) => opens(role, { theCase, person, policy }))
  );
}

/** Whether the limits set to this case, if there are any, let somebody of that id in. */
export function isAdmitted({ access, officer, submission }: Case, id: PersonId): boolean {
  return (
    access === undefined ||
    officer?.id === id ||
    submission?.approver === id ||
    access.members.some((member) => member.id === id)
  );
}

/** Whether the case is one the link officer speaks about with the Ombudsman. */
export function isWithOmbudsman({ ombudsman }: Case, { procedure }: Policy): boolean {
  return ombudsman.length > 0 || procedure === "ombudsman-enquiry";
}

function isOfProcedure({ procedures = [] }: Person, { restricted, procedure }: Policy): boolean {
  return !restricted || procedures.includes(procedure);
}

// What a role opens across the council stays with the council: a partner sees what it was given.
function isOfOrganisation(theCase: Case, person: Person): boolean {
  return (
    person.organisation === undefined || isOfService(theCase, person) || isGiven(theCase, person)
  );
}

type Sight = { readonly theCase: Case; readonly person: Person; readonly policy: Policy };

function opens(role: Role, { theCase, person, policy }: Sight): boolean {
  switch (role) {
    case "complaints-officer":
    case "auditor":
      return true;
    case "case-officer":
    case "head-of-service":
    case "director":
      return isOfService(theCase, person) || isGiven(theCase, person);
    case "contributor":
      return isAskedOrNamed(theCase, person);
    case "independent-reviewer":
      return stands("handler", theCase, person) || isAskedOrNamed(theCase, person);
    case "link-officer":
      return isWithOmbudsman(theCase, policy) || isAskedOrNamed(theCase, person);
    case "councillor":
      return theCase.sponsors.some((sponsor) => sponsor.person === person.id);
    case "member-responsible":
    case "administrator":
      return false;
  }
}

function isGiven(theCase: Case, person: Person): boolean {
  return (
    stands("handler", theCase, person) ||
    stands("approver", theCase, person) ||
    isAskedOrNamed(theCase, person)
  );
}

function isAskedOrNamed(theCase: Case, person: Person): boolean {
  return (
    stands("asked", theCase, person) ||
    stands("owner", theCase, person) ||
    (theCase.access?.members.some(({ id }) => id === person.id) ?? false)
  );
}
