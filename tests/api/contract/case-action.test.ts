import { describe, expect, it } from "vitest";
import { ActionRequest, CaseAction, longestText } from "#api/contract/case-action.ts";
import { caseTypes, outcomes } from "#api/domain/case/vocabulary.ts";
import { personActions } from "#api/domain/case/commands.ts";

const hash = "a".repeat(64);

/** One well-formed request for each thing a person can ask, as the tab sends it. */
const wellFormed: Record<CaseAction["type"], object> = {
  classify: { caseType: "complaint", service: "waste" },
  assign: { officer: "a11ce000-0000-4000-8000-000000000002" },
  "add-note": { text: "She rang." },
  "save-draft": { text: "Dear Joan" },
  submit: { text: hash },
  approve: { text: hash },
  return: { text: hash, comment: "Say what we will pay." },
  escalate: {},
  close: { outcome: "upheld", reason: "Answered." },
};

const faultsIn = (action: object) =>
  CaseAction.safeParse(action).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  ) ?? [];

describe("what a person can ask over HTTP", () => {
  it("is everything the case rules know, and nothing else", () => {
    const asked = CaseAction.options.map((option) => option.shape.type.value);
    expect(asked.toSorted()).toEqual(personActions.toSorted());
  });

  it.each(Object.entries(wellFormed))("is understood: %s", (type, rest) => {
    expect(faultsIn({ type, ...rest })).toEqual([]);
  });

  it("names every case type and every outcome that a case can have", () => {
    for (const caseType of caseTypes) {
      expect(faultsIn({ type: "classify", caseType, service: "waste" })).toEqual([]);
    }
    for (const outcome of outcomes) {
      expect(faultsIn({ type: "close", outcome, reason: "Answered." })).toEqual([]);
    }
  });

  it("never carries who asks or how the case stands", () => {
    const smuggled = { by: "somebody", roles: ["director"], status: "closed", approver: "me" };
    for (const [type, rest] of Object.entries(wellFormed)) {
      const read = CaseAction.parse({ type, ...rest, ...smuggled });
      for (const name of Object.keys(smuggled)) expect(read).not.toHaveProperty(name);
    }
  });
});

describe("words", () => {
  it.each([
    [{ type: "add-note", text: " \n " }, "text: Write the note first."],
    [{ type: "save-draft", text: "" }, "text: Write the reply first."],
    [{ type: "return", text: hash, comment: "" }, "comment: Write what should change first."],
    [
      { type: "close", outcome: "upheld", reason: " " },
      "reason: Write why the case is closed first.",
    ],
    [
      { type: "classify", caseType: "complaint", service: "" },
      "service: Choose the service it is about.",
    ],
    [{ type: "assign", officer: "" }, "officer: Choose who takes the case."],
  ])("that are missing from %j are asked for", (action, fault) => {
    expect(faultsIn(action)).toEqual([fault]);
  });

  it("may be as long as any letter and no longer", () => {
    expect(faultsIn({ type: "save-draft", text: "x".repeat(longestText) })).toEqual([]);
    expect(faultsIn({ type: "save-draft", text: "x".repeat(longestText + 1) })).toEqual([
      "text: Shorten the reply.",
    ]);
  });

  it("lose the white space around them, so that the same letter has the same hash", () => {
    expect(CaseAction.parse({ type: "save-draft", text: "\n Dear Joan\n\nYours \n" })).toEqual({
      type: "save-draft",
      text: "Dear Joan\n\nYours",
    });
  });

  it("need not be given where a reason is welcome but not owed", () => {
    expect(CaseAction.parse({ type: "escalate" })).toEqual({ type: "escalate", reason: "" });
    expect(CaseAction.parse({ type: "classify", ...wellFormed.classify })).toMatchObject({
      reason: "",
    });
  });
});

describe("the letter that is decided on", () => {
  it.each(["submit", "approve"])("is named by its hash: %s", (type) => {
    for (const text of ["", "Dear Joan", "A".repeat(64), "a".repeat(63)]) {
      expect(faultsIn({ type, text })).toHaveLength(1);
    }
  });
});

describe("an action id", () => {
  const action = { type: "escalate" };

  it.each(["press-000001", "7d1f0c66-2f0a-4f7e-9d58-0c7a5f0e9b11"])("can be %s", (actionId) => {
    expect(ActionRequest.safeParse({ actionId, action }).success).toBe(true);
  });

  it.each(["", "short", "with spaces in it", "a/b/c/d/e/f", "x".repeat(65), "über-1234"])(
    "cannot be %j, since it names a row",
    (actionId) => {
      const read = ActionRequest.safeParse({ actionId, action });
      expect(read.error?.issues[0]?.message).toBe(
        "Send an actionId of 8 to 64 letters and digits.",
      );
    },
  );
});
