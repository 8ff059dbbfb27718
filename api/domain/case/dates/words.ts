import { longDate, shortDate } from "../../calendar/london-date.ts";
import { holidayWords } from "../../clocks/holiday-words.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { stageRuleOf } from "../independence.ts";
import { tellingFields } from "../own-letters/words.ts";
import {
  choiceField,
  dayField,
  nothingAsked,
  tickField,
  wordsField,
  type Choice,
  type Field,
  type Form,
  type FormContext,
} from "../form.ts";
import type { dateCommands, dateEvents } from "./facts.ts";
import {
  dueAfter,
  earliestMilestone,
  extensionLeft,
  milestonesLeft,
  recordOf,
  runningResponse,
} from "./present-stage.ts";

export const dateForms: Forms<typeof dateCommands> = {
  extend: { title: "Extend the date", form: extensionForm },
  pause: { title: "Pause the clock", form: pauseForm },
  resume: { title: "Start the clock again", form: () => nothingAsked },
  "agree-date": { title: "Agree a date", form: agreedDateForm },
  "take-route": { title: "Take a quicker route", form: routeForm },
  "leave-route": {
    title: "Take it on in full",
    form: ({ case: { stage } }) => ({
      intro: [
        `It goes on as stage ${stage} in one step. The day of receipt and its dates are kept.`,
      ],
      fields: [wordsField("reason", "Why it goes on in full")],
    }),
  },
  "record-call": { title: "Record an answer by phone", form: callForm },
  "record-milestone": { title: "Record what has happened", form: milestoneForm },
};

export const dateDescribers: Describers<typeof dateEvents> = {
  "date-extended": ({ stage, workingDays, reason, goodReason, told }) => ({
    what: `extended the date of stage ${stage} by ${workingDayWords(workingDays)}`,
    kind: "decision",
    text: [
      `Reason: ${reason}`,
      ...(goodReason === undefined ? [] : [`Good reason for going further: ${goodReason}`]),
      ...(told === undefined ? [] : [`Told: ${told}`]),
    ].join("\n"),
  }),
  "clock-paused": ({ stage, reason }) =>
    withText(
      { what: `paused the procedure’s own clock of stage ${stage}`, kind: "decision" },
      reason,
    ),
  "clock-resumed": ({ stage }) => ({
    what: `started the procedure’s own clock of stage ${stage} again`,
    kind: "decision",
  }),
  "date-agreed": ({ stage, date, agreedWith, told }) =>
    withText(
      { what: `agreed on ${shortDate(date)} for the answer of stage ${stage}`, kind: "decision" },
      [agreedWith, ...(told === undefined ? [] : [`Told: ${told}`])].join("\n"),
    ),
  "route-taken": ({ title, criteria }) =>
    withText({ what: `took a quicker route: ${title}`, kind: "decision" }, criteria.join("\n")),
  "route-left": ({ stage, reason }) =>
    withText(
      {
        what: `took it from the quicker route to stage ${stage} in one step, its dates kept`,
        kind: "decision",
      },
      reason,
    ),
  "call-recorded": ({ on, agreed, satisfied, toldHowToEscalate }) =>
    withText(
      {
        what: `recorded a call on ${shortDate(on)}: the person was ${satisfied ? "" : "not "}satisfied, and was ${toldHowToEscalate ? "" : "not "}told how to take it further`,
        kind: "mail",
      },
      agreed,
    ),
  "milestone-reached": ({ title, on }) => ({
    what: `recorded for ${shortDate(on)}: ${title}`,
    kind: "note",
  }),
  "dates-moved": ({ moved }) => ({
    what: `moved ${moved.length === 1 ? "a date" : `${moved.length} dates`} because of a newly proclaimed bank holiday`,
    kind: "decision",
    text: [
      ...moved.map(
        ({ title, from, to, because }) =>
          `${title}: now due on ${longDate(to)} instead of ${longDate(from)}, because of ${holidayWords(because)}.`,
      ),
      "Where the person was told the old date, answer by then or tell them the new one.",
    ].join("\n"),
  }),
};

function extensionForm({ case: theCase, policy, calendar, today }: FormContext): Form {
  const running = runningResponse(theCase, policy, calendar);
  if (running === undefined) return nothingAsked;
  const { clock, rule } = running;
  const left = extensionLeft(theCase, rule);
  const days = left === 0 ? 5 : left;
  const at = `${today}T23:59:59.999Z`;
  const later = dueAfter(theCase, days, { policy, calendar, at }) ?? today;
  const hint = `It is due on ${longDate(clock.due)}; ${days} more would make it ${longDate(later)}.`;
  const mustSay = rule.extension?.mustSay ?? [
    "the new date",
    "the reasons",
    "how to contact the Ombudsman",
  ];
  return {
    intro: [
      rule.extension === undefined
        ? "This procedure provides for no extension here, so there has to be a good reason for one."
        : `What the procedure allows: ${rule.extension.words}.`,
      `The person must be told: ${mustSay.join("; ")}.`,
    ],
    fields: [
      daysField(hint, left),
      wordsField("reason", "Reason the person is given"),
      wordsField("goodReason", "Good reason for going further", {
        required: left === 0,
        hint:
          left === 0
            ? "The procedure allows no more without one."
            : `Only for more than ${workingDayWords(left)}.`,
      }),
      ...tellingFields(theCase),
    ],
  };
}

function daysField(hint: string, left: number): Field {
  const asked = { name: "workingDays", label: "How much longer", hint, required: true } as const;
  const field = { kind: "number", ...asked, unit: "working days" } as const;
  return left === 0 ? field : { ...field, value: left };
}

function pauseForm({ policy }: FormContext): Form {
  const choices = policy.pauses.map(({ words }) => ({ id: words, name: words }));
  return {
    intro: [
      "Only the procedure’s own date waits. It moves, when the pause ends, by the working days it lasted.",
      ...(policy.code === undefined
        ? []
        : [
            "The Complaint Handling Code knows no pause: its date, shown beside, stays where it is.",
          ]),
    ],
    fields: [choiceField("reason", "What it waits for", { choices: choices, ...onlyOne(choices) })],
  };
}

function agreedDateForm({ case: theCase, policy, calendar, today }: FormContext): Form {
  const running = runningResponse(theCase, policy, calendar);
  const limit = running?.rule.ceiling?.longerIfAgreed ? running.clock.absoluteLimit : undefined;
  const words = running?.rule.agreedDate;
  return {
    ...(words === undefined ? {} : { intro: [words] }),
    fields: [
      dayField("date", "Agreed date", {
        earliest: today,
        ...(limit === undefined
          ? {}
          : { hint: `After ${longDate(limit)} only if it is agreed by then.` }),
      }),
      wordsField("agreedWith", "Who agreed to it, and how"),
      ...(policy.letters.some(({ id }) => id === "agreed-date") ? tellingFields(theCase) : []),
    ],
  };
}

function routeForm({ case: theCase, policy }: FormContext): Form {
  const taken = recordOf(theCase).route;
  const routes = stageRuleOf(theCase, policy).routes.filter(({ id }) => id !== taken);
  const choices = routes.map(({ id, title, words }) => ({ id, name: title, hint: words }));
  const criteria: Choice[] = routes.flatMap((route) =>
    route.criteria.map((words) => ({
      id: words,
      name: words,
      ...(routes.length === 1 ? {} : { hint: route.title }),
    })),
  );
  const everyRouteHasSome = routes.every((route) => route.criteria.length > 0);
  return {
    intro: ["The day of receipt and the dates of the stage are kept."],
    fields: [
      choiceField("route", "Route", { choices: choices, ...onlyOne(choices) }),
      ...(criteria.length === 0
        ? []
        : [
            {
              kind: "choices",
              name: "criteria",
              label: "What is true of it",
              hint: "All of it has to be, or it goes in full.",
              required: everyRouteHasSome,
              choices: criteria,
            } as const,
          ]),
    ],
  };
}

function callForm({ case: theCase, policy, today }: FormContext): Form {
  const { routes } = stageRuleOf(theCase, policy);
  const { route } = recordOf(theCase);
  const taken = routes.filter(({ id }) => id === route);
  const record = [...new Set((taken.length > 0 ? taken : routes).flatMap((one) => one.record))];
  return {
    intro: [
      ...(record.length === 0 ? [] : [`What the procedure wants recorded: ${record.join("; ")}.`]),
      ...(taken.length === 0
        ? []
        : ["If the person is not satisfied, take it on in full: its dates are kept."]),
    ],
    fields: [
      dayField("on", "Day of the call", { value: today, latest: today }),
      wordsField("agreed", "What was said and agreed"),
      tickField("satisfied", "The person was satisfied"),
      tickField("toldHowToEscalate", "The person was told how to take it further", {
        hint: "If they were not, leave it unticked: it is recorded as it was.",
      }),
    ],
  };
}

// Only the next is offered: the procedure's order is the order in which they happen.
function milestoneForm({ case: theCase, policy, today }: FormContext): Form {
  const choices = milestonesLeft(theCase, policy)
    .slice(0, 1)
    .map(({ id, title }) => ({ id, name: title }));
  const earliest = earliestMilestone(theCase);
  return {
    fields: [
      choiceField("milestone", "What happened", { choices: choices, ...onlyOne(choices) }),
      dayField("on", "Day it happened", { value: today, earliest, latest: today }),
    ],
  };
}

function onlyOne(choices: readonly Choice[]): { readonly value?: string } {
  const [first, ...others] = choices;
  return first === undefined || others.length > 0 ? {} : { value: first.id };
}

function workingDayWords(days: number): string {
  return days === 1 ? "1 working day" : `${days} working days`;
}
