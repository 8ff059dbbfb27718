import type { Calendar } from "../calendar/working-days.ts";
import type { Actor, Person } from "../people/actor.ts";
import type { StandIn } from "../people/cover.ts";
import type { Policy } from "../policy/policy.ts";
import type { Result } from "../result.ts";
import { ok, refused } from "../result.ts";
import { allocationDeciders } from "./allocation/rules.ts";
import { allowedActions } from "./allowed-actions.ts";
import { adjustmentAsked, careDeciders } from "./care/rules.ts";
import type { Case } from "./case.ts";
import { belongsToStage, fulfils, ruleFor } from "./case-rules.ts";
import type { Decision, PersonContext } from "./chapter.ts";
import { checkInDeciders } from "./check-ins/rules.ts";
import type { CaseCommand, PersonAction, PersonCommand, SystemCommand } from "./commands.ts";
import { commentDeciders } from "./comments/rules.ts";
import { contactDeciders } from "./contact/rules.ts";
import { recount } from "./dates/recount.ts";
import { dateDeciders } from "./dates/rules.ts";
import { enclosureDeciders } from "./enclosures/rules.ts";
import { endingDeciders } from "./endings/rules.ts";
import { evolve } from "./evolve.ts";
import type { CaseEvent } from "./events.ts";
import { hindrance, personalHindrance } from "./hindrances.ts";
import { stageRuleOf } from "./independence.ts";
import { linkDeciders, recordLink } from "./links/rules.ts";
import { ombudsmanDeciders } from "./ombudsman/rules.ts";
import { panelDeciders } from "./panel/rules.ts";
import { passageDeciders } from "./passage/rules.ts";
import { pointDeciders } from "./points/rules.ts";
import { notPossible, type CaseRejection } from "./rejection.ts";
import { remedyDeciders } from "./remedies/rules.ts";
import { requestDeciders } from "./requests/rules.ts";
import type { LetterVerdict } from "./response/facts.ts";
import { responseDeciders } from "./response/rules.ts";
import { withWordsSaved } from "./response/versions.ts";
import { passToDeputy, signOffDeciders } from "./sign-off/rules.ts";
import { sponsorDeciders } from "./sponsors/rules.ts";
import { recordUndelivered, undeliveredDeciders } from "./undelivered/rules.ts";
import type { ActorRecord, TextHash } from "./vocabulary.ts";

/** Everything a decision may depend on besides the case and the command. */
export type DecideContext = {
  /** The instant of the decision, ISO 8601 in UTC. */
  readonly now: string;
  readonly actor: Actor;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The people the command names, and for a submission those who hold the signing role. */
  readonly people: readonly Person[];
  /** The procedures the council follows today, each in its version now in force. */
  readonly adopted: readonly Policy[];
  /** For a submission: what the check of exactly that letter found. */
  readonly checked?: LetterVerdict | undefined;
  /** Who is away today, and who stands in for them. */
  readonly standIns: readonly StandIn[];
};

/** What happens, and the case after it: it may have changed without an event when a draft was saved. */
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
  if (command.type === "save-draft" && context.actor.kind === "person") {
    const { now, actor } = context;
    after = withWordsSaved(after, command, { now, person: actor.person });
  }
  return ok({ events, after });
}

function decisionOn(
  before: Case | undefined,
  command: CaseCommand,
  context: DecideContext,
): Decision {
  if (command.type === "log") return log(before, command, context.policy);
  if (before === undefined) throw new Error(`There is no case to ${command.type}.`);
  if (isSystem(command)) return record(before, command, context);
  const { actor } = context;
  if (actor.kind !== "person") throw new Error(`Only a person can ${command.type}.`);
  const asked = { ...context, person: actor.person };
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
  if (!belongsToStage(rule, stageRuleOf(theCase, policy))) {
    return notPossible("This procedure has no such step at this stage.");
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
  return message === undefined ? undefined : notPossible(message);
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
  if (before !== undefined) return notPossible(`${before.id} is already logged.`);
  const { type: _log, adjustment, ...facts } = command;
  return ok([
    { ...facts, type: "case-logged", policy: { id: policy.id, version: policy.version } },
    ...(adjustment === undefined ? [] : [adjustmentAsked(adjustment)]),
  ]);
}

type LaterSystemCommand = Exclude<SystemCommand, { type: "log" }>;

const systemCommands = new Set<CaseCommand["type"]>([
  "receive",
  "record-acknowledgement",
  "record-response-sent",
  "record-sending-problem",
  "record-undelivered",
  "record-sent-again",
  "record-letter-sent",
  "record-passed-on",
  "recount-dates",
  "give-notice",
  "give-reminder",
  "record-sponsor-copied",
  "share-answer",
  "pass-to-deputy",
  "record-link",
  "record-unlink",
] satisfies LaterSystemCommand["type"][]);

function isSystem(command: CaseCommand): command is LaterSystemCommand {
  return systemCommands.has(command.type);
}

function record(before: Case, command: LaterSystemCommand, context: DecideContext): Decision {
  switch (command.type) {
    case "receive":
      return ok([{ type: "correspondence-received", mail: command.mail }]);
    case "record-acknowledgement":
      return ok([{ ...command, type: "acknowledgement-sent" }]);
    case "record-response-sent":
      return isSending(before, command)
        ? ok([{ ...command, type: "response-sent" }])
        : notPossible(`${before.id} is not sending this response.`);
    case "record-sending-problem":
      return ok([{ ...command, type: "sending-needs-a-person" }]);
    case "record-undelivered":
      return recordUndelivered(before, command);
    case "record-sent-again":
      return ok([{ ...command, type: "letter-sent-again" }]);
    case "record-letter-sent": {
      const { letter, stage } = command.about;
      return ok([{ ...command, type: "letter-sent", letter, stage }]);
    }
    case "record-passed-on":
      return ok([{ ...command, type: "passed-to-service" }]);
    case "recount-dates":
      return recount(before, command, context);
    case "give-notice":
      return ok([{ ...command, type: "notice-given" }]);
    case "give-reminder":
      return ok([{ ...command, type: "reminder-given" }]);
    case "record-sponsor-copied":
      return ok([{ ...command, type: "sponsor-copied" }]);
    case "share-answer":
      return ok([{ ...command, type: "answer-shared" }]);
    case "pass-to-deputy":
      return passToDeputy(before, command, context.policy);
    case "record-link":
    case "record-unlink":
      return recordLink(before, command);
  }
}

function isSending(
  { status, stage, submission }: Case,
  sent: { readonly stage: number; readonly text: TextHash },
): boolean {
  return status === "sending" && stage === sent.stage && submission?.text === sent.text;
}

type AnyDecider = (before: Case, command: PersonCommand, context: PersonContext) => Decision;

const deciders = {
  ...passageDeciders,
  ...allocationDeciders,
  ...pointDeciders,
  ...requestDeciders,
  ...dateDeciders,
  ...contactDeciders,
  ...responseDeciders,
  ...commentDeciders,
  ...enclosureDeciders,
  ...signOffDeciders,
  ...undeliveredDeciders,
  ...endingDeciders,
  ...remedyDeciders,
  ...checkInDeciders,
  ...careDeciders,
  ...sponsorDeciders,
  ...linkDeciders,
  ...panelDeciders,
  ...ombudsmanDeciders,
} satisfies Record<PersonAction, unknown>;

function act(before: Case, command: PersonCommand, context: PersonContext): Decision {
  // Each decider takes the command it is filed under.
  const decider = deciders[command.type] as AnyDecider;
  return decider(before, command, context);
}

function recordOf(actor: Actor): ActorRecord {
  if (actor.kind !== "person") return actor;
  const { id, name, jobTitle } = actor.person;
  return { kind: "person", id, name, jobTitle };
}
