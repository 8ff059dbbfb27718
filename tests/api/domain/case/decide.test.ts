import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { lastLine } from "./forms.ts";
import { amina, david, ewa, grace, helen, martin, olu, priya, sunita, tom } from "./people.ts";
import {
  acknowledged,
  caseId,
  classify,
  close,
  draft,
  eventsOf,
  hash,
  letter,
  log,
  mail,
  notAComplaint,
  otherLetter,
  refusalOf,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";

const approve: PersonCommand = { type: "approve", text: letter };
const escalate: PersonCommand = { type: "escalate", reason: "Not satisfied." };
const giveBack: PersonCommand = { type: "return", text: letter, comment: "Say what we pay." };

describe("a mail that begins a case", () => {
  it("is logged under the policy of the day, as received when it reached the mailbox", () => {
    expect(eventsOf(new Story().ask("citizen", log))).toEqual([
      {
        type: "case-logged",
        caseId,
        channel: "email",
        receivedAt: "2026-11-10T09:58:00.000Z",
        policy: { id: "lgsco-2024", version: "1" },
        subject: "Recycling missed",
        complainant: { name: "Joan Whitfield", email: "joan@example.com" },
        mail: mail(),
      },
    ]);
  });

  it("keeps the councillor who wrote for somebody", () => {
    const story = new Story().after("citizen", {
      ...log,
      sponsor: amina.id,
      sponsorName: amina.name,
    });
    expect(story.case.sponsors).toEqual([
      { id: "1", name: "Amina Shah", capacity: "councillor", consent: true, person: "amina" },
    ]);
  });

  it("cannot begin it twice", () => {
    const story = storyUntil("triage");
    expect(refusalOf(story.ask("citizen", log))).toEqual({
      kind: "not-possible",
      message: `${caseId} is already logged.`,
    });
  });
});

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

describe("classifying", () => {
  it("routes a complaint to its service", () => {
    const story = storyUntil("triage");
    expect(eventsOf(story.ask(priya, classify))).toEqual([
      { type: "case-classified", caseType: "complaint", service: "waste", reason: "" },
    ]);
    expect(story.case).toMatchObject({ status: "allocation", type: "complaint", service: "waste" });
  });

  it("keeps what they are unhappy about, until somebody sees it otherwise", () => {
    const story = storyUntil("triage").after(priya, { ...classify, about: "delay" });
    expect(story.case.about).toBe("delay");
    expect(lastLine(story).what).toMatch(/, about: it takes too long$/);
    expect(story.after(priya, classify).case).not.toHaveProperty("about");
  });

  it.each(["service-request", "compliment", "comment"] as const)(
    "a %s passes it on and closes it, with the reason",
    (caseType) => {
      const story = storyUntil("triage");
      expect(eventsOf(story.ask(priya, { ...classify, caseType }))).toEqual([
        { type: "case-classified", caseType, service: "waste", reason: "" },
        {
          type: "case-closed",
          outcome: "not-a-complaint",
          reason: `Passed on as a ${caseType}.`,
        },
      ]);
      expect(story.case.status).toBe("closed");
    },
  );

  it("again takes the case from its officer and sends it to the other service", () => {
    const story = storyUntil("investigating").after(priya, { ...classify, service: "revenues" });
    expect(story.case).toMatchObject({ status: "allocation", service: "revenues" });
    expect(story.case.officer).toBeUndefined();
  });

  it("makes a complaint of what was none, from the day they were dissatisfied", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    story.after("citizen", writesAgain("2026-11-20T14:00:00.000Z"));
    expect(eventsOf(story.ask(priya, classify))).toEqual([
      {
        type: "case-classified",
        caseType: "complaint",
        service: "waste",
        reason: "",
        restartedAt: "2026-11-20T14:00:00.000Z",
      },
    ]);
  });

  it("as a complaint what was closed by mistake keeps the day it was received", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(eventsOf(story.ask(priya, classify))).toEqual([
      { type: "case-classified", caseType: "complaint", service: "waste", reason: "" },
    ]);
  });
});

describe("assigning", () => {
  it("gives the case to an officer", () => {
    const story = storyUntil("allocation");
    expect(eventsOf(story.ask(helen, { type: "assign", officer: tom.id }))).toEqual([
      { type: "case-assigned", officer: "tom", officerName: "Tom Okafor", team: "service" },
    ]);
  });

  it.each([helen, david, amina, olu])("to $name is refused: $jobTitle", (officer) => {
    const refusal = refusalOf(
      storyUntil("allocation").ask(priya, { type: "assign", officer: officer.id }),
    );
    expect(refusal).toEqual({
      kind: "not-possible",
      message: `${officer.name} does not handle complaints. Choose a case officer or a complaints officer.`,
    });
  });

  it("to an officer of another service is for the complaints team to decide", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: ewa.id });
    expect(story.case.officer).toEqual({ id: "ewa", name: "Ewa Kowalska", team: "service" });
  });
});

describe("a note", () => {
  it("is kept by its hash and changes nothing else", () => {
    const story = storyUntil("awaiting-approval");
    const before = story.case;
    expect(eventsOf(story.ask(helen, { type: "add-note", text: hash("9") }))).toEqual([
      { type: "note-added", text: hash("9") },
    ]);
    expect(story.case).toEqual({ ...before, version: before.version + 1 });
  });
});

describe("a draft", () => {
  it("is numbered from 1 in each stage", () => {
    const story = storyUntil("investigating");
    expect(eventsOf(story.ask(tom, draft(otherLetter)))).toEqual([
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
      },
    ]);
    const later = stageTwo(grace).after(grace, draft());
    expect(eventsOf(later.ask(grace, submit(), [helen, martin, david]))).toMatchObject([
      { stage: 2, approver: "martin" },
    ]);
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

describe("going to the next stage", () => {
  it("counts from when the person asked for it", () => {
    const story = storyUntil("answered").after("citizen", writesAgain("2026-11-18T16:20:00.000Z"));
    expect(eventsOf(story.ask(priya, escalate))).toEqual([
      {
        type: "case-escalated",
        stage: 2,
        requestedAt: "2026-11-18T16:20:00.000Z",
        reason: "Not satisfied.",
      },
    ]);
  });

  it("counts from their first message after the answer, however often they write", () => {
    const story = storyUntil("answered")
      .after("citizen", writesAgain("2026-11-18T16:20:00.000Z"))
      .after("citizen", writesAgain("2026-11-25T08:00:00.000Z", "d"));
    expect(eventsOf(story.ask(priya, escalate))).toMatchObject([
      { requestedAt: "2026-11-18T16:20:00.000Z" },
    ]);
  });

  it("counts from now when they asked by phone", () => {
    const story = storyUntil("closed");
    const { now } = story;
    expect(eventsOf(story.ask(priya, escalate))).toMatchObject([{ requestedAt: now }]);
  });

  it("ends at the policy's last stage, with the Ombudsman", () => {
    const story = stageTwo(grace).after(grace, draft()).after(grace, submit(), [david]);
    story.after(david, approve).after("system", responseSent(2));
    expect(refusalOf(story.ask(priya, escalate))).toEqual({
      kind: "not-possible",
      message: "This was the last stage. The person can go to the Ombudsman.",
    });
  });

  it("is not for what was no complaint, which can become one", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(refusalOf(story.ask(priya, escalate)).message).toBe(
      "It was not taken as a complaint, so it has no next stage. Classify it again if it is one.",
    );
  });
});

describe("closing", () => {
  it("keeps outcome and reason", () => {
    const story = storyUntil("answered");
    expect(eventsOf(story.ask(tom, close))).toEqual([
      { type: "case-closed", outcome: "upheld", reason: "Answered." },
    ]);
    expect(story.case).toMatchObject({ status: "closed", outcome: "upheld" });
  });

  it("again is for a person who wrote after the end, and settles what they wrote", () => {
    const story = storyUntil("closed");
    expect(refusalOf(story.ask(priya, close)).message).toBe(
      "It is closed, and the person has not written since. There is nothing to settle.",
    );
    story.after("citizen", writesAgain("2026-12-01T10:00:00.000Z")).after(priya, close);
    expect(story.case.answeredBack).toBeUndefined();
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
