import { longDate, shortDate } from "../../calendar/london-date.ts";
import names from "../../policy/ombudsmen.json" with { type: "json" };
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, dayField, lineField, tickField, wordsField, type Field } from "../form.ts";
import {
  ombudsmanDecisions,
  ombudsmen,
  type ombudsmanCommands,
  type OmbudsmanDecision,
  type OmbudsmanEnquiry,
  type ombudsmanEvents,
} from "./facts.ts";
import { isUnanswered, isUndecided } from "./rules.ts";

export const ombudsmanForms: Forms<typeof ombudsmanCommands> = {
  "record-enquiry": {
    title: "Record an enquiry of the Ombudsman",
    form: ({ policy, today }) => {
      const usual = ombudsmen.find((id) => id === policy.ombudsman);
      return {
        fields: [
          choiceField("ombudsman", "Ombudsman", {
            choices: ombudsmen.map((id) => ({ id, name: names[id].name })),
            ...(usual === undefined ? {} : { value: usual }),
          }),
          lineField("reference", "The Ombudsman’s reference"),
          dayField("on", "Day it arrived", { value: today, latest: today }),
          wordsField("asks", "What the Ombudsman asks for"),
          dayField("due", "Day the Ombudsman wants it by"),
        ],
      };
    },
  },
  "answer-enquiry": {
    title: "Record our answer to the Ombudsman",
    form: ({ case: { ombudsman }, today }) => ({
      fields: [
        enquiryField(ombudsman.filter(isUnanswered)),
        dayField("on", "Day the answer went", { value: today, latest: today }),
        wordsField("words", "What was sent"),
      ],
    }),
  },
  "record-decision": {
    title: "Record the Ombudsman’s decision",
    form: ({ case: { ombudsman }, today }) => ({
      fields: [
        enquiryField(ombudsman.filter(isUndecided)),
        dayField("on", "Day of the decision", { value: today, latest: today }),
        choiceField(
          "decision",
          "Decision",
          ombudsmanDecisions.map((id) => ({ id, name: decisionWords[id] })),
        ),
        wordsField("remedy", "What the council has to do", {
          required: false,
          hint: "With sums and days. Promise each part as a remedy too, so that it is followed.",
        }),
        tickField("publicReport", "There is a public report"),
      ],
    }),
  },
};

/** In the terms of the Ombudsman's own statistics, so that ours can be laid beside them. */
export const decisionWords: Readonly<Record<OmbudsmanDecision, string>> = {
  "not-for-us": "Not for us",
  premature: "Not ready for us (premature)",
  "closed-after-assessment": "Assessed and closed",
  "no-fault": "Investigated and not upheld: no fault",
  "fault-no-injustice": "Investigated and upheld: fault, no injustice",
  "fault-remedied-by-council":
    "Investigated and upheld: fault, and a satisfactory remedy by the council",
  "fault-and-injustice": "Investigated and upheld: fault and injustice",
};

function enquiryField(enquiries: readonly OmbudsmanEnquiry[]): Field {
  return choiceField(
    "enquiry",
    "Enquiry",
    enquiries.map(({ id, reference, ombudsman, due }) => ({
      id,
      name: reference,
      hint: `${names[ombudsman].name}, by ${longDate(due)}`,
    })),
  );
}

export const ombudsmanDescribers: Describers<typeof ombudsmanEvents> = {
  "ombudsman-enquired": ({ enquiry, ombudsman, reference, on, asks, due }) =>
    withText(
      {
        what: `recorded enquiry ${enquiry} of the ${names[ombudsman].name} (${reference}) of ${shortDate(on)}, to be answered by ${shortDate(due)}`,
        kind: "mail",
      },
      asks,
    ),
  "ombudsman-answered": ({ enquiry, on, words }) =>
    withText(
      { what: `answered the Ombudsman’s enquiry ${enquiry} on ${shortDate(on)}`, kind: "mail" },
      words,
    ),
  "ombudsman-decided": ({ enquiry, on, decision, remedy, publicReport }) =>
    withText(
      {
        what: `recorded the Ombudsman’s decision of ${shortDate(on)} on enquiry ${enquiry}${publicReport ? ", with a public report" : ""}: ${decisionWords[decision]}`,
        kind: "decision",
      },
      remedy,
    ),
};
