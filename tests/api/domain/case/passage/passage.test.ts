import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { lastLine } from "../forms.ts";
import { amina, david, ewa, grace, helen, olu, priya, tom } from "../people.ts";
import {
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
  refusalOf,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "../story.ts";

const approve: PersonCommand = { type: "approve", text: letter };
const escalate: PersonCommand = { type: "escalate", reason: "Not satisfied." };

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
    expect(story.case.sponsors).toMatchObject([
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
