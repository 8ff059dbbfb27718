import type { Result } from "../result.ts";
import { ok, refused } from "../result.ts";
import type { Actor, Person, PersonId, Role } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { allowedActions } from "./allowed-actions.ts";
import type { Case } from "./case.ts";
import { fulfils, ruleFor } from "./case-rules.ts";
import type { CaseCommand, PersonCommand, SystemCommand } from "./commands.ts";
import type { ActorRecord, CaseEvent, CaseEventData, TextHash } from "./events.ts";
import { evolve } from "./evolve.ts";
import { hindrance, personalHindrance } from "./hindrances.ts";
import { earlierPart, wroteOnLetter } from "./independence.ts";
import type { CaseRejection } from "./rejection.ts";

/** Everything a decision may depend on besides the case and the command. */
export type DecideContext = {
  /** The instant of the decision, ISO 8601 in UTC. */
  readonly now: string;
  readonly actor: Actor;
  readonly policy: Policy;
};

export type Decided = { readonly events: readonly CaseEvent[]; readonly after: Case };

/** What a command does to a case: the events it adds, or why it changes nothing. */
export function decide(
  before: Case | undefined,
  command: CaseCommand,
  context: DecideContext,
): Result<Decided, CaseRejection> {
  const decision = decisionOn(before, command, context);
  if (!decision.ok) return decision;
  const events: CaseEvent[] = [];
  let after = before;
  for (const data of decision.value) {
    const sequence = (after?.version ?? 0) + 1;
    const event = { sequence, at: context.now, by: recordOf(context.actor), ...data };
    events.push(event);
    after = evolve(after, event);
  }
  if (after === undefined) throw new Error(`Deciding ${command.type} left no case.`);
  return ok({ events, after });
}

type Decision = Result<readonly CaseEventData[], CaseRejection>;

function decisionOn(
  before: Case | undefined,
  command: CaseCommand,
  context: DecideContext,
): Decision {
  if (command.type === "log") return log(before, command, context.policy);
  if (before === undefined) throw new Error(`There is no case to ${command.type}.`);
  if (isSystem(command)) return record(before, command);
  const { actor } = context;
  if (actor.kind !== "person") throw new Error(`Only a person can ${command.type}.`);
  const { person } = actor;
  const asked = { ...context, person };
  return guard(before, command, asked) ?? act(before, command, asked);
}

function guard(
  theCase: Case,
  { type }: PersonCommand,
  { person, policy }: PersonContext,
): Decision | undefined {
  const rule = ruleFor(theCase.status, type);
  if (rule === undefined) {
    return refused({
      kind: "action-not-available",
      message: unavailable(theCase),
      allowed: allowedActions(theCase, person, policy),
    });
  }
  if (!fulfils(rule, theCase, person)) {
    return refused({
      kind: "not-permitted",
      message: "Your role does not allow this on this case. Ask the complaints team if it should.",
    });
  }
  const personal = personalHindrance(theCase, type, { person, policy });
  if (personal !== undefined) return refused({ kind: "not-permitted", message: personal });
  const message = hindrance(theCase, type, policy);
  return message === undefined ? undefined : refused({ kind: "not-possible", message });
}

function unavailable({ id, status, submission }: Case): string {
  const instead: Record<Case["status"], string> = {
    triage: "Classify it first.",
    allocation: "Assign it to somebody first.",
    investigating: "Its letter has to be written and submitted first.",
    "awaiting-approval": `${submission?.approverName ?? "The approver"} has to approve or return its letter first.`,
    sending: "Its approved letter is on its way. Try again once it has gone.",
    answered: "Its answer has gone out: take it to the next stage, or close it.",
    closed: "It is closed: take it to the next stage if the person is not satisfied.",
  };
  return `That cannot be done to ${id} now. ${instead[status]}`;
}

function log(
  before: Case | undefined,
  command: SystemCommand & { type: "log" },
  policy: Policy,
): Decision {
  if (before !== undefined) {
    return refused({ kind: "not-possible", message: `${before.id} is already logged.` });
  }
  const { type: _log, ...facts } = command;
  return ok([
    {
      ...facts,
      type: "case-logged",
      receivedAt: command.mail.receivedAt,
      policy: { id: policy.id, version: policy.version },
    },
  ]);
}

function isSystem(command: CaseCommand): command is Exclude<SystemCommand, { type: "log" }> {
  return (
    command.type === "receive" ||
    command.type === "record-acknowledgement" ||
    command.type === "record-response-sent" ||
    command.type === "record-sending-problem" ||
    command.type === "give-notice"
  );
}

function record(before: Case, command: Exclude<SystemCommand, { type: "log" }>): Decision {
  switch (command.type) {
    case "receive":
      return ok([{ type: "correspondence-received", mail: command.mail }]);
    case "record-acknowledgement":
      return ok([{ ...command, type: "acknowledgement-sent" }]);
    case "record-response-sent":
      return isSending(before, command)
        ? ok([{ ...command, type: "response-sent" }])
        : refused({ kind: "not-possible", message: `${before.id} is not sending this response.` });
    case "record-sending-problem":
      return ok([{ ...command, type: "sending-needs-a-person" }]);
    case "give-notice":
      return ok([{ ...command, type: "notice-given" }]);
  }
}

function isSending(
  { status, stage, submission }: Case,
  sent: { readonly stage: number; readonly text: TextHash },
): boolean {
  return status === "sending" && stage === sent.stage && submission?.text === sent.text;
}

type PersonContext = DecideContext & { readonly person: Person };

function act(before: Case, command: PersonCommand, context: PersonContext): Decision {
  switch (command.type) {
    case "classify":
      return classify(before, command);
    case "assign":
      return assign(before, command.officer);
    case "add-note":
      return ok([{ type: "note-added", text: command.text }]);
    case "save-draft":
      return saveDraft(before, command.text);
    case "submit":
      return submit(before, command, context);
    case "approve":
      return approve(before, command.text);
    case "return":
      return giveBack(before, command);
    case "escalate":
      return escalate(before, command.reason, context.now);
    case "close":
      return ok([{ type: "case-closed", outcome: command.outcome, reason: command.reason }]);
  }
}

function classify(before: Case, command: PersonCommand & { type: "classify" }): Decision {
  const { caseType, service, reason } = command;
  const classified: CaseEventData = { type: "case-classified", caseType, service, reason };
  if (caseType === "complaint") {
    // LGSCO Code 1.7: it becomes a complaint when they are dissatisfied with the answer they had.
    const restartedAt = before.status === "closed" ? before.answeredBack?.at : undefined;
    return ok([restartedAt === undefined ? classified : { ...classified, restartedAt }]);
  }
  return ok([
    classified,
    {
      type: "case-closed",
      outcome: "not-a-complaint",
      reason: reason || `Passed on as a ${caseType}.`,
    },
  ]);
}

// Whoever answered an earlier stage does not handle this one (LGSCO Code 5.4: an open mind).
function assign(before: Case, officer: Person): Decision {
  const handles =
    officer.roles.includes("case-officer") || officer.roles.includes("complaints-officer");
  if (!handles) {
    return refused({
      kind: "not-possible",
      message: `${officer.name} does not handle complaints. Choose a case officer or a complaints officer.`,
    });
  }
  const part = earlierPart(before, officer.id);
  if (part !== undefined) {
    return refused({
      kind: "not-possible",
      message: `${officer.name} ${part}. Choose someone independent of it.`,
    });
  }
  return ok([{ type: "case-assigned", officer: officer.id, officerName: officer.name }]);
}

function saveDraft(before: Case, text: TextHash): Decision {
  if (before.draft?.stage === before.stage && before.draft.text === text) return ok([]);
  return ok([
    { type: "draft-saved", stage: before.stage, draft: (before.draft?.draft ?? 0) + 1, text },
  ]);
}

function submit(
  before: Case,
  command: PersonCommand & { type: "submit" },
  { person, policy }: PersonContext,
): Decision {
  if (before.draft?.text !== command.text) return refused(changedSince(before));
  const role = signOffRole(policy, before.stage);
  const approver = command.approvers.find(
    (one) => one.roles.includes(role) && one.id !== person.id && isIndependent(before, one.id),
  );
  if (approver === undefined) {
    return refused({
      kind: "not-possible",
      message: `No ${role.replaceAll("-", " ")} of this service can approve this independently. Ask an administrator to name one.`,
    });
  }
  return ok([
    {
      type: "response-submitted",
      stage: before.stage,
      text: command.text,
      approver: approver.id,
      approverName: approver.name,
    },
  ]);
}

/** The role whose sign-off the policy demands before this stage's response may leave. */
export function signOffRole(policy: Policy, stage: number): Role {
  const found = policy.stages.find((one) => one.stage === stage);
  if (found === undefined) throw new Error(`Policy ${policy.id} has no stage ${stage}.`);
  return found.signOff;
}

// Invariant I4: authors and approver differ, and nobody takes part in two stages of one case.
function isIndependent(before: Case, approver: PersonId): boolean {
  return !wroteOnLetter(before, approver) && earlierPart(before, approver) === undefined;
}

function approve(before: Case, text: TextHash): Decision {
  if (before.submission?.text !== text) return refused(changedSince(before));
  return ok([{ type: "response-approved", stage: before.stage, text }]);
}

function giveBack(before: Case, command: PersonCommand & { type: "return" }): Decision {
  if (before.submission?.text !== command.text) return refused(changedSince(before));
  const { text, comment } = command;
  return ok([{ type: "response-returned", stage: before.stage, text, comment }]);
}

function escalate(before: Case, reason: string, now: string): Decision {
  const requestedAt = before.answeredBack?.at ?? now;
  return ok([{ type: "case-escalated", stage: before.stage + 1, requestedAt, reason }]);
}

function changedSince(theCase: Case): CaseRejection {
  return {
    kind: "changed-since",
    message: `The letter for ${theCase.id} has changed since you looked at it. Read it again, then decide.`,
  };
}

function recordOf(actor: Actor): ActorRecord {
  if (actor.kind !== "person") return actor;
  const { id, name, jobTitle } = actor.person;
  return { kind: "person", id, name, jobTitle };
}
