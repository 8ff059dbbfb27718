import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, wordsField, type Choice } from "../form.ts";
import type { Case } from "../case.ts";
import type { commentCommands, commentEvents } from "./facts.ts";
import { openComments } from "./rules.ts";

export const commentForms: Forms<typeof commentCommands> = {
  "comment-draft": {
    title: "Comment on the draft",
    form: () => ({
      fields: [
        wordsField("words", "Comment", {
          hint: "Its author is told in chat. It is never part of what is sent.",
        }),
      ],
    }),
  },
  "answer-comment": {
    title: "Answer a comment",
    form: ({ case: theCase }) => ({
      fields: [choiceField("comment", "Comment", choices(theCase)), wordsField("words", "Answer")],
    }),
  },
  "resolve-comment": {
    title: "Resolve a comment",
    form: ({ case: theCase }) => ({
      fields: [choiceField("comment", "Comment", choices(theCase))],
    }),
  },
};

function choices(theCase: Case): Choice[] {
  return openComments(theCase).map(({ id, by }) => ({ id, name: `Comment ${id}, by ${by.name}` }));
}

export const commentDescribers: Describers<typeof commentEvents> = {
  "draft-commented": ({ comment, stage, words, about }) =>
    withText(
      { what: `commented on the draft of the stage ${stage} response (${comment})`, kind: "draft" },
      about === undefined ? words : `“${about.quote}”: ${words}`,
    ),
  "comment-answered": ({ comment, words }) =>
    withText({ what: `answered comment ${comment}`, kind: "draft" }, words),
  "comment-resolved": ({ comment }) => ({ what: `resolved comment ${comment}`, kind: "draft" }),
};
