import type { CaseDetail } from "../contract/case-detail.ts";
import type { Case } from "../domain/case/case.ts";
import { suggestService, suggestType } from "../domain/mail/suggest.ts";
import type { Person } from "../domain/people/actor.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Ports } from "./ports/ports.ts";

type Choices = CaseDetail["choices"];

/** What can be chosen on a case's forms, with what its own words suggest. */
export async function choicesFor(
  ports: Ports,
  theCase: Case,
  context: { policy: Policy; firstMessage: string },
): Promise<Choices> {
  const services = await ports.directory.services();
  const text = `${theCase.subject}\n${context.firstMessage}`;
  const suggestedService = suggestService(text, services);
  return {
    caseTypes: context.policy.caseTypes.map(({ countsAs, title, definition }) => ({
      id: countsAs,
      name: title,
      hint: definition,
    })),
    services: services.map(({ id, name, directorate }) => ({ id, name, hint: directorate })),
    officers: await officersFor(ports, theCase),
    outcomes: context.policy.outcomes.map(({ id, words }) => ({ id, name: words })),
    suggestedType: suggestType(text),
    ...(suggestedService ? { suggestedService } : {}),
  };
}

// Whoever wrote the answer at an earlier stage is left out: decide() would refuse them.
async function officersFor(ports: Ports, theCase: Case): Promise<Choices["officers"]> {
  const people = [
    ...(await ports.directory.peopleWith("case-officer")),
    ...(await ports.directory.peopleWith("complaints-officer")),
  ];
  const early = new Set(
    theCase.stages.flatMap(({ stage, author }) =>
      stage < theCase.stage && author ? [author] : [],
    ),
  );
  return [...people]
    .filter(({ id }) => !early.has(id))
    .sort((a, b) => rank(a, theCase) - rank(b, theCase) || a.name.localeCompare(b.name))
    .map(({ id, name, jobTitle }) => ({ id, name, hint: jobTitle }));
}

function rank(person: Person, theCase: Case): number {
  return theCase.service !== undefined && person.services.includes(theCase.service) ? 0 : 1;
}
