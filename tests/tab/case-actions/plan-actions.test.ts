import { describe, expect, it } from "vitest";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import { planActions } from "../../../tab/case-actions/plan-actions.ts";

const offered = (type: string, more: Partial<OfferedAction> = {}): OfferedAction => ({
  type,
  title: type,
  primary: false,
  allowed: true,
  ...more,
});
const types = (actions: readonly OfferedAction[]) => actions.map((each) => each.type);

describe("laying out the offered actions", () => {
  it("puts the next thing first and keeps the service's order for the rest", () => {
    const plan = planActions([
      offered("add-note"),
      offered("save-draft", { primary: true }),
      offered("close"),
    ]);
    expect(plan.primary?.type).toBe("save-draft");
    expect(types(plan.others)).toEqual(["add-note", "close"]);
  });

  it("keeps what is not allowed, with its reason, out of the buttons", () => {
    const plan = planActions([offered("escalate", { allowed: false, why: "Not yet." })]);
    expect(plan.primary).toBeUndefined();
    expect(plan.others).toEqual([]);
    expect(plan.unavailable[0]?.why).toBe("Not yet.");
  });

  it("leaves the decision on a letter to the buttons below the letter", () => {
    const plan = planActions([
      offered("approve", { primary: true }),
      offered("return"),
      offered("add-note"),
    ]);
    expect(plan.primary).toBeUndefined();
    expect(types(plan.others)).toEqual(["add-note"]);
  });

  it("says why somebody may not approve", () => {
    const plan = planActions([offered("approve", { allowed: false, why: "You wrote it." })]);
    expect(types(plan.unavailable)).toEqual(["approve"]);
  });

  it("leaves submitting to the page where the reply is written", () => {
    const plan = planActions([offered("save-draft"), offered("submit", { primary: true })]);
    expect(types(plan.others)).toEqual(["save-draft"]);
  });

  it("does not offer what this page does not know how to do", () => {
    expect(planActions([offered("fly-to-the-moon")]).others).toEqual([]);
  });
});
