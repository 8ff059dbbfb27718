import { londonDate, longDate } from "../../calendar/london-date.ts";
import { policies } from "../../policy/catalogue.ts";
import type { ClockRule } from "../../policy/clock-rule.ts";
import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case, StageRecord } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { middayOf, withStage } from "../evolving.ts";
import { stageRuleOf } from "../independence.ts";
import { tellingOf } from "../own-letters/rules.ts";
import { dayToCome, notPossible } from "../rejection.ts";
import type { dateCommands, dateEvents } from "./facts.ts";
import {
  earliestMilestone,
  extensionLeft,
  milestonesLeft,
  openPause,
  recordOf,
  response,
  runningResponse,
  runningRule,
} from "./present-stage.ts";

export const dateDeciders: Deciders<typeof dateCommands> = {
  extend,
  pause,
  resume: ({ stage }) => ok([{ type: "clock-resumed", stage, clock: response }]),
  "agree-date": agreeDate,
  "take-route": takeRoute,
  "leave-route": ({ stage }, { reason }) => ok([{ type: "route-left", stage, reason }]),
  "record-call": ({ stage }, { type: _type, ...call }, { now }) =>
    dayToCome(call.on, now) ?? ok([{ type: "call-recorded", stage, ...call }]),
  "record-milestone": recordMilestone,
};

export const dateHindrances: Hindrances<typeof dateCommands> = {
  extend: (theCase, policy) => notRunning(theCase, policy),
  pause: (theCase, policy) => {
    if (policy.pauses.length === 0) {
      return "This procedure has no pauses. Extend the date, or agree one.";
    }
    return openPause(theCase) === undefined
      ? notRunning(theCase, policy)
      : "Its clock is paused already. Start it again first.";
  },
  resume: (theCase) =>
    openPause(theCase) === undefined ? "Its clock is not paused: it runs." : undefined,
  "agree-date": (theCase, policy) => notRunning(theCase, policy) ?? notAgreeable(theCase, policy),
  "take-route": (theCase, policy) =>
    stageRuleOf(theCase, policy).routes.every(({ id }) => id === recordOf(theCase).route)
      ? "It takes the only quicker route there is already."
      : undefined,
  "leave-route": (theCase) =>
    recordOf(theCase).route === undefined
      ? "It takes no quicker route: it goes in full."
      : undefined,
  "record-milestone": (theCase, policy) =>
    milestonesLeft(theCase, policy).length === 0
      ? "Everything that this stage waits for has happened."
      : undefined,
};

export const dateEvolvers: Evolvers<typeof dateEvents> = {
  "date-extended": extended,
  "clock-paused": (before, { stage, clock, at, reason }) => ({
    ...before,
    pauses: [...before.pauses, { stage, clock, from: at, reason }],
  }),
  "clock-resumed": (before, { stage, clock, at }) => ({
    ...before,
    pauses: before.pauses.map((one) =>
      one.stage === stage && one.clock === clock && one.to === undefined ? { ...one, to: at } : one,
    ),
  }),
  "date-agreed": (before, { stage, clock, date, at, agreedWith }) => ({
    ...before,
    agreedDates: [...before.agreedDates, { stage, clock, date, at, agreedWith }],
  }),
  "route-taken": (before, { stage, route }) => withStage(before, stage, { route }),
  "route-left": routeLeft,
  "call-recorded": (before, { stage, on, agreed, satisfied, toldHowToEscalate }) => ({
    ...before,
    calls: [...before.calls, { stage, on, agreed, satisfied, toldHowToEscalate }],
  }),
  "milestone-reached": milestoneReached,
  "dates-moved": (before, { at, since, moved }) => ({
    ...before,
    movedDates: [...(before.movedDates ?? []), ...moved.map((one) => ({ ...one, at, since }))],
  }),
};

// Code 6.4 and 6.15: further only with a good reason, and never without telling the person.
function extend(before: Case, command: CommandOf<"extend">, context: PersonContext): Decision {
  const { workingDays, reason, goodReason } = command;
  const { policy, calendar } = context;
  const running = runningResponse(before, policy, calendar);
  if (running === undefined) return notPossible(nothingRuns);
  const left = extensionLeft(before, running.rule);
  const isAllowed = workingDays <= left;
  if (!isAllowed && goodReason === "") return notPossible(needsGoodReason(running.rule, left));
  const telling = tellingOf(before, command, context);
  if (!telling.ok) return telling;
  const { stage } = before;
  return ok([
    {
      ...{ type: "date-extended", stage, clock: response, workingDays, reason },
      ...(isAllowed ? {} : { goodReason }),
      ...telling.value,
    },
  ]);
}

function needsGoodReason({ extension }: ClockRule, left: number): string {
  if (extension === undefined) {
    return "This procedure provides for no extension here. Give the good reason for one.";
  }
  const allowed = `What the procedure allows: ${extension.words}.`;
  if (left === 0) return `${allowed} That is used up. Give the good reason for going further.`;
  const days = left === 1 ? "1 working day is" : `${left} working days are`;
  return `${allowed} ${days} left. Choose no more, or give the good reason for going further.`;
}

function pause(
  { stage }: Case,
  { reason }: CommandOf<"pause">,
  { policy: { pauses } }: PersonContext,
): Decision {
  if (pauses.some(({ words }) => words === reason)) {
    return ok([{ type: "clock-paused", stage, clock: response, reason }]);
  }
  return notPossible(
    `This procedure waits for nothing like that. It knows: ${inList(pauses.map(({ words }) => words))}.`,
  );
}

function agreeDate(
  before: Case,
  command: CommandOf<"agree-date">,
  context: PersonContext,
): Decision {
  const { date, agreedWith } = command;
  if (date < londonDate(context.now)) {
    return notPossible("That day has passed. Agree on today or a later day.");
  }
  const telling = tellingOf(before, command, context);
  if (!telling.ok) return telling;
  const agreed = { type: "date-agreed", stage: before.stage, clock: response } as const;
  return ok([{ ...agreed, date, agreedWith, ...telling.value }]);
}

function notAgreeable(theCase: Case, policy: Policy): string | undefined {
  if (runningRule(theCase, policy)?.agreedDate !== undefined) return undefined;
  const titles = policies
    .filter(({ stages }) => stages.some(({ clocks }) => clocks.some((one) => one.agreedDate)))
    .map(({ title }) => title);
  return `This procedure sets its own date at this stage. Dates are agreed under: ${inList(titles)}. Extend the date instead.`;
}

// C-84: a quicker way within the stage, never a stage of its own, so that the day of receipt stays.
function takeRoute(
  before: Case,
  { route: id, criteria }: CommandOf<"take-route">,
  { policy }: PersonContext,
): Decision {
  const { routes } = stageRuleOf(before, policy);
  const route = routes.find((one) => one.id === id);
  if (route === undefined) {
    return notPossible(
      `This stage has no such route. It has: ${inList(routes.map(({ title }) => title))}.`,
    );
  }
  const { stage } = before;
  const { title } = route;
  if (recordOf(before).route === id) return notPossible(`It takes that route already: ${title}.`);
  const missing = route.criteria.filter((criterion) => !criteria.includes(criterion));
  if (missing.length > 0) {
    return notPossible(
      `All of this has to be true and ticked; not ticked: ${inList(missing)}. Otherwise it goes in full.`,
    );
  }
  return ok([{ type: "route-taken", stage, route: id, title, criteria: route.criteria }]);
}

function recordMilestone(
  before: Case,
  { milestone: id, on }: CommandOf<"record-milestone">,
  { policy, now }: PersonContext,
): Decision {
  const { stage } = before;
  const known = stageRuleOf(before, policy).milestones;
  const milestone = known.find((one) => one.id === id);
  if (milestone === undefined) {
    return notPossible(
      `This stage knows nothing of the kind. It knows: ${inList(known.map(({ title }) => title))}.`,
    );
  }
  const left = milestonesLeft(before, policy);
  if (!left.includes(milestone)) return notPossible(`It is recorded already: ${milestone.title}.`);
  const [next] = left;
  if (next !== undefined && next !== milestone) return notPossible(`Record first: ${next.title}.`);
  const earliest = earliestMilestone(before);
  if (on < earliest) {
    return notPossible(`It cannot have happened before ${longDate(earliest)}. Check the day.`);
  }
  const { title } = milestone;
  return dayToCome(on, now) ?? ok([{ type: "milestone-reached", stage, milestone: id, title, on }]);
}

const nothingRuns = "No date for an answer runs at this stage: there is nothing to move.";

function notRunning(theCase: Case, policy: Policy): string | undefined {
  return runningRule(theCase, policy) === undefined ? nothingRuns : undefined;
}

function inList(words: readonly string[]): string {
  return words.map((one) => one.replace(/\.$/, "")).join("; ");
}

function extended(before: Case, event: EventOf<"date-extended">): Case {
  const { stage, clock, workingDays, at, reason, goodReason } = event;
  const extension = { stage, clock, workingDays, at, reason };
  const granted = goodReason === undefined ? extension : { ...extension, goodReason };
  return { ...before, extensions: [...before.extensions, granted] };
}

function routeLeft(before: Case, event: EventOf<"route-left">): Case {
  const inFull = ({ route: _left, ...record }: StageRecord): StageRecord => record;
  return {
    ...before,
    stages: before.stages.map((record) => (record.stage === event.stage ? inFull(record) : record)),
  };
}

function milestoneReached(before: Case, event: EventOf<"milestone-reached">): Case {
  const { stage, milestone, on } = event;
  const reached = before.stages.find((record) => record.stage === stage)?.milestones ?? [];
  const milestones = [...reached, { event: milestone, at: middayOf(on) }];
  return withStage(before, stage, { milestones });
}
