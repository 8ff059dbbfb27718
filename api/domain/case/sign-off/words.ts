import { shortDate } from "../../calendar/london-date.ts";
import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, wordsField, type Field } from "../form.ts";
import type { signOffCommands, signOffEvents } from "./facts.ts";

export const signOffForms: Forms<typeof signOffCommands> = {
  delegate: {
    title: "Delegate",
    form: ({ case: theCase, approvers }) => ({
      intro: ["Only people who may sign it off independently are listed."],
      fields: [
        ...letterShown(theCase),
        choiceField("to", "Who decides instead", approvers),
        wordsField("note", "What they need to know", { required: false }),
      ],
    }),
  },
  "take-over": {
    title: "Take over the approval",
    form: ({ case: theCase }) => ({ fields: letterShown(theCase) }),
  },
};

/** The letter that was before the person who decides about it. */
export function letterShown({ submission }: Case): Field[] {
  return submission === undefined ? [] : [{ kind: "fixed", name: "text", value: submission.text }];
}

export const signOffDescribers: Describers<typeof signOffEvents> = {
  "approval-passed-on": ({ stage, from, approverName, way, note = "", until }) => {
    const letter = `the approval of the stage ${stage} response`;
    const what = {
      delegated: `passed ${letter} on to ${approverName}, for ${from.name}`,
      "taken-over": `took over ${letter} from ${from.name}`,
      away: `passed ${letter} on to ${approverName}, who stands in for ${from.name}${until === undefined ? "" : ` until ${shortDate(until)}`}`,
    };
    return withText({ what: what[way], kind: "sign-off" }, note);
  },
};
