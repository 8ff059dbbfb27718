import type { Case } from "../../domain/case/case.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import type { Ports } from "../ports/ports.ts";

/** Who hears what happens to a case: whoever has it, else those of the complaints team who may see it. */
export async function officerOrTeam(ports: Ports, theCase: Case): Promise<PersonId[]> {
  return theCase.officer === undefined ? teamOf(ports, theCase) : [theCase.officer.id];
}

/** Those of the complaints team who may see the case. */
export async function teamOf(ports: Ports, theCase: Case): Promise<PersonId[]> {
  const policy = policyNow(theCase);
  const team = await ports.directory.peopleWith("complaints-officer");
  return team.filter((person) => maySee(theCase, person, policy)).map(({ id }) => id);
}
