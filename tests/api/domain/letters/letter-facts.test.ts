import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { letterOfStage, nextStep, stageName } from "#api/domain/letters/letter-facts.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { storyUntil } from "#tests/api/domain/case/story.ts";

const { case: theCase } = storyUntil("investigating");
const at = (stage: number, route?: "early-resolution"): Case => ({
  ...theCase,
  stage,
  stages: [
    ...theCase.stages.filter((record) => record.stage !== stage),
    { stage, openedAt: "2026-11-10", writers: [], ...(route === undefined ? {} : { route }) },
  ] as Case["stages"],
});

describe("the letter that answers a stage", () => {
  it.each([
    ["lgsco-2024", 1, "stage 1", { ask: "stage 2" }],
    ["housing-ombudsman-2024", 1, "stage 1", { ask: "stage 2" }],
    ["borough-2021-03", 2, "stage 2", { ask: "stage 3", within: "28 days" }],
    ["children-act-1989", 2, undefined, { ask: "a review panel", within: "20 working days" }],
    ["salford-2009", 2, "level 2", { ask: "the Members’ Panel" }],
    ["lewisham-2009", 2, "stage 2", { ask: "the Independent Adjudicator" }],
  ] as const)("of %s %d has the procedure's own names", (...[id, stage, name, step]) => {
    const letter = letterOfStage(at(stage), policyOf(id));
    expect(letter.stage).toBe(stage);
    expect(letter.id).toBe(`stage-${stage}-response`);
    expect(stageName(letter)).toBe(name);
    expect(nextStep(letter)).toEqual(step);
  });

  it("is that of the quicker route while the case takes it", () => {
    const policy = policyOf("stockton-2019");
    const [quick] = policy.letters.filter(({ route }) => route === "early-resolution");
    expect(letterOfStage(at(1, "early-resolution"), policy)).toBe(quick);
    expect(letterOfStage(at(1), policy).route).toBeUndefined();
    // A later stage has no such route.
    expect(letterOfStage(at(2, "early-resolution"), policy).id).toBe("stage-2-response");
    expect(letterOfStage({ ...at(1), stages: [] }, policy).id).toBe("stage-1-response");
  });

  it("names its stage and the next wherever the policy lists them", () => {
    const letter = letterOfStage(at(1), policyOf("lgsco-2024"));
    const turned = { ...letter, mustContain: letter.mustContain.toReversed() };
    expect([stageName(turned), nextStep(turned)]).toStrictEqual(["stage 1", { ask: "stage 2" }]);
  });

  it("after the last stage names no further one", () => {
    const letter = letterOfStage(at(2), policyOf("lgsco-2024"));
    expect(nextStep(letter)).toEqual({ ask: "the next stage" });
    expect(stageName({ ...letter, mustContain: [] })).toBeUndefined();
  });

  it("of a stage that the procedure has not is a fault", () => {
    expect(() => letterOfStage(at(9), policyOf("lgsco-2024"))).toThrow(
      "Policy lgsco-2024 has no letter for stage 9.",
    );
  });
});
