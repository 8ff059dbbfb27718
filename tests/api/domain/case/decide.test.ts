import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { priya, tom } from "./people.ts";
import { caseId, close, draft, letter, refusalOf, storyUntil, submit } from "./story.ts";

const approve: PersonCommand = { type: "approve", text: letter };

describe("every event", () => {
  it("says when and by whom, so that history reads on when people have left", () => {
    const story = storyUntil("allocation");
    expect(story.events.map(({ sequence, by }) => [sequence, by])).toEqual([
      [1, { kind: "citizen", name: "Joan Whitfield" }],
      [2, { kind: "system" }],
      [3, { kind: "person", id: "priya", name: "Priya Nair", jobTitle: "complaints-officer" }],
    ]);
    expect(story.events.map(({ at }) => at)).toEqual([
      "2026-11-10T10:00:00.000Z",
      "2026-11-10T10:01:00.000Z",
      "2026-11-10T10:02:00.000Z",
    ]);
  });
});

describe("what cannot be done now", () => {
  it.each([
    ["triage", "Classify it first."],
    ["allocation", "Assign it to somebody first."],
    ["investigating", "Its letter has to be written and submitted first."],
    ["awaiting-approval", "Helen Marsh has to approve or return its letter first."],
    ["sending", "Its approved letter is on its way. Try again once it has gone."],
    ["answered", "Its answer has gone out: take it to the next stage, or close it."],
    ["closed", "It is closed: take it to the next stage if the person is not satisfied."],
  ] as const)("in %s is refused with what to do instead", (status, instead) => {
    const impossible: PersonCommand = status === "investigating" ? approve : submit();
    expect(refusalOf(storyUntil(status).ask(priya, impossible))).toMatchObject({
      kind: "action-not-available",
      message: `That cannot be done to ${caseId} now. ${instead}`,
    });
  });
});

describe("a mistake of ours", () => {
  it("is loud: nothing happens to a case that is not there", () => {
    const context = storyUntil("triage").context(priya);
    expect(() => decide(undefined, close, context)).toThrow("There is no case to close.");
  });

  it("is loud: only a person approves", () => {
    const story = storyUntil("awaiting-approval");
    expect(() => decide(story.case, approve, story.context("system"))).toThrow(
      "Only a person can approve.",
    );
  });

  it("is loud: a stage that the policy does not have", () => {
    const story = storyUntil("investigating");
    const strayed = { ...story.case, stage: 3 };
    expect(() => decide(strayed, draft(), story.context(tom))).toThrow(
      "Policy lgsco-2024 has no stage 3.",
    );
  });
});
