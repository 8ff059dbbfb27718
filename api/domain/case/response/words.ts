import { withText, type Describers, type Forms } from "../chapter.ts";
import { nothingAsked, wordsField, type Field } from "../form.ts";
import type { Case } from "../case.ts";
import type { responseCommands, responseEvents } from "./facts.ts";

export const responseForms: Forms<typeof responseCommands> = {
  "save-draft": { title: "Draft reply", form: () => nothingAsked },
  submit: { title: "Submit for approval", form: () => nothingAsked },
  approve: {
    title: "Approve and send",
    form: ({ case: theCase }) => ({ fields: letterShown(theCase) }),
  },
  return: {
    title: "Return with comment",
    form: ({ case: theCase }) => ({
      fields: [
        ...letterShown(theCase),
        wordsField("comment", "What should change?", {
          hint: "The author sees this above their draft.",
        }),
      ],
    }),
  },
};

function letterShown({ submission }: Case): Field[] {
  return submission === undefined ? [] : [{ kind: "fixed", name: "text", value: submission.text }];
}

export const responseDescribers: Describers<typeof responseEvents> = {
  "draft-saved": ({ draft, stage }) => ({
    what: `saved draft ${draft} of the stage ${stage} response`,
    kind: "draft",
  }),
  "response-submitted": ({ stage, approverName }) => ({
    what: `submitted the stage ${stage} response to ${approverName}`,
    kind: "sign-off",
  }),
  "response-returned": ({ stage, comment }) =>
    withText({ what: `returned the stage ${stage} response`, kind: "sign-off" }, comment),
  "response-approved": ({ stage }) => ({
    what: `approved the stage ${stage} response`,
    kind: "sign-off",
  }),
  "response-sent": ({ stage, channel }) => ({
    what: `sent the stage ${stage} response${channel === undefined ? "" : ` by ${channel.replaceAll("-", " ")}`}`,
    kind: "mail",
  }),
  "sending-needs-a-person": ({ why }) =>
    withText({ what: "could not send a letter", kind: "mail" }, why),
};
