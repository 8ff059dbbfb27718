import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, lineField, wordsField } from "../form.ts";
import { findingChoices } from "../points/words.ts";
import { setAsideAs, type endingCommands, type endingEvents, type SetAsideAs } from "./facts.ts";
import { refusalGrounds } from "./rules.ts";

const setAsideNames: Readonly<Record<SetAsideAs, string>> = {
  spam: "Spam",
  duplicate: "The same complaint twice, answered with the case it is linked to",
};

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
        wordsField("reason", "Why, as the person will be told"),
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
    form: ({ policy, case: theCase }) => {
      const found = theCase.stages.find(({ stage }) => stage === theCase.stage)?.finding;
      return {
        fields: [
          choiceField("outcome", "Outcome", {
            choices: policy.outcomes.map(({ id, words }) => ({ id, name: words })),
            ...(found === undefined ? {} : { value: found }),
          }),
          wordsField("reason", "Reason"),
          lineField("rootCause", "Root cause", {
            required: false,
            hint: "What has to change so that it does not happen again.",
          }),
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

const refused = {
  complaint: "refused the complaint",
  "next-stage": "refused the next stage",
} as const;

export const endingDescribers: Describers<typeof endingEvents> = {
  "complaint-refused": ({ what, ground, reason }) =>
    withText({ what: refused[what], kind: "decision" }, `${ground}\n${reason}`),
  "complaint-withdrawn": ({ reason }) =>
    withText({ what: "recorded that the person withdrew the complaint", kind: "decision" }, reason),
  "outcome-decided": ({ stage, finding, reason }) =>
    withText(
      { what: `decided stage ${stage}: ${finding.replaceAll("-", " ")}`, kind: "decision" },
      reason,
    ),
  "case-closed": ({ outcome, reason }) =>
    withText({ what: `closed it: ${outcome.replaceAll("-", " ")}`, kind: "decision" }, reason),
  "case-set-aside": ({ as, reason }) =>
    withText(
      { what: `set it aside as ${as === "spam" ? "spam" : "a duplicate"}`, kind: "decision" },
      reason,
    ),
  "case-reopened": ({ reason }) => withText({ what: "opened it again", kind: "decision" }, reason),
};
