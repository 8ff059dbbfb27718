import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { letterOfStage } from "#api/domain/letters/letter-facts.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { ids, inHand, joans } from "./checked.ts";

const at = (policyId: string, stage: number) => {
  const stages = [{ stage, openedAt: "2026-11-10", writers: [] }] as unknown as Case["stages"];
  return inHand({ ...joans, stage, stages }, policyOf(policyId));
};
const lacks = (id: string, words: string, [policyId, stage]: readonly [string, number]) =>
  ids(`Dear Joan\n\n${words}`, "missing", at(policyId, stage)).includes(id);

const first = ["lgsco-2024", 1] as const;
const level = ["salford-2009", 2] as const;
const within = ["borough-2021-03", 2] as const;
const panel = ["children-act-1989", 2] as const;

describe("which stage a letter answers", () => {
  it.each([
    [first, "This is our stage 1 answer."],
    [first, "This is our answer at Stage One of our procedure."],
    [first, "This is the first stage of our procedure."],
    [first, "Missed bins: stage 1 answer\n\nIt was late."],
    [first, "## Stage 1\n\nIt was late."],
    [level, "This is the level 2 response."],
    [level, "This is the second level of our procedure."],
    [level, "This is the answer at stage two."],
  ] as const)("is said, in %s, by: %s", (procedure, words) => {
    expect(lacks("stage", words, procedure)).toBe(false);
  });

  it("may stand above the greeting", () => {
    const text = "CMP-7K3Q-9D\nOur stage 1 answer\n\nDear Joan\n\nIt was late.";
    expect(ids(text, "missing", at(...first))).not.toContain("stage");
  });

  it.each([
    [first, "This is our answer."],
    [first, "This is our stage 2 answer."],
    [first, "This is our stage 11 answer."],
    [first, "You can ask for stage 1 of another procedure."],
    [first, "You could take this to stage 1."],
    [level, "This is the level 3 response."],
    [level, "We rang 2 people at second hand."],
    [first, "We rang one person first."],
  ] as const)("is not said, in %s, by: %s", (procedure, words) => {
    expect(lacks("stage", words, procedure)).toBe(true);
  });
});

describe("how to go on", () => {
  it.each([
    [first, "If you are not satisfied, ask us to take it to stage 2."],
    [first, "Should you be unhappy, reply and it goes to the second stage."],
    [first, "You can ask for the next stage."],
    [level, "You have the right to go before the Members' Panel."],
    [level, "If you are not satisfied, write to the Members’\nPanel."],
    [within, "If you are not satisfied, ask for stage 3 within 28 days."],
    [within, "You can ask for the third stage. Please do so within\n28 days."],
    [panel, "You may ask for a review panel within 20 working days."],
  ] as const)("is said, in %s, by: %s", (procedure, words) => {
    expect(lacks("how-to-escalate", words, procedure)).toBe(false);
  });

  it.each([
    [first, "If you are not satisfied, ring us."],
    [first, "Stage 2 is for others."],
    [first, "If you are not satisfied, ask for stage 3."],
    [level, "If you are not satisfied, ask for a panel."],
    [within, "If you are not satisfied, ask for stage 3."],
    [within, "If you are not satisfied, ask within 28 days."],
    [panel, "You may ask for a review panel within 28 days."],
  ] as const)("is not said, in %s, by: %s", (procedure, words) => {
    expect(lacks("how-to-escalate", words, procedure)).toBe(true);
  });

  it("after a stage that the procedure has no name for is the next stage", () => {
    const facts = at("children-act-1989", 2);
    const letter = {
      ...letterOfStage(facts.case, facts.policy),
      mustContain: [
        { id: "stage", words: "Which stage it answers" },
        { id: "how-to-escalate", words: "How to go on" },
      ],
    };
    const missing = (words: string) => ids(words, "missing", { ...facts, letter });
    expect(
      missing("Dear Joan\n\nThis is our stage 2 answer. You can ask for the next stage."),
    ).toEqual([]);
    expect(missing("Dear Joan\n\nThis is our answer. You can ask for stage 3.")).toEqual(["stage"]);
  });
});
