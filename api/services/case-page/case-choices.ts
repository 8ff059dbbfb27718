import type { Choice } from "../../contract/action-form.ts";
import type { CaseDetail, TriageGuide } from "../../contract/case-detail.ts";
import { unfitFor } from "../../domain/case/allocation/rules.ts";
import { approversOf } from "../../domain/case/sign-off/approvers.ts";
import { reasonChoices } from "../../domain/case/passage/words.ts";
import type { Person, Role } from "../../domain/people/actor.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { OpenedCase } from "./opened-case.ts";
import type { Suggestions } from "./present-suggestions.ts";

type Choices = CaseDetail["choices"];

/** What the triage page asks, with what the first message suggests or what was decided before. */
export function choicesFor(opened: OpenedCase, suggested: Suggestions | undefined): Choices {
  const { policy } = opened;
  return {
    caseTypes: [
      ...policy.caseTypes.map(({ countsAs, title, definition, examples, handling }) => ({
        ...{ id: countsAs, name: title, hint: definition, handling },
        ...(examples.length === 0 ? {} : { examples }),
      })),
      ...(opened.case.status === "triage" ? [spam] : []),
    ],
    guide: guideOf(policy),
    services: servicesToChoose(opened),
    officers: officersFor(opened),
    reasons: [...reasonChoices],
    ...(suggested === undefined ? decidedBefore(opened) : answersIn(suggested)),
  };
}

function guideOf({ triage }: Policy): TriageGuide {
  return {
    levels: triage.levels.map(({ title, words }) => ({ title, words })),
    questions: triage.questions.map(({ words }) => words),
  };
}

const spam: Choice = {
  id: "spam",
  name: "Spam",
  hint: "Set aside without a word to the sender. It can be classified all the same later.",
};

function answersIn({ type, service, reason }: Suggestions): Partial<Choices> {
  return {
    suggestedType: type,
    ...(service && { suggestedService: service }),
    ...(reason && { suggestedReason: reason }),
  };
}

function decidedBefore({ case: { type, service, about } }: OpenedCase): Partial<Choices> {
  const why = "It was classified so.";
  return {
    ...(type && { suggestedType: { id: type, why } }),
    ...(service && { suggestedService: { id: service, why } }),
    ...(about && { suggestedReason: { id: about, why } }),
  };
}

/** The council's services. */
export function servicesToChoose({ services }: OpenedCase): Choice[] {
  return services.map(({ id, name, directorate }) => ({ id, name, hint: directorate }));
}

/** Who may take the case, those of its service first: nobody whom the decision would refuse. */
export function officersFor(opened: OpenedCase): Choice[] {
  return fitOfficers(opened).map(choiceOf);
}

/** The same, as the directory knows them. */
export function fitOfficers({
  case: theCase,
  people,
  policy,
}: Pick<OpenedCase, "case" | "people" | "policy">): Person[] {
  const near = ({ services }: Person) =>
    theCase.service !== undefined && services.includes(theCase.service) ? 0 : 1;
  return people
    .filter((one) => one.id !== theCase.officer?.id && unfitFor(theCase, one, policy) === undefined)
    .sort((a, b) => near(a) - near(b) || a.name.localeCompare(b.name));
}

const helping = new Set<Role>([
  ...(["complaints-officer", "case-officer", "contributor", "head-of-service"] as const),
  ...(["director", "independent-reviewer", "link-officer"] as const),
]);

/** Everybody who may be asked something or given something to do. */
export function colleaguesFor({ people, policy }: OpenedCase): Choice[] {
  return people
    .filter(({ roles }) => roles.some((role) => helping.has(role)))
    .filter(({ procedures = [] }) => !policy.restricted || procedures.includes(policy.procedure))
    .sort(byName)
    .map(choiceOf);
}

/** Who else may sign off the letter that waits, and is not away. */
export function approversFor(opened: OpenedCase): Choice[] {
  return approversOf(opened.case, opened).map(choiceOf);
}

/** The councillors who can sponsor a case. */
export function councillorsFor({ people }: OpenedCase): Choice[] {
  return people
    .filter(({ roles }) => roles.includes("councillor"))
    .sort(byName)
    .map(choiceOf);
}

function byName(one: Person, other: Person): number {
  return one.name.localeCompare(other.name);
}

/** A person as something to choose; whom a partner's people work for is said, and once. */
export function choiceOf({ id, name, jobTitle, organisation = "" }: Person): Choice {
  const hint = jobTitle.includes(organisation) ? jobTitle : `${jobTitle}, ${organisation}`;
  return { id, name, hint };
}
