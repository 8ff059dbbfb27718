import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, wordsField } from "../form.ts";
import { findingChoices } from "../points/words.ts";
import {
  rootCauses,
  setAsideAs,
  type endingCommands,
  type endingEvents,
  type RootCause,
  type SetAsideAs,
} from "./facts.ts";
import { tellingFields } from "../own-letters/words.ts";
import { refusalGrounds } from "./rules.ts";
import { suggestClosing, type Suggested } from "./suggest-closing.ts";

const setAsideNames: Readonly<Record<SetAsideAs, string>> = {
  spam: "Spam",
  duplicate: "The same complaint twice, answered with the case it is linked to",
};

const rootCauseNames: Readonly<Record<RootCause, string>> = {
  "policy-not-followed": "Policy not followed",
  delay: "Delay or backlog",
  "wrong-information": "Wrong information or advice",
  "staff-behaviour": "Staff behaviour",
  "system-failure": "System or process failure",
  contractor: "Contractor",
  communication: "Communication",
  resources: "Resources",
  "nothing-went-wrong": "Nothing went wrong",
};

// What was written before there was a list is told as it was written.
function rootCauseWords(rootCause: string): string {
  const known = rootCauses.find((one) => one === rootCause);
  return known === undefined ? rootCause : rootCauseNames[known].toLowerCase();
}

export const endingForms: Forms<typeof endingCommands> = {
  refuse: {
    title: "Refuse with reason",
    form: ({ policy, case: theCase }) => ({
      intro: [
        theCase.status === "answered"
          ? "The next stage is refused. The person can take that decision to the Ombudsman."
          : "The complaint is not taken. The person can take that decision to the Ombudsman.",
      ],
      fields: [
        choiceField(
          "ground",
          "Ground",
          refusalGrounds(policy).map((words) => ({ id: words, name: words })),
        ),
        wordsField("reason", "Why, as the person reads it"),
        ...tellingFields(theCase),
      ],
    }),
  },
  withdraw: {
    title: "Record a withdrawal",
    form: () => ({
      fields: [wordsField("reason", "What the person said, and how")],
    }),
  },
  "decide-outcome": {
    title: "Decide the outcome",
    form: ({ policy }) => ({
      fields: [
        choiceField("finding", "Over all points", findingChoices(policy)),
        wordsField("reason", "Reason"),
      ],
    }),
  },
  close: {
    title: "Close",
    form: (context) => {
      const { outcome, reason, rootCause } = suggestClosing(context);
      return {
        fields: [
          choiceField("outcome", "Outcome", {
            choices: context.policy.outcomes.map(({ id, words }) => ({ id, name: words })),
            ...offered(outcome),
          }),
          choiceField("rootCause", "Root cause", {
            choices: rootCauses.map((id) => ({ id, name: rootCauseNames[id] })),
            required: false,
            hint: "What lies behind it, so that it can be changed.",
            ...offered(rootCause),
          }),
          wordsField("reason", "Reason", offered(reason)),
        ],
      };
    },
  },
  "set-aside": {
    title: "Set aside",
    form: () => ({
      intro: [
        "It is closed without a word to the sender, and can be classified all the same later.",
      ],
      fields: [
        choiceField(
          "as",
          "Why",
          setAsideAs.map((id) => ({ id, name: setAsideNames[id] })),
        ),
        wordsField("reason", "How you know", { required: false }),
      ],
    }),
  },
  reopen: {
    title: "Open it again",
    form: () => ({ fields: [wordsField("reason", "Why it is opened again")] }),
  },
};

/** What is chosen before anybody chooses, and the words that led to it. */
function offered(suggestion: Suggested<string> | undefined): { value?: string; hint?: string } {
  return suggestion === undefined ? {} : { value: suggestion.value, hint: suggestion.why };
}

const refused = {
  complaint: "refused the complaint",
  "next-stage": "refused the next stage",
} as const;

export const endingDescribers: Describers<typeof endingEvents> = {
  "complaint-refused": ({ what, ground, reason, told }) =>
    withText(
      { what: refused[what], kind: "decision" },
      [ground, reason, ...(told === undefined ? [] : [`Told: ${told}`])].join("\n"),
    ),
  "complaint-withdrawn": ({ reason }) =>
    withText({ what: "recorded that the person withdrew the complaint", kind: "decision" }, reason),
  "outcome-decided": ({ stage, finding, reason }) =>
    withText(
      { what: `decided stage ${stage}: ${finding.replaceAll("-", " ")}`, kind: "decision" },
      reason,
    ),
  "case-closed": ({ outcome, reason, rootCause }) =>
    withText(
      {
        what: `closed it: ${outcome.replaceAll("-", " ")}${rootCause === undefined ? "" : `, root cause: ${rootCauseWords(rootCause)}`}`,
        kind: "decision",
      },
      reason,
    ),
  "case-set-aside": ({ as, reason }) =>
    withText(
      { what: `set it aside as ${as === "spam" ? "spam" : "a duplicate"}`, kind: "decision" },
      reason,
    ),
  "case-reopened": ({ reason }) => withText({ what: "opened it again", kind: "decision" }, reason),
};
