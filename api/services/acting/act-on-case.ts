import type { ActionAccepted, ActionRequest } from "../../contract/case-action.ts";
import type { Case } from "../../domain/case/case.ts";
import type { PersonCommand } from "../../domain/case/commands.ts";
import { stageRuleOf } from "../../domain/case/independence.ts";
import {
  peopleNamedIn,
  serviceNamedIn,
  textBroughtBy,
} from "../../domain/case/named-in-command.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { LetterVerdict } from "../../domain/case/response/facts.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { acceptedWords } from "./accepted-words.ts";
import { verdictOn } from "../letters/check-letter.ts";
import { noticeOn, tellsByLetter, verdictOnNotice } from "../letters/notices.ts";
import { standInsToday } from "../away/stand-ins.ts";
import { commitCommand } from "./commit-command.ts";
import { sha256 } from "../digest.ts";
import type { Ports } from "../ports/ports.ts";
import { refreshViews } from "../lists/refresh-views.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";

/**
 * Does what a person asks of a case, once per action id. The lists are fresh when it answers; mails and
 * chat cards follow from the queue, so that nobody waits for Graph or Teams.
 */
export async function actOnCase(
  ports: Ports,
  person: Person,
  asked: { caseId: string; request: ActionRequest },
): Promise<Result<ActionAccepted, Refusal>> {
  const { caseId, request } = asked;
  const before = await findSeen(ports, person, caseId);
  if (before === undefined) return refused(noSuchCase);
  // Two people may happen to make the same id; an action is its maker's own.
  const actionId = `${person.id}-${request.actionId}`;
  const replayed = await ports.cases.findAnswer(caseId, actionId);
  if (replayed !== undefined) return ok(JSON.parse(replayed) as ActionAccepted);
  const refusal = await unknownName(ports, person, request.action);
  if (refusal !== undefined) return refused(refusal);
  const text = textWith(ports, before.case, request.action);
  const command = text === undefined ? request.action : { ...request.action, text: sha256(text) };
  const people = await peopleFor(ports, before.case, request.action);
  const answer = (after: Case): ActionAccepted => ({
    caseId,
    version: after.version,
    message: acceptedWords(request.action, after, people),
    ...(command.type === "save-draft" ? savedIn(after) : {}),
  });
  const outcome = await commitCommand(ports, {
    caseId,
    actor: { kind: "person", person },
    actionId,
    answer: (after) => JSON.stringify(answer(after)),
    before,
    command: () => command,
    checked: (now) => checkFor(ports, now, { command, text }),
    people,
    standIns: dependsOnAbsence.has(request.action.type) ? await standInsToday(ports) : [],
    texts: text === undefined ? [] : [text],
    drain: "by-queue",
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.kind === "replayed")
    return ok(JSON.parse(outcome.value.answer) as ActionAccepted);
  const { stored } = outcome.value;
  if (outcome.value.kind === "committed") {
    await refreshViews(ports, stored);
    if (outcome.value.effects.length > 0) await ports.queue.drainCase(caseId, 0);
    ports.logger.info("case.acted", {
      caseId,
      action: request.action.type,
      version: stored.case.version,
    });
  }
  return ok(answer(stored.case));
}

// A decision that tells the person by letter brings that letter, changed by hand or not.
function textWith(ports: Ports, theCase: Case, action: PersonCommand): string | undefined {
  return tellsByLetter(action) ? noticeOn(ports, theCase, action) : textBroughtBy(action);
}

async function checkFor(
  ports: Ports,
  now: Case,
  { command, text = "" }: { readonly command: PersonCommand; readonly text: string | undefined },
): Promise<LetterVerdict | undefined> {
  if (command.type === "submit") return verdictOn(ports, now, command.text);
  return tellsByLetter(command) ? verdictOnNotice(ports, now, { command, text }) : undefined;
}

function savedIn(after: Case): Pick<ActionAccepted, "saved"> {
  const words = newestWords(after);
  if (words === undefined) return {};
  const { stage, draft, text: hash, savedAt } = words;
  return { saved: { stage, draft, hash, savedAt } };
}

const dependsOnAbsence = new Set<PersonCommand["type"]>(["submit", "delegate"]);

// What a command says is read against the directory here; people are looked up for the decision.
async function unknownName(
  ports: Ports,
  person: Person,
  action: PersonCommand,
): Promise<Refusal | undefined> {
  const service = serviceNamedIn(action);
  if (service !== undefined) {
    const known = (await ports.directory.services()).some(({ id }) => id === service);
    if (!known) return bad("That service does not exist. Choose one from the list.");
  }
  if (action.type === "link-case" || action.type === "join-campaign") {
    const other = action.type === "link-case" ? action.other : action.lead;
    if ((await findSeen(ports, person, other)) === undefined) {
      return bad(`There is no case ${other}. Check the reference.`);
    }
  }
  return undefined;
}

async function peopleFor(
  ports: Ports,
  theCase: Case,
  action: PersonCommand,
): Promise<readonly Person[]> {
  if (action.type === "submit") return possibleApprovers(ports, theCase);
  const people = await Promise.all(
    peopleNamedIn(action).map((id) => ports.directory.findPerson(id)),
  );
  return people.filter((one) => one !== undefined);
}

// Where the policy wants a decision away from the service, whoever holds the role elsewhere is asked.
async function possibleApprovers(ports: Ports, theCase: Case): Promise<readonly Person[]> {
  const policy = policyNow(theCase);
  const { signOff, independence } = stageRuleOf(theCase, policy);
  const found = independence.awayFromService
    ? await ports.directory.peopleWith(signOff)
    : await ports.directory.peopleWith(signOff, theCase.service);
  return found.filter(
    ({ procedures = [] }) => !policy.restricted || procedures.includes(policy.procedure),
  );
}

function bad(message: string): Refusal {
  return { kind: "bad-request", message };
}
