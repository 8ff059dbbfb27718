import { longDate, shortDate } from "../../calendar/london-date.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, dayField, lineField, wordsField, type Field } from "../form.ts";
import { stageRuleOf } from "../independence.ts";
import { findingChoices } from "../points/words.ts";
import type { panelCommands, panelEvents } from "./facts.ts";
import { hearingOf } from "./rules.ts";

export const panelForms: Forms<typeof panelCommands> = {
  "arrange-hearing": {
    title: "Arrange the hearing",
    form: ({ case: theCase, policy, today }) => {
      const arranged = hearingOf(theCase);
      const { panel } = stageRuleOf(theCase, policy);
      const day = arranged?.on === undefined || arranged.on < today ? {} : { value: arranged.on };
      return {
        ...(panel === undefined ? {} : { intro: [panel.words] }),
        fields: [
          dayField("on", "Day of the hearing", { earliest: today, ...day }),
          filled(lineField("place", "Where it takes place"), arranged?.place),
          filled(
            wordsField("members", "Members of the panel", { hint: "One name a line." }),
            arranged?.members.join("\n"),
          ),
        ],
      };
    },
  },
  "record-hearing": {
    title: "Record the hearing",
    form: ({ case: theCase, policy, today }) => {
      const { on, place, members = [] } = hearingOf(theCase) ?? {};
      const arrangedFor =
        on === undefined || place === undefined
          ? []
          : [`Arranged for ${longDate(on)} at ${place}, with ${members.join(", ")}.`];
      return {
        intro: [
          ...arrangedFor,
          "Record it once it has taken place: what was found is not changed afterwards.",
        ],
        fields: [
          dayField("on", "Day it took place", { latest: today }),
          choiceField("finding", "What the panel found", findingChoices(policy)),
          wordsField("text", "What the panel decided, and why"),
        ],
      };
    },
  },
  "record-findings": {
    title: "Record the reviewer's findings",
    form: ({ policy, today }) => ({
      intro: ["The findings are the reviewer's own, and are not changed afterwards."],
      fields: [
        dayField("on", "Day of the report", { latest: today }),
        lineField("reviewer", "Who reviewed it"),
        choiceField("finding", "What the reviewer found", findingChoices(policy)),
        wordsField("text", "What the reviewer found, and why"),
      ],
    }),
  },
};

function filled(field: Field, value: string | undefined): Field {
  return field.kind === "words" && value !== undefined ? { ...field, value } : field;
}

export const panelDescribers: Describers<typeof panelEvents> = {
  "hearing-arranged": ({ on, place, members }) =>
    withText(
      {
        what: `arranged the panel's hearing for ${shortDate(on)} at ${place}`,
        kind: "decision",
      },
      members.join("\n"),
    ),
  "hearing-held": ({ on, finding }) => ({
    what: `recorded the panel's hearing of ${shortDate(on)}: ${finding.replaceAll("-", " ")}`,
    kind: "decision",
  }),
  "findings-recorded": ({ on, reviewer, finding }) => ({
    what: `recorded the findings of ${reviewer} of ${shortDate(on)}: ${finding.replaceAll("-", " ")}`,
    kind: "decision",
  }),
};
