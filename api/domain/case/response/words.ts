import type { Case } from "../case.ts";
import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, nothingAsked, wordsField } from "../form.ts";
import { letterShown } from "../sign-off/words.ts";
import { byChannel } from "../vocabulary.ts";
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
  "settle-sending": {
    title: "Settle whether the letter went out",
    form: ({ case: { sendingProblem } }) => ({
      intro: [
        ...(sendingProblem === undefined ? [] : [sendingProblem]),
        "Look in Sent Items of the shared mailbox, or ask the person. Delete a draft that is not what was approved before you have the letter sent again.",
      ],
      fields: [
        choiceField("found", "What you found", [
          { id: "arrived", name: "It went out", hint: "The stage counts as answered today." },
          {
            id: "not-sent",
            name: "It did not go out: send it again",
            hint: "Should its sent copy turn up after all, that is kept and nothing is sent.",
          },
        ]),
        wordsField("how", "How you know"),
      ],
    }),
  },
};

/** What is told of a letter whose fate only a person can find out. */
const settled = {
  arrived: "found that the letter went out",
  "not-sent": "found that the letter did not go out, and had it sent again",
} as const;

type Submission = NonNullable<Case["submission"]>;

/** What the check found when a letter was submitted, for whoever is asked to approve it. */
export function checkWords({ check, overridden }: Submission): string[] {
  if (check === undefined) return [];
  const { looks, decided, points } = check;
  return [
    ...(overridden === undefined ? ["Everything that the procedure requires is there."] : []),
    ...(overridden === undefined ? [] : [overriddenWords(overridden)]),
    ...(points === 0 ? [] : [`Points answered: ${decided} of ${points}.`]),
    ...(looks === 0 ? [] : [`${looks} ${looks === 1 ? "thing is" : "things are"} worth a look.`]),
  ];
}

function overriddenWords({ reason, missing }: NonNullable<Submission["overridden"]>): string {
  const named = missing.map((words) => words.replace(/\.$/, ""));
  return `Submitted although this is missing: ${named.join("; ")}. The reason: ${reason}`;
}

export const responseDescribers: Describers<typeof responseEvents> = {
  "draft-saved": ({ draft, stage, writer }) => ({
    what:
      writer === undefined
        ? `saved draft ${draft} of the stage ${stage} response`
        : `kept what ${writer.name} wrote as draft ${draft} of the stage ${stage} response`,
    kind: "draft",
  }),
  "response-submitted": ({ stage, approverName, standsInFor, overridden }) => {
    const meant = standsInFor === undefined ? "" : `, who stands in for ${standsInFor.name}`;
    const what = `submitted the stage ${stage} response to ${approverName}${meant}`;
    return overridden === undefined
      ? { what, kind: "sign-off" }
      : withText(
          { what: `${what} although the check found it incomplete`, kind: "sign-off" },
          overriddenWords(overridden),
        );
  },
  "response-returned": ({ stage, comment }) =>
    withText({ what: `returned the stage ${stage} response`, kind: "sign-off" }, comment),
  "response-approved": ({ stage }) => ({
    what: `approved the stage ${stage} response`,
    kind: "sign-off",
  }),
  "response-sent": ({ stage, channel }) => ({
    what: `sent the stage ${stage} response${channel === undefined ? "" : ` ${byChannel(channel)}`}`,
    kind: "mail",
  }),
  "sending-needs-a-person": ({ why }) =>
    withText({ what: "could not send a letter", kind: "mail" }, why),
  "answer-shared": ({ stage, to }, names) => ({
    what: `shared the stage ${stage} response with ${to.map(names.person).join(", ")}`,
    kind: "nudge",
  }),
  "sending-settled": ({ found, how }) => withText({ what: settled[found], kind: "mail" }, how),
};
