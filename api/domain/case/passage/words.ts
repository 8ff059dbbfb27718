import { shortDate } from "../../calendar/london-date.ts";
import { escalationWindowOf } from "../../clocks/escalation-window.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import type { EventOf } from "../events.ts";
import { choiceField, wordsField, type Choice } from "../form.ts";
import { reasons, type Reason } from "../vocabulary.ts";
import type { passageCommands, passageEvents } from "./facts.ts";

const reasonNames: Readonly<Record<Reason, string>> = {
  delay: "It takes too long",
  "missed-service": "A service that did not come",
  "poor-quality": "Something done badly",
  "staff-conduct": "How staff behaved",
  "no-reply": "No answer",
  decision: "A decision",
  charge: "A charge or a fine",
  "wrong-information": "Wrong information",
};

/** What people are unhappy about, as it is chosen from. */
export const reasonChoices: readonly Choice[] = reasons.map((id) => ({
  id,
  name: reasonNames[id],
}));

export const passageForms: Forms<typeof passageCommands> = {
  classify: {
    title: "Classify",
    form: ({ policy, services }) => ({
      fields: [
        choiceField(
          "caseType",
          "What it is",
          policy.caseTypes.map(({ countsAs, title, definition }) => ({
            id: countsAs,
            name: title,
            hint: definition,
          })),
        ),
        choiceField("service", "Service", services),
        choiceField("about", "What they are unhappy about", {
          choices: reasonChoices,
          required: false,
        }),
        wordsField("reason", "Why", { required: false }),
      ],
    }),
  },
  escalate: {
    title: "Take to the next stage",
    form: ({ case: theCase, policy, calendar }) => {
      const answered = theCase.stages.find(({ stage }) => stage === theCase.stage);
      const window = answered && escalationWindowOf(answered, policy, calendar);
      return {
        intro: window?.why ?? [],
        fields: [
          wordsField("reason", "What is still wrong", {
            required: false,
            hint: "Nobody has to explain; write down what they said.",
          }),
          ...(window === undefined
            ? []
            : [
                wordsField("discretion", "Why it is taken although it is late", {
                  required: false,
                  hint: `Only when it was asked for after ${shortDate(window.acceptedUntil)}.`,
                }),
              ]),
        ],
      };
    },
  },
  "add-note": {
    title: "Add a note",
    form: () => ({
      fields: [
        wordsField("text", "Note", {
          hint: "Colleagues and auditors can read it; the citizen is not sent it.",
        }),
      ],
    }),
  },
};

const noticeWords = { "due-soon": "due soon", overdue: "overdue" } as const;

export const passageDescribers: Describers<typeof passageEvents> = {
  "case-classified": ({ caseType, service, reason, about }, names) =>
    withText(
      {
        what: `classified it as a ${caseType.replaceAll("-", " ")} for ${names.service(service)}${about === undefined ? "" : `, about: ${lowerFirst(reasonNames[about])}`}`,
        kind: "decision",
      },
      reason,
    ),
  "case-escalated": ({ stage, reason, discretion }) =>
    withText(
      { what: `took it to stage ${stage}`, kind: "decision" },
      [reason, discretion ?? ""].filter((words) => words !== "").join("\n"),
    ),
  "note-added": () => ({ what: "added a note", kind: "note" }),
  "notice-given": ({ to, standIns = [], notice, due }, names) => ({
    what: `told ${toldWords(to, standIns, names)} that it is ${noticeWords[notice]} (${shortDate(due)})`,
    kind: "nudge",
  }),
};

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

// The history says plainly that a notice found no reader: somebody has to notice that.
function toldWords(
  to: readonly string[],
  standIns: NonNullable<EventOf<"notice-given">["standIns"]>,
  names: { readonly person: (id: string) => string },
): string {
  if (to.length === 0) return "nobody, having found nobody to tell,";
  const told = to.map((id) => {
    const standIn = standIns.find(({ deputy }) => deputy.id === id);
    return standIn === undefined
      ? names.person(id)
      : `${standIn.deputy.name} (for ${standIn.inPlaceOf.name})`;
  });
  return told.join(", ");
}
