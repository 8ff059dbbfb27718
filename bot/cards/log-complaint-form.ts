import { loggedChannels } from "#api/contract/log-complaint.ts";
import type { AdaptiveCard, CardElement } from "./adaptive-card.ts";
import { card } from "./case-card.ts";
import { cut, sentence, verbatim } from "./words.ts";

/** What a person fills in to log a complaint, each by the id of its field. */
export type ComplaintNotes = {
  readonly words: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly subject: string;
  readonly channel: string;
  readonly receivedAt: string;
};

/** A form as it travels: which one it is, whose message it is about and what is filled in. */
export type ComplaintForm = {
  /** Of this form alone: submitted twice, it logs one case. */
  readonly actionId: string;
  readonly source: string;
  readonly notes: ComplaintNotes;
  /** What is to be put right before it can be logged, or known about the message; one sentence each. */
  readonly remarks: readonly string[];
};

/** So that the card stays within what Teams takes, whatever is in it. */
export const longestWords = 5000;
const longestLine = 300;

/** The form that a message's menu opens: the message's words, and what a complaint needs beside them. */
export function logComplaintForm(form: ComplaintForm): AdaptiveCard {
  const { actionId, source, notes, remarks } = form;
  const whose = cut(source, longestLine);
  return card({
    title: "From a message in Teams",
    body: [
      verbatim(whose),
      ...(remarks.length === 0 ? [] : [remarksAbove(remarks)]),
      ...fieldsOf(notes),
    ],
    actions: [
      {
        type: "Action.Submit",
        title: "Log the complaint",
        style: "positive",
        data: { actionId, source: whose },
      },
    ],
  });
}

function remarksAbove(remarks: readonly string[]): CardElement {
  return { type: "Container", style: "warning", items: remarks.map(sentence) };
}

function fieldsOf(notes: ComplaintNotes): readonly CardElement[] {
  const line = (id: "name" | "email" | "phone" | "subject", label: string) =>
    ({
      ...({ type: "Input.Text", maxLength: longestLine } as const),
      ...{ id, label, value: cut(notes[id], longestLine) },
    }) as const;
  const must = (errorMessage: string) => ({ isRequired: true, errorMessage }) as const;
  return [
    {
      ...({ type: "Input.Text", isMultiline: true, maxLength: longestWords } as const),
      ...{ id: "words", label: "What was said", value: cut(notes.words, longestWords) },
      ...must("Write what was said."),
    },
    { ...line("name", "Who complains?"), ...must("Write who complains.") },
    { ...line("email", "E-mail"), style: "email" },
    { ...line("phone", "Phone"), style: "tel" },
    { ...line("subject", "What is it about?"), ...must("Write what it is about.") },
    {
      type: "Input.ChoiceSet",
      style: "compact",
      ...{ id: "channel", label: "How did it reach the council?", value: notes.channel },
      placeholder: "Choose one",
      choices: loggedChannels.map((value) => ({ title: channelWords[value], value })),
      ...must("Choose how it reached the council."),
    },
    {
      type: "Input.Date",
      ...{ id: "receivedAt", label: "Day it was received", value: notes.receivedAt },
      ...must("Give the day it reached the council."),
    },
  ];
}

const channelWords: Readonly<Record<(typeof loggedChannels)[number], string>> = {
  phone: "By phone",
  counter: "In person",
  letter: "By letter",
  "social-media": "On social media",
  "web-form": "By a web form",
  email: "By e-mail to another address",
};
