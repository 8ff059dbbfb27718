import { londonDate } from "../../calendar/london-date.ts";
import type { Person } from "../../people/actor.ts";
import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import { caseRules, fulfils } from "../case-rules.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { nextId, personOf, withEntry } from "../evolving.ts";
import type { EventOf } from "../events.ts";
import { maySee } from "../may-see.ts";
import { openPoint } from "../points/rules.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { InformationRequest, requestCommands, requestEvents } from "./facts.ts";
import { isOnlyAsked } from "./only-asked.ts";

export const requestDeciders: Deciders<typeof requestCommands> = {
  "request-information": requestInformation,
  "give-information": giveInformation,
  "withdraw-request": (before, { request, reason }) => {
    const found = openRequest(before, request);
    return found.ok ? ok([{ type: "information-request-withdrawn", request, reason }]) : found;
  },
};

export const requestHindrances: Hindrances<typeof requestCommands> = {
  "give-information": withoutRequests,
  "withdraw-request": withoutRequests,
};

export const requestEvolvers: Evolvers<typeof requestEvents> = {
  "information-requested": asked,
  "information-given": (before, event) =>
    withRequest(before, event.request, {
      answer: { text: event.text, by: personOf(event), at: event.at },
    }),
  "information-request-withdrawn": (before, { request, reason }) =>
    withRequest(before, request, { withdrawn: reason }),
};

/** The questions that wait for an answer. */
export function openRequests({ requests }: Case): InformationRequest[] {
  return requests.filter(isOpen);
}

function isOpen({ answer, withdrawn }: InformationRequest): boolean {
  return answer === undefined && withdrawn === undefined;
}

function withoutRequests(theCase: Case): string | undefined {
  return openRequests(theCase).length === 0
    ? "No question waits for an answer. Ask one first."
    : undefined;
}

function requestInformation(
  before: Case,
  command: CommandOf<"request-information">,
  context: PersonContext,
): Decision {
  const { now, people } = context;
  const { question, due, point } = command;
  const to = people.find(({ id }) => id === command.to);
  if (to === undefined) {
    return notPossible("That person is not in the directory. Choose one from the list.");
  }
  if (due < londonDate(now)) {
    return notPossible("That day has passed. Give today or a later day to answer by.");
  }
  const unfit = cannotBeAsked(before, { to, question, due }, context);
  if (unfit !== undefined) return notPossible(unfit);
  const { id, name } = to;
  const request = nextId(before.requests);
  const event = {
    type: "information-requested",
    request,
    to: { id, name },
    question,
    due,
  } as const;
  if (point === undefined) return ok([event]);
  const found = openPoint(before, point);
  return found.ok ? ok([{ ...event, point }]) : found;
}

type Asking = { readonly to: Person; readonly question: string; readonly due: string };

function cannotBeAsked(
  theCase: Case,
  asking: Asking,
  { now, person, policy }: PersonContext,
): string | undefined {
  const { to, question, due } = asking;
  if (to.id === person.id) return "Ask somebody else: this is for what others know.";
  const id = nextId(theCase.requests);
  const request = { id, to, question, due, askedBy: person, askedAt: now };
  // Being asked opens a case to most people, but not where it is restricted, nor to a role that never answers.
  const after = { ...theCase, requests: [...theCase.requests, request] };
  if (!maySee(after, to, policy) || !fulfils(caseRules["give-information"], after, to)) {
    return `${to.name} may not answer on this case, even when asked. Choose somebody who may see it and handles or answers complaints.`;
  }
  return openRequests(theCase).some(
    (one) => one.to.id === to.id && one.question.toLowerCase() === question.toLowerCase(),
  )
    ? `${to.name} was asked that already, and has not answered yet.`
    : undefined;
}

function giveInformation(
  before: Case,
  { request, text }: CommandOf<"give-information">,
  { person }: PersonContext,
): Decision {
  const found = openRequest(before, request);
  if (!found.ok) return found;
  const { to } = found.value;
  return to.id !== person.id && isOnlyAsked(before, "give-information", person)
    ? notPossible(
        `That question is for ${to.name} to answer. Answer those you were asked yourself.`,
      )
    : ok([{ type: "information-given", request, text }]);
}

function openRequest(theCase: Case, id: string): Result<InformationRequest, CaseRejection> {
  const found = theCase.requests.find((request) => request.id === id);
  if (found === undefined) {
    const open = openRequests(theCase).map((one) => `${one.id} (to ${one.to.name})`);
    return notPossible(`There is no question ${id}. Waiting for an answer: ${open.join(", ")}.`);
  }
  if (found.withdrawn !== undefined) {
    return notPossible(
      `Question ${id} was withdrawn. Ask again if the answer is needed after all.`,
    );
  }
  return found.answer === undefined
    ? ok(found)
    : notPossible(
        `Question ${id} was answered by ${found.answer.by.name}. Ask again if something is missing.`,
      );
}

function asked(before: Case, event: EventOf<"information-requested">): Case {
  const { request, to, question, due, point, at } = event;
  const entry = { id: request, to, question, due, askedBy: personOf(event), askedAt: at };
  return {
    ...before,
    requests: [...before.requests, point === undefined ? entry : { ...entry, point }],
  };
}

function withRequest(theCase: Case, id: string, change: Partial<InformationRequest>): Case {
  return { ...theCase, requests: withEntry(theCase.requests, id, change) };
}
