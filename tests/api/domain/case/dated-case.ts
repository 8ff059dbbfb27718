import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { actionForms } from "#api/domain/case/action-forms.ts";
import { allowedActions } from "#api/domain/case/allowed-actions.ts";
import type { Case, StageRecord } from "#api/domain/case/case.ts";
import type { PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import { decide, type Decided } from "#api/domain/case/decide.ts";
import { describeEvent } from "#api/domain/case/describe-event.ts";
import type { CaseEventData } from "#api/domain/case/events.ts";
import type { Field, Form } from "#api/domain/case/form.ts";
import type { CaseRejection } from "#api/domain/case/rejection.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import type { Clock } from "#api/domain/clocks/clock.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import type { Result } from "#api/domain/result.ts";
import { everybody, priya } from "./people.ts";
import { refusalOf, storyUntil } from "./story.ts";

export const calendar = shippedCalendar();
/** The present of these cases: a Thursday, two days after they arrived. */
export const now = "2026-11-12T09:00:00.000Z";

/** A complaint of 10 November 2026 under that procedure, waiting at that stage for an officer. */
export function caseUnder(procedure: string, stage = 1, more: Partial<StageRecord> = {}): Case {
  const { case: logged } = storyUntil("allocation", policyOf(procedure));
  const [first] = logged.stages;
  if (first === undefined) throw new Error("It has no stage.");
  if (stage === 1) return { ...logged, stages: [{ ...first, ...more }] };
  const startedAt = "2026-11-11T09:00:00.000Z";
  const record: StageRecord = { stage, startedAt, milestones: [], writers: [], ...more };
  const answered = { ...first, answeredAt: startedAt };
  return { ...logged, stage, stages: [answered, record] };
}

type Asking = { readonly at?: string; readonly policy?: Policy };

/** What the rules answer Priya, of the complaints team. */
export function ask(theCase: Case, command: PersonCommand, { at = now, policy }: Asking = {}) {
  return decide(theCase, command, {
    now: at,
    actor: { kind: "person", person: priya },
    policy: policy ?? policyOf(theCase.policy.id),
    calendar,
    people: everybody,
    adopted: policies,
    standIns: [],
  });
}

/** The case after what was accepted. */
export function after(theCase: Case, command: PersonCommand, asking: Asking = {}): Case {
  const decision: Result<Decided, CaseRejection> = ask(theCase, command, asking);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.error.message}`);
  return decision.value.after;
}

/** Why the rules refuse Priya that. */
export const refusal = (theCase: Case, command: PersonCommand, asking: Asking = {}): string =>
  refusalOf(ask(theCase, command, asking)).message;

/** The clock of the answer at the present stage. */
export function clock(theCase: Case): Clock {
  const found = clocksOf(theCase, policyOf(theCase.policy.id), calendar).find(
    ({ kind, stage }) => kind === "response" && stage === theCase.stage,
  );
  if (found === undefined) throw new Error("No response clock runs.");
  return found;
}

/** What Priya is asked. */
export function formOf(
  theCase: Case,
  action: PersonAction,
  policy = policyOf(theCase.policy.id),
): Form {
  const none = {
    services: [],
    officers: [],
    colleagues: [],
    councillors: [],
    approvers: [],
    procedures: [],
  };
  const today = now.slice(0, 10);
  return actionForms[action].form({
    case: theCase,
    person: priya,
    policy,
    calendar,
    today,
    ...none,
  });
}

/** The field of a form that fills that part of the command. */
export function field(form: Form, name: string): Field {
  const found = form.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The form does not ask ${name}.`);
  return found;
}

/** Whether Priya finds that among what she can do. */
export const isOffered = (
  theCase: Case,
  action: PersonAction,
  policy = policyOf(theCase.policy.id),
) => allowedActions(theCase, priya, policy).includes(action);

/** How the history tells it. */
export const described = (data: CaseEventData) =>
  describeEvent(
    {
      sequence: 9,
      at: now,
      by: { kind: "person", id: "priya", name: "Priya Nair", jobTitle: "" },
      ...data,
    },
    { service: (id) => id, person: (id) => id },
  );
