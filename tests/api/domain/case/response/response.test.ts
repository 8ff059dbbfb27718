import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { sendingKey } from "#api/domain/case/response/rules.ts";
import { checkWords } from "#api/domain/case/response/words.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { amina, david, grace, helen, martin, priya, sunita, tom } from "../people.ts";
import {
  acknowledged,
  caseId,
  complete,
  draft,
  eventsOf,
  hash,
  letter,
  otherLetter,
  refusalOf,
  responseSent,
  stageTwo,
  storyUntil,
  submit,
} from "../story.ts";

const approve: PersonCommand = { type: "approve", text: letter };
const giveBack: PersonCommand = { type: "return", text: letter, comment: "Say what we pay." };

describe("a draft", () => {
  it("is numbered from 1 in each stage", () => {
    const story = storyUntil("investigating");
    expect(eventsOf(story.ask(tom, { ...draft(otherLetter), keep: true }))).toEqual([
      { type: "draft-saved", stage: 1, draft: 2, text: otherLetter },
    ]);
    const later = stageTwo(grace);
    expect(eventsOf(later.ask(grace, draft(otherLetter)))).toEqual([
      { type: "draft-saved", stage: 2, draft: 1, text: otherLetter },
    ]);
  });

  it("that says the same again adds nothing to the history", () => {
    const story = storyUntil("investigating");
    const before = story.case;
    expect(eventsOf(story.ask(priya, draft()))).toEqual([]);
    expect(story.case).toBe(before);
  });
});

describe("beginning to write", () => {
  const assigned = () => storyUntil("allocation").after(priya, { type: "assign", officer: tom.id });

  it("takes the case on for the officer who has it", () => {
    const story = assigned();
    expect(story.case.officer?.acceptedAt).toBeUndefined();
    const { now } = story;
    expect(story.after(tom, draft()).case.officer?.acceptedAt).toBe(now);
    expect(story.after(tom, { ...draft(otherLetter), keep: true }).case.officer?.acceptedAt).toBe(
      now,
    );
  });

  it("takes nothing on for the officer when somebody else of the team writes", () => {
    expect(assigned().after(priya, draft()).case.officer).not.toHaveProperty("acceptedAt");
  });
});

describe("a letter of which nobody knows whether it went out", () => {
  const unknown = () =>
    storyUntil("sending").after("system", {
      ...{ type: "record-sending-problem", stage: 1, why: "The mailbox did not say." },
    });
  const settle = (found: "arrived" | "not-sent"): PersonCommand => ({
    ...{ type: "settle-sending", found, how: "Looked in Sent Items." },
  });

  it("counts as the answer once somebody has found it", () => {
    const story = unknown();
    expect(eventsOf(story.ask(priya, settle("arrived")))).toEqual([
      { type: "sending-settled", stage: 1, found: "arrived", how: "Looked in Sent Items." },
      { type: "response-sent", stage: 1, text: letter },
    ]);
    expect(story.case.status).toBe("answered");
    expect(story.case).not.toHaveProperty("sendingProblem");
    expect(story.case).not.toHaveProperty("sentAnew");
  });

  it("is sent anew, under a marker of its own each time, once somebody has found that it is not there", () => {
    const story = unknown();
    expect(eventsOf(story.ask(priya, settle("not-sent")))).toHaveLength(1);
    expect(story.case).toMatchObject({ status: "sending", sentAnew: 1 });
    expect(story.case).not.toHaveProperty("sendingProblem");
    story.after("system", { type: "record-sending-problem", stage: 1, why: "Again." });
    expect(story.after(priya, settle("not-sent")).case.sentAnew).toBe(2);
    const keys = [0, 1, 2].map((anew) => sendingKey(1, letter, anew));
    expect(keys).toEqual([`send:1:${letter}`, `send:1:${letter}:1`, `send:1:${letter}:2`]);
  });

  it("is nothing to settle while Redress is still sending it", () => {
    expect(refusalOf(storyUntil("sending").ask(priya, settle("not-sent"))).message).toContain(
      "The letter is leaving by e-mail.",
    );
  });
});

describe("submitting", () => {
  it("goes to the first of those named who holds the role that signs off the stage", () => {
    const submitted = eventsOf(
      storyUntil("investigating").ask(tom, submit(), [david, sunita, helen]),
    );
    expect(submitted).toEqual([
      {
        type: "response-submitted",
        stage: 1,
        text: letter,
        approver: "sunita",
        approverName: "Sunita Rao",
        check: { met: 7, looks: 0, decided: 0, points: 0 },
      },
    ]);
    const later = stageTwo(grace).after(grace, draft());
    expect(eventsOf(later.ask(grace, submit(), [helen, martin, david]))).toMatchObject([
      { stage: 2, approver: "martin" },
    ]);
  });

  it("a letter that lacks something needs a role that may, and a reason that is kept", () => {
    const story = storyUntil("investigating");
    const checked = { ...complete, missing: ["The remedy.", "The reasons."], looks: 1, points: 2 };
    const asked = (who: Person, overriding?: string) =>
      decide(
        story.case,
        { type: "submit", text: letter, overriding },
        { ...story.context(who), people: [helen], checked },
      );
    expect(refusalOf(asked(tom)).message).toBe(
      "The letter is not complete. Missing: The remedy; The reasons.",
    );
    expect(refusalOf(asked(tom, "It is urgent."))).toMatchObject({ kind: "not-permitted" });
    const decided = asked(priya, "It is urgent.");
    expect(eventsOf(decided)).toMatchObject([
      { overridden: { reason: "It is urgent.", missing: ["The remedy.", "The reasons."] } },
    ]);
    const submission = decided.ok ? decided.value.after.submission : undefined;
    expect(submission && checkWords(submission)).toEqual([
      "Submitted although this is missing: The remedy; The reasons. The reason: It is urgent.",
      "Points answered: 0 of 2.",
      "1 thing is worth a look.",
    ]);
  });

  it("says four of the things that are missing, and how many more there are", () => {
    const said = (missing: readonly string[]) => {
      const story = storyUntil("investigating");
      const checked = { ...complete, missing };
      const context = { ...story.context(tom), people: [helen], checked };
      return refusalOf(decide(story.case, submit(), context)).message;
    };
    expect(said(["What is owed (2.50 pounds).", "B.", "C.", "D."])).toBe(
      "The letter is not complete. Missing: What is owed (2.50 pounds); B; C; D.",
    );
    expect(said(["A.", "B.", "C.", "D.", "E.", "F."])).toBe(
      "The letter is not complete. Missing: A; B; C; D; and 2 more.",
    );
  });

  it("a letter that lacks nothing overrides nothing, whatever reason was given in case", () => {
    const overriding = "It is urgent.";
    const story = storyUntil("investigating");
    const [submitted] = eventsOf(story.ask(tom, { type: "submit", text: letter, overriding }));
    expect(submitted).not.toHaveProperty("overridden");
  });

  it("the same words with other files than they were submitted with before is refused", () => {
    const file = {
      id: hash("f"),
      name: "plan.pdf",
      type: "application/pdf",
      bytes: 4,
      sha256: hash("f"),
    };
    const story = storyUntil("awaiting-approval").after(helen, giveBack);
    story.after(tom, { type: "enclose-files", files: [file] });
    expect(refusalOf(story.ask(tom, submit(), [helen])).kind).toBe("not-possible");
  });

  it("before anything was written says to write", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: tom.id });
    expect(refusalOf(story.ask(tom, submit(), [helen]))).toEqual({
      kind: "not-possible",
      message: "Write and save the reply first.",
    });
  });

  it("the letter of the stage before says to write", () => {
    expect(refusalOf(stageTwo(grace).ask(grace, submit(), [david]))).toMatchObject({
      message: "Write and save the reply first.",
    });
  });

  it("another text than was saved last says to look again", () => {
    const story = storyUntil("investigating").after(priya, draft(otherLetter));
    expect(refusalOf(story.ask(tom, submit(), [helen]))).toEqual({
      kind: "changed-since",
      message: `The letter for ${caseId} has changed since you looked at it. Read it again, then decide.`,
    });
  });

  it.each([
    ["nobody", []],
    ["nobody of the role that signs off", [david, priya, tom, amina]],
  ])("when the directory names %s says whom to ask", (_whom, approvers) => {
    expect(refusalOf(storyUntil("investigating").ask(tom, submit(), approvers))).toEqual({
      kind: "not-possible",
      message:
        "No head of service of this service can approve this independently. Ask an administrator to name one.",
    });
  });

  it("is possible for the complaints team in its officer's place", () => {
    const story = storyUntil("investigating").after(grace, submit(), [helen]);
    expect(story.case.submission).toMatchObject({ by: "grace", approver: "helen" });
  });
});

describe("what the approver reads of the check", () => {
  const submission = { by: "tom", at: "2026-11-10T10:00:00.000Z", approver: "helen" };
  const words = (check?: { met: number; looks: number; decided: number; points: number }) =>
    checkWords({
      ...submission,
      text: letter,
      approverName: "Helen Marsh",
      ...(check && { check }),
    });

  it.each([
    [undefined, []],
    [
      { met: 7, looks: 0, decided: 0, points: 0 },
      ["Everything that the procedure requires is there."],
    ],
    [
      { met: 7, looks: 2, decided: 3, points: 3 },
      [
        "Everything that the procedure requires is there.",
        "Points answered: 3 of 3.",
        "2 things are worth a look.",
      ],
    ],
  ])("of %j is %j", (check, said) => {
    expect(words(check)).toEqual(said);
  });
});

describe("approving", () => {
  it("lets exactly the submitted letter go", () => {
    expect(eventsOf(storyUntil("awaiting-approval").ask(helen, approve))).toEqual([
      { type: "response-approved", stage: 1, text: letter },
    ]);
  });

  it.each([approve, giveBack])(
    "another letter than was submitted says to look again: $type",
    (command) => {
      const story = storyUntil("awaiting-approval");
      const other = { ...command, text: otherLetter } as PersonCommand;
      expect(refusalOf(story.ask(helen, other)).kind).toBe("changed-since");
    },
  );

  it("is not for another head of service than the one it went to", () => {
    expect(refusalOf(storyUntil("awaiting-approval").ask(sunita, approve))).toEqual({
      kind: "not-permitted",
      message: "Your role does not allow this on this case. Ask the complaints team if it should.",
    });
  });

  it("is over for whoever no longer holds the role, who can still give it back", () => {
    const story = storyUntil("awaiting-approval");
    const moved = { ...helen, roles: ["director"] as const };
    expect(refusalOf(story.ask(moved, approve))).toEqual({
      kind: "not-permitted",
      message:
        "Your role does not sign off this stage. Return it, so that it can go to somebody whose role does.",
    });
    expect(story.ask(moved, giveBack).ok).toBe(true);
  });

  it("happens once", () => {
    expect(refusalOf(storyUntil("sending").ask(helen, approve))).toEqual({
      kind: "action-not-available",
      message: `That cannot be done to ${caseId} now. Its approved letter is on its way. Try again once it has gone.`,
      allowed: expect.arrayContaining(["add-note", "record-correspondence"]) as string[],
    });
  });
});

describe("returning", () => {
  it("gives the letter back with what should change", () => {
    const story = storyUntil("awaiting-approval");
    expect(eventsOf(story.ask(helen, giveBack))).toEqual([
      { type: "response-returned", stage: 1, text: letter, comment: "Say what we pay." },
    ]);
    expect(story.case).toMatchObject({
      status: "investigating",
      returned: { comment: "Say what we pay.", by: "Helen Marsh" },
      draft: { text: letter },
    });
  });
});

describe("what was sent", () => {
  it("is recorded when it is what was approved", () => {
    const story = storyUntil("sending");
    expect(eventsOf(story.ask("system", responseSent(1)))).toEqual([
      {
        type: "response-sent",
        stage: 1,
        text: letter,
        internetMessageId: "<response-1@wexcombe.gov.uk>",
      },
    ]);
    expect(story.case.status).toBe("answered");
  });

  it.each([
    "triage",
    "allocation",
    "investigating",
    "awaiting-approval",
    "answered",
    "closed",
  ] as const)("cannot have been a response while the case is in %s", (status) => {
    expect(refusalOf(storyUntil(status).ask("system", responseSent(1))).kind).toBe("not-possible");
  });

  it("cannot have been another letter, nor of another stage", () => {
    const story = storyUntil("sending");
    expect(story.ask("system", responseSent(1, otherLetter)).ok).toBe(false);
    expect(story.ask("system", responseSent(2)).ok).toBe(false);
  });

  it("may be an acknowledgement, a problem or a notice, whatever the status", () => {
    const story = storyUntil("investigating");
    expect(
      eventsOf(story.ask("system", { type: "record-sending-problem", stage: 1, why: "Refused." })),
    ).toEqual([{ type: "sending-needs-a-person", stage: 1, why: "Refused." }]);
    expect(eventsOf(story.ask("system", acknowledged(1)))).toEqual([
      {
        type: "acknowledgement-sent",
        stage: 1,
        internetMessageId: "<acknowledgement-1@wexcombe.gov.uk>",
        text: hash("c"),
      },
    ]);
    const notice = { notice: "overdue", clock: "stage-1", due: "2026-11-24", to: ["tom"] } as const;
    expect(eventsOf(story.ask("system", { type: "give-notice", ...notice }))).toEqual([
      { type: "notice-given", ...notice },
    ]);
  });
});
