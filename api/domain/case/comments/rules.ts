import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { CaseEventData } from "../events.ts";
import { nextId, personOf, withEntry } from "../evolving.ts";
import { notPossible } from "../rejection.ts";
import { newestWords } from "../response/versions.ts";
import type { Comment, commentCommands, commentEvents } from "./facts.ts";

export const commentDeciders: Deciders<typeof commentCommands> = {
  "comment-draft": comment,
  "answer-comment": (before, { comment: id, words }) =>
    onOpen(before, id, { type: "comment-answered", comment: id, words }),
  "resolve-comment": (before, { comment: id }) =>
    onOpen(before, id, { type: "comment-resolved", comment: id }),
};

export const commentHindrances: Hindrances<typeof commentCommands> = {
  "comment-draft": (theCase) =>
    newestWords(theCase) === undefined
      ? "Nothing is written yet that could be commented on."
      : undefined,
  "answer-comment": withoutComments,
  "resolve-comment": withoutComments,
};

export const commentEvolvers: Evolvers<typeof commentEvents> = {
  "draft-commented": (before, event) => {
    const { comment: id, stage } = event;
    const made = { id, stage, by: personOf(event), resolved: false };
    return { ...before, comments: [...(before.comments ?? []), made] };
  },
  "comment-answered": (before) => before,
  "comment-resolved": (before, { comment: id }) => ({
    ...before,
    comments: withEntry(before.comments ?? [], id, { resolved: true }),
  }),
};

/** The comments on the present stage's letter that nobody has resolved. */
export function openComments({ comments = [], stage }: Case): Comment[] {
  return comments.filter((one) => one.stage === stage && !one.resolved);
}

function withoutComments(theCase: Case): string | undefined {
  return openComments(theCase).length === 0 ? "No comment on this letter is open." : undefined;
}

function comment(before: Case, { words, about }: CommandOf<"comment-draft">): Decision {
  const made = {
    type: "draft-commented",
    stage: before.stage,
    comment: nextId(before.comments ?? []),
    words,
  } as const;
  return ok([about === undefined ? made : { ...made, about }]);
}

function onOpen(before: Case, id: string, event: CaseEventData): Decision {
  return openComments(before).some((one) => one.id === id)
    ? ok([event])
    : notPossible("That comment is resolved already. Make a new one if something is still wrong.");
}
