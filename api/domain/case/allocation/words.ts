import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, nothingAsked, wordsField } from "../form.ts";
import type { allocationCommands, allocationEvents } from "./facts.ts";

export const allocationForms: Forms<typeof allocationCommands> = {
  route: {
    title: "Move to another procedure",
    form: ({ procedures, policy }) => ({
      intro: [
        `It is under: ${policy.title}.`,
        "The day of receipt stays; the dates are counted anew under the other procedure.",
      ],
      fields: [
        choiceField(
          "policy",
          "Procedure",
          procedures.filter(({ id }) => id !== policy.id),
        ),
        wordsField("reason", "Why it belongs there"),
      ],
    }),
  },
  assign: {
    title: "Assign",
    form: ({ officers }) => ({
      fields: [choiceField("officer", "Officer", { choices: officers, officers: true })],
    }),
  },
  accept: { title: "Take it on", form: () => nothingAsked },
  decline: {
    title: "Decline",
    form: () => ({
      fields: [
        wordsField("reason", "Why you cannot take it", {
          hint: "The complaints team reads this and finds somebody else.",
        }),
      ],
    }),
  },
  "hand-over": {
    title: "Hand over",
    form: ({ officers }) => ({
      fields: [
        choiceField("officer", "Who takes it", { choices: officers, officers: true }),
        wordsField("note", "What they need to know", { required: false }),
      ],
    }),
  },
};

export const allocationDescribers: Describers<typeof allocationEvents> = {
  "case-routed": ({ policyTitle, reason }) =>
    withText({ what: `moved it to another procedure: ${policyTitle}`, kind: "decision" }, reason),
  "case-assigned": ({ officerName }) => ({
    what: `assigned it to ${officerName}`,
    kind: "decision",
  }),
  "assignment-accepted": () => ({ what: "took it on", kind: "decision" }),
  "assignment-declined": ({ reason }) =>
    withText({ what: "declined it", kind: "decision" }, reason),
  "case-handed-over": ({ officerName, note }) =>
    withText({ what: `handed it over to ${officerName}`, kind: "decision" }, note),
};
