import { londonDate, type CalendarDate } from "../../calendar/london-date.ts";
import { addWorkingDays, type Calendar } from "../../calendar/working-days.ts";
import { policyCalendar } from "../../clocks/policy-calendar.ts";
import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { personOf } from "../evolving.ts";
import { dayToCome, notPossible } from "../rejection.ts";
import { awaitingCare } from "../undelivered/rules.ts";
import { findings } from "../vocabulary.ts";
import type { CheckIn, checkInCommands, checkInEvents } from "./facts.ts";

export const checkInDeciders: Deciders<typeof checkInCommands> = { "record-check-in": record };

export const checkInHindrances: Hindrances<typeof checkInCommands> = {
  "record-check-in": (theCase) => {
    if (answeredOn(theCase) === undefined) return "No answer has gone out at this stage.";
    const before = checkInAfter(theCase);
    return before === undefined || before.met === "not-reached"
      ? undefined
      : `${before.recordedBy.name} has asked them already. Add a note if they said more.`;
  },
};

export const checkInEvolvers: Evolvers<typeof checkInEvents> = {
  "check-in-recorded": (before, event) => {
    const { stage, how, on, met, said } = event;
    const others = (before.checkIns ?? []).filter((one) => one.stage !== stage);
    const recorded = { stage, how, on, met, said, recordedBy: personOf(event) };
    return { ...before, checkIns: [...others, recorded] };
  },
};

/** An answer that nobody has asked the person about, and when somebody should. */
export type AwaitedCheckIn = {
  readonly stage: number;
  readonly answered: CalendarDate;
  readonly due: CalendarDate;
};

/**
 * The check-in that the present answer still calls for. Whoever wrote again has said what they think, and
 * whoever withdrew, asked to be left alone or may be contacted only in a limited way is not asked.
 */
export function awaitedCheckIn(
  theCase: Case,
  { policy, calendar: listed }: { readonly policy: Policy; readonly calendar: Calendar },
): AwaitedCheckIn | undefined {
  const { checkIn, counting } = policy;
  const answered = answeredOn(theCase);
  if (checkIn === "none" || answered === undefined || !isToBeAsked(theCase)) return undefined;
  const { due } = addWorkingDays({
    ...{ from: answered, days: checkIn.workingDaysAfter, region: counting.region },
    calendar: policyCalendar(policy, listed),
  });
  return { stage: theCase.stage, answered, due };
}

function isToBeAsked(theCase: Case): boolean {
  const { status, outcome, answeredBack, conduct, flags } = theCase;
  const wasAnswered =
    status === "answered" || (status === "closed" && findings.some((one) => one === outcome));
  return (
    wasAnswered &&
    answeredBack === undefined &&
    conduct === undefined &&
    flags.every(({ flag }) => flag !== "no-contact") &&
    awaitingCare(theCase).length === 0 &&
    checkInAfter(theCase) === undefined
  );
}

/** The London day on which the present stage was answered. */
export function answeredOn({ stages, stage }: Case): CalendarDate | undefined {
  const { answeredAt } = stages.find((one) => one.stage === stage) ?? {};
  return answeredAt === undefined ? undefined : londonDate(answeredAt);
}

function checkInAfter({ checkIns = [], stage }: Case): CheckIn | undefined {
  return checkIns.find((one) => one.stage === stage);
}

function record(
  before: Case,
  { how, on, met, said }: CommandOf<"record-check-in">,
  { now }: PersonContext,
): Decision {
  const answered = answeredOn(before);
  if (answered !== undefined && on < answered) {
    return notPossible("It cannot have been before the answer went out.");
  }
  if (said === "" && (met === "no" || met === "partly")) {
    return notPossible("Write down what they said, so that somebody can see to it.");
  }
  const { stage } = before;
  return dayToCome(on, now) ?? ok([{ type: "check-in-recorded", stage, how, on, met, said }]);
}
