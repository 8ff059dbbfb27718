import { describe, expect, it } from "vitest";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import { planActions } from "../../../tab/case-actions/plan-actions.ts";
import { notNow, offer } from "../offers.ts";

const types = (actions: readonly OfferedAction[]) => actions.map((each) => each.type);

describe("laying out the offered actions", () => {
  it("puts the next thing first and keeps the service's order for the rest", () => {
    const plan = planActions([
      offer("add-note", "Add a note"),
      offer("save-draft", "Draft reply", { primary: true }),
      offer("close", "Close"),
    ]);
    expect(plan.primary?.type).toBe("save-draft");
    expect(types(plan.everyday)).toEqual(["add-note", "close"]);
    expect(plan.more).toEqual([]);
  });

  it("gives four their own buttons and puts the rest under the service's headings", () => {
    const plan = planActions([
      offer("save-draft", "Draft reply", { primary: true }),
      offer("accept", "Take it on"),
      offer("request-information", "Ask for information"),
      offer("extend", "Extend the date"),
      offer("add-note", "Add a note"),
      offer("pause", "Pause", { group: "Dates" }),
      offer("raise-flag", "Flag", { group: "People and care" }),
      offer("resume", "Go on", { group: "Dates" }),
    ]);
    expect(types(plan.everyday)).toEqual(["accept", "request-information", "extend", "add-note"]);
    expect(plan.more.map(({ title, actions }) => [title, types(actions)])).toEqual([
      ["Dates", ["pause", "resume"]],
      ["People and care", ["raise-flag"]],
    ]);
  });

  it("keeps what is not allowed, with its reason, out of the buttons and the menu", () => {
    const plan = planActions([notNow("escalate", "Take to stage 2", "Not yet.")]);
    expect(plan).toMatchObject({ everyday: [], more: [], unavailable: [{ why: "Not yet." }] });
    expect(plan.primary).toBeUndefined();
  });

  it("leaves the decision on a letter to the buttons below the letter", () => {
    const plan = planActions([
      offer("approve", "Approve", { primary: true }),
      offer("return", "Return"),
      offer("add-note", "Add a note"),
    ]);
    expect(plan.primary).toBeUndefined();
    expect(types(plan.everyday)).toEqual(["add-note"]);
  });

  it("says why somebody may not approve", () => {
    const plan = planActions([notNow("approve", "Approve", "You wrote it.")]);
    expect(types(plan.unavailable)).toEqual(["approve"]);
  });

  it("leaves submitting to the page where the reply is written", () => {
    const plan = planActions([
      offer("save-draft", "Draft reply"),
      offer("submit", "Submit", { primary: true }),
    ]);
    expect(types(plan.everyday)).toEqual(["save-draft"]);
  });
});
