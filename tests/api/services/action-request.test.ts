import { describe, expect, it } from "vitest";
import { longestText } from "#api/domain/case/command-parts.ts";
import { personActions, type PersonAction } from "#api/domain/case/commands.ts";
import { caseTypes, outcomes } from "#api/domain/case/vocabulary.ts";
import { readActionRequest } from "#api/services/acting/action-request.ts";
import { storyUntil } from "../domain/case/story.ts";
import { sampleCommand } from "../domain/case/sample-commands.ts";

const hash = "a".repeat(64);
const actionId = "press-000001";

/** One well-formed request for each thing a person can ask, as the tab sends it. */
const wellFormed = (type: PersonAction): object => {
  const { case: theCase, now } = storyUntil("awaiting-approval");
  return sampleCommand(type, { case: theCase, now, pick: 1 });
};

/** What comes as it is asked; files have a way of their own. */
const asked = personActions.filter((type) => type !== "enclose-files");

const read = (action: object) => readActionRequest.safeParse({ actionId, action });
const understood = (action: object) => readActionRequest.parse({ actionId, action }).action;

const faultsIn = (action: object) =>
  read(action).error?.issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`) ??
  [];

describe("what a person can ask over HTTP", () => {
  it.each(asked)("is understood: %s", (type) => {
    expect(faultsIn(wellFormed(type))).toEqual([]);
  });

  it("encloses no file by its name alone: files are sent themselves", () => {
    expect(faultsIn(wellFormed("enclose-files"))).toEqual([": Send the files themselves."]);
  });

  it("is nothing else", () => {
    expect(read({ type: "delete", reason: "Why not." }).success).toBe(false);
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
    for (const type of asked) {
      const action = understood({ ...wellFormed(type), ...smuggled });
      for (const name of Object.keys(smuggled)) expect(action).not.toHaveProperty(name);
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
    expect(understood({ type: "save-draft", text: "\n Dear Joan\n\nYours \n" })).toEqual({
      type: "save-draft",
      text: "Dear Joan\n\nYours",
    });
  });

  it("need not be given where a reason is welcome but not owed", () => {
    expect(understood({ type: "escalate" })).toEqual({ type: "escalate", reason: "" });
    expect(understood({ type: "classify", caseType: "complaint", service: "waste" })).toMatchObject(
      {
        reason: "",
      },
    );
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

  it.each(["press-000001", "7d1f0c66-2f0a-4f7e-9d58-0c7a5f0e9b11"])("can be %s", (id) => {
    expect(readActionRequest.safeParse({ actionId: id, action }).success).toBe(true);
  });

  it.each(["", "short", "with spaces in it", "a/b/c/d/e/f", "x".repeat(65), "über-1234"])(
    "cannot be %j, since it names a row",
    (id) => {
      const refused = readActionRequest.safeParse({ actionId: id, action });
      expect(refused.error?.issues[0]?.message).toBe(
        "Send an actionId of 8 to 64 letters and digits.",
      );
    },
  );
});
