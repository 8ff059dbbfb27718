import { longDate, shortDate } from "../../calendar/london-date.ts";
import { ombudsmanName } from "../../policy/ombudsman.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, dayField, wordsField, type Form, type FormContext } from "../form.ts";
import { letterMustSay } from "../letter-must-say.ts";
import type { careCommands, careEvents } from "./facts.ts";
import { flagsToRaise } from "./rules.ts";

export const careForms: Forms<typeof careCommands> = {
  "raise-flag": {
    title: "Flag what colleagues must know",
    form: ({ case: theCase, policy, today }) => ({
      intro: ["Everybody who works on the case sees it first, so keep to what they need."],
      fields: [
        choiceField(
          "flag",
          "What it is",
          flagsToRaise(theCase, policy).map(({ id, title, words }) => ({
            ...{ id, name: title },
            ...(words === undefined ? {} : { hint: words }),
          })),
        ),
        wordsField("words", "What colleagues must know or do"),
        dayField("reviewOn", "Day to look at it again", {
          ...{ required: false, earliest: today },
          hint: "A reasonable adjustment is kept under active review, so give it a day (Code 5.6).",
        }),
      ],
    }),
  },
  "lower-flag": {
    title: "Take a flag away",
    form: ({ case: { flags } }) => ({
      fields: [
        choiceField(
          "flag",
          "Flag",
          flags.map(({ flag, title, words }) => ({ id: flag, name: title, hint: words })),
        ),
        wordsField("reason", "Why it no longer holds"),
      ],
    }),
  },
  "restrict-access": {
    title: "Restrict who sees the case",
    form: ({ case: { access }, colleagues }) => ({
      intro: [
        "Only these people, you, the officer and the approver see the case from then on.",
        ...(access === undefined ? [] : [`These see it now: ${namesOf(access.members)}.`]),
      ],
      fields: [
        {
          ...{ kind: "choices", name: "members", label: "Who may see it", required: true },
          choices: colleagues,
        },
        wordsField("reason", "Why only they may see it"),
      ],
    }),
  },
  "open-access": {
    title: "Open the case to others again",
    form: ({ case: { access } }) => ({
      intro: access === undefined ? [] : [`It was restricted because: ${access.reason}`],
      fields: [wordsField("reason", "Why others may see it again")],
    }),
  },
  "restrict-conduct": { title: "Restrict contact", form: restrictConductForm },
  "review-conduct": { title: "Review the restriction of contact", form: reviewConductForm },
};

function restrictConductForm({ policy, today }: FormContext): Form {
  return {
    intro: [
      "Fit it to what happened, and limit no more than it takes. New mail is still read.",
      letterMustSay(policy, "restriction", [
        "Why",
        "What will be done",
        "For how long",
        "When and how it is reviewed",
        "The right to complain to the Ombudsman",
      ]),
      `The person can take this to the ${ombudsmanName(policy)}.`,
    ],
    fields: [
      wordsField("what", "What is limited", {
        hint: "Such as one named officer, writing only, or how often and when to call.",
      }),
      wordsField("reason", "Why", { hint: "What happened, when, and how the person was warned." }),
      dayField("until", "Day it ends", { earliest: today }),
      dayField("reviewOn", "Day to look at it again", { earliest: today }),
    ],
  };
}

function reviewConductForm({ case: theCase, today }: FormContext): Form {
  const { conduct } = theCase;
  return {
    intro: [...restrictionWords(theCase), "Lift it, unless there are good grounds to keep it."],
    fields: [
      choiceField("decision", "Decision", [
        { id: "lifted", name: "Lift it" },
        { id: "kept", name: "Keep it", hint: "With a next day to look at it." },
      ]),
      wordsField("reason", "Reason"),
      dayField("reviewOn", "Next day to look at it", {
        ...{ required: false, earliest: today, hint: "Only when it is kept." },
        ...(conduct === undefined ? {} : { latest: conduct.until }),
      }),
    ],
  };
}

function restrictionWords({ conduct }: Case): string[] {
  return conduct === undefined
    ? []
    : [
        `Limited until ${longDate(conduct.until)}: ${conduct.what}`,
        `The reason was: ${conduct.reason}`,
      ];
}

export const careDescribers: Describers<typeof careEvents> = {
  "flag-raised": ({ title, words, reviewOn }) =>
    withText({ what: `flagged: ${title}${reviewed(reviewOn)}`, kind: "note" }, words),
  "flag-lowered": ({ title, reason }) =>
    withText({ what: `took away the flag: ${title}`, kind: "note" }, reason),
  "access-restricted": ({ members, reason }) =>
    withText({ what: `restricted the case to ${namesOf(members)}`, kind: "decision" }, reason),
  "access-opened": ({ reason }) =>
    withText({ what: "opened the case to others again", kind: "decision" }, reason),
  "conduct-restricted": ({ what, reason, until, reviewOn }) =>
    withText(
      {
        what: `restricted contact until ${shortDate(until)}${reviewed(reviewOn)}`,
        kind: "decision",
      },
      `${what}\n${reason}`,
    ),
  "conduct-reviewed": ({ decision, reason, reviewOn }) =>
    withText({ what: `${reviewWords[decision]}${reviewed(reviewOn)}`, kind: "decision" }, reason),
};

const reviewWords = {
  kept: "kept the restriction of contact",
  lifted: "lifted the restriction of contact",
} as const;

function reviewed(on: string | undefined): string {
  return on === undefined ? "" : `, to be looked at again on ${shortDate(on)}`;
}

const inWords = new Intl.ListFormat("en-GB");

function namesOf(members: readonly { readonly name: string }[]): string {
  return inWords.format(members.map(({ name }) => name));
}
