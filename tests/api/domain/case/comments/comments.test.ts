import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { effectsOf } from "#api/domain/case/effects.ts";
import { openComments } from "#api/domain/case/comments/rules.ts";
import { helen, priya, tom } from "../people.ts";
import { eventsOf, refusalOf, storyUntil, submit, type Story } from "../story.ts";

const comment: PersonCommand = {
  type: "comment-draft",
  words: "Say when.",
  about: { quote: "We will collect it", before: "Dear Joan ", after: " soon" },
};
const answer: PersonCommand = { type: "answer-comment", comment: "1", words: "On Monday." };

/** Who is told of what happened last, by id. */
function told({ events, case: theCase }: Story): string[] {
  const last = events.at(-1);
  const effects = last === undefined ? [] : effectsOf(last, theCase);
  return effects.flatMap((effect) =>
    effect.kind === "tell" && effect.occasion.kind === "commented" ? [effect.person] : [],
  );
}

describe("a comment on a draft", () => {
  it("keeps the words it is about, is numbered and stays open until somebody resolves it", () => {
    const story = storyUntil("investigating");
    expect(eventsOf(story.ask(priya, comment))).toEqual([
      { ...comment, type: "draft-commented", stage: 1, comment: "1" },
    ]);
    expect(openComments(story.case)).toHaveLength(1);
    story.after(tom, answer).after(tom, { type: "resolve-comment", comment: "1" });
    expect(openComments(story.case)).toEqual([]);
    expect(refusalOf(story.ask(priya, answer)).message).toContain("No comment on this letter");
  });

  it("is told to the author, and its answers to whoever made it, but nobody of their own words", () => {
    const story = storyUntil("investigating").after(priya, comment);
    expect(told(story)).toEqual([tom.id]);
    expect(told(story.after(tom, answer))).toEqual([priya.id]);
    expect(told(story.after(priya, answer))).toEqual([tom.id]);
    expect(told(story.after(tom, comment))).toEqual([]);
  });

  it("can be made by the approver, and does not keep the letter from going on", () => {
    const story = storyUntil("investigating").after(priya, comment).after(tom, submit(), [helen]);
    story.after(helen, comment);
    expect(told(story)).toEqual([tom.id]);
    const { submission } = story.case;
    story.after(helen, { type: "approve", text: submission?.text ?? "" });
    expect(story.case.status).toBe("sending");
  });

  it("waits until there is something to comment on", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: tom.id });
    expect(refusalOf(story.ask(priya, comment)).kind).toBe("not-possible");
  });
});
