import type { ActionForm } from "#api/contract/action-form.ts";
import type { CaseActionType } from "#api/contract/case-action.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";

// Offers and forms as the service would describe them.

/** An action that can be done; one without a form asks nothing. */
export function offer(
  type: CaseActionType,
  title: string,
  more: Partial<OfferedAction> = {},
): OfferedAction {
  const rest = { group: "The complaint", form: { fields: [] }, primary: false, allowed: true };
  return { type, title, ...rest, ...more };
}

/** An action that cannot be done now. */
export function notNow(type: CaseActionType, title: string, why: string): OfferedAction {
  return offer(type, title, { allowed: false, why });
}

const officers: CaseDetail["choices"]["officers"] = [
  { id: "tom", name: "Tom Okafor", hint: "Waste and Street Scene" },
  { id: "rhys", name: "Rhys Evans", hint: "Housing" },
  { id: "ewa", name: "Ewa Kowalska", hint: "Revenues and Benefits" },
  { id: "fatima", name: "Fatima Aziz", hint: "Highways and Parking, Planning" },
];

const assign: ActionForm = {
  fields: [
    { kind: "choice", name: "officer", label: "Officer", required: true, choices: officers },
  ],
};

const note: ActionForm = {
  fields: [
    {
      kind: "words",
      name: "text",
      label: "Note",
      hint: "Colleagues and auditors can read it; the citizen is not sent it.",
      lines: 4,
      required: true,
    },
  ],
};

const close: ActionForm = {
  fields: [
    {
      kind: "choice",
      name: "outcome",
      label: "Outcome",
      required: true,
      choices: [
        { id: "upheld", name: "Upheld" },
        { id: "partly-upheld", name: "Partly upheld" },
        { id: "not-upheld", name: "Not upheld" },
        { id: "withdrawn", name: "Withdrawn" },
      ],
    },
    { kind: "words", name: "reason", label: "Reason", lines: 4, required: true },
  ],
};

const extend: ActionForm = {
  intro: ["The person must be told: the new date; the reasons; how to contact the Ombudsman."],
  fields: [
    {
      kind: "number",
      name: "workingDays",
      label: "How much longer",
      unit: "working days",
      required: true,
      value: 10,
    },
    {
      kind: "words",
      name: "reason",
      label: "Reason the person is given",
      lines: 4,
      required: true,
    },
  ],
};

const recordCall: ActionForm = {
  fields: [
    { kind: "day", name: "on", label: "Day of the call", required: true, latest: "2026-11-23" },
    { kind: "words", name: "agreed", label: "What was agreed", lines: 1, required: true },
    { kind: "tick", name: "satisfied", label: "The person was satisfied", required: false },
  ],
};

const restrictAccess: ActionForm = {
  fields: [
    {
      kind: "choices",
      name: "members",
      label: "Who may see it",
      required: true,
      choices: officers,
    },
    { kind: "words", name: "reason", label: "Why only they may see it", lines: 4, required: true },
  ],
};

const askForInformation: ActionForm = {
  fields: [
    {
      kind: "choice",
      name: "to",
      label: "Whom to ask",
      required: true,
      choices: [
        ...officers,
        { id: "lee", name: "Lee Barton" },
        { id: "helen", name: "Helen Marsh" },
      ],
    },
    { kind: "words", name: "question", label: "Question", lines: 4, required: true },
    { kind: "day", name: "due", label: "Needed by", required: true, earliest: "2026-11-23" },
    {
      kind: "choice",
      name: "point",
      label: "Point it is about",
      required: false,
      choices: [{ id: "1", name: "1. The bins" }],
    },
  ],
};

/** What an officer may do with a case they work on. */
export const officersOffers: readonly OfferedAction[] = [
  offer("save-draft", "Draft reply", { primary: true, group: "The reply" }),
  offer("assign", "Assign", { group: "Who has it", form: assign }),
  offer("add-note", "Add a note", { group: "Contact", form: note }),
  offer("close", "Close", { form: close }),
  offer("request-information", "Ask for information", {
    group: "Points and questions",
    form: askForInformation,
  }),
  offer("accept", "Take it on", { group: "Who has it" }),
  offer("record-call", "Record an answer by phone", { group: "Dates", form: recordCall }),
  offer("extend", "Extend the date", { group: "Dates", form: extend }),
  offer("restrict-access", "Restrict who sees the case", {
    group: "People and care",
    form: restrictAccess,
  }),
  notNow("submit", "Submit for approval", "Save a draft first."),
  notNow("escalate", "Move to stage 2", "The stage 1 response has not been sent yet."),
];

export const triageOffers: readonly OfferedAction[] = [
  offer("classify", "Decide what it is", { primary: true }),
  offer("add-note", "Add a note", { group: "Contact", form: note }),
];

/** What an approver may do about a letter, named by its hash. */
export function approversOffers(hash: string): OfferedAction[] {
  const shown = { kind: "fixed", name: "text", value: hash } as const;
  const comment = { kind: "words", name: "comment", label: "What should change?" } as const;
  return [
    offer("approve", "Approve", { primary: true, group: "The reply", form: { fields: [shown] } }),
    offer("return", "Return with comment", {
      group: "The reply",
      form: { fields: [shown, { ...comment, lines: 4, required: true }] },
    }),
    offer("add-note", "Add a note", { group: "Contact", form: note }),
  ];
}

/** What is offered once a letter is with its approver. */
export const authorsOffers: readonly OfferedAction[] = [
  offer("add-note", "Add a note", { group: "Contact", form: note }),
  notNow("approve", "Approve", "You wrote this response, so somebody else approves it."),
];
