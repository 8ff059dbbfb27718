import type { ActionAccepted, ActionRequest, CaseAction } from "../contract/case-action.ts";
import type { Case } from "../domain/case/case.ts";
import type { PersonCommand } from "../domain/case/commands.ts";
import { signOffRole } from "../domain/case/decide.ts";
import { maySee } from "../domain/case/may-see.ts";
import { isReference } from "../domain/mail/case-reference.ts";
import type { Person } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { commitCommand } from "./commit-command.ts";
import { sha256 } from "./digest.ts";
import { noSuchCase } from "./open-case.ts";
import type { Ports } from "./ports/ports.ts";
import { refreshViews } from "./refresh-views.ts";
import type { Refusal } from "./refusal.ts";

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
  const before = isReference(caseId) ? await ports.cases.find(caseId) : undefined;
  if (before === undefined || !maySee(before.case, person)) return refused(noSuchCase);
  // Two people may happen to make the same id; an action is its maker's own.
  const actionId = `${person.id}-${request.actionId}`;
  const replayed = await ports.cases.findAnswer(caseId, actionId);
  if (replayed !== undefined) return ok(JSON.parse(replayed) as ActionAccepted);
  const command = await commandFor(ports, before.case, request.action);
  if (!command.ok) return command;
  const message = messageFor(command.value, caseId);
  const answer = (after: Case): ActionAccepted => ({ caseId, version: after.version, message });
  const outcome = await commitCommand(ports, {
    caseId,
    actor: { kind: "person", person },
    actionId,
    answer: (after) => JSON.stringify(answer(after)),
    before,
    command: () => command.value,
    texts: textsIn(request.action),
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

async function commandFor(
  ports: Ports,
  theCase: Case,
  action: CaseAction,
): Promise<Result<PersonCommand, Refusal>> {
  switch (action.type) {
    case "classify": {
      const known = (await ports.directory.services()).some(({ id }) => id === action.service);
      if (!known) return refused(bad("That service does not exist. Choose one from the list."));
      return ok(action);
    }
    case "assign": {
      const officer = await ports.directory.findPerson(action.officer);
      if (officer === undefined) return refused(bad("That person is not in the directory."));
      return ok({ type: "assign", officer });
    }
    case "add-note":
    case "save-draft":
      return ok({ type: action.type, text: sha256(action.text) });
    case "submit": {
      const policy = policyOf(theCase.policy.id, theCase.policy.version);
      const role = signOffRole(policy, theCase.stage);
      return ok({ ...action, approvers: await ports.directory.peopleWith(role, theCase.service) });
    }
    case "approve":
    case "return":
    case "escalate":
    case "close":
      return ok(action);
  }
}

function textsIn(action: CaseAction): readonly string[] {
  return action.type === "add-note" || action.type === "save-draft" ? [action.text] : [];
}

function bad(message: string): Refusal {
  return { kind: "bad-request", message };
}

function messageFor(command: PersonCommand, caseId: string): string {
  switch (command.type) {
    case "classify":
      return command.caseType === "complaint"
        ? `${caseId} is a complaint now. Choose who takes it.`
        : `${caseId} is closed: it was not a complaint.`;
    case "assign":
      return `${caseId} is with ${command.officer.name}, who has been told in chat.`;
    case "add-note":
      return "Note added.";
    case "save-draft":
      return "Draft saved.";
    case "submit":
      return `${caseId} has gone for approval.`;
    case "approve":
      return `Approved. The response to ${caseId} is on its way.`;
    case "return":
      return `Returned. The author of ${caseId} has your comment.`;
    case "escalate":
      return `${caseId} has gone to the next stage. Choose who takes it.`;
    case "close":
      return `${caseId} is closed.`;
  }
}
