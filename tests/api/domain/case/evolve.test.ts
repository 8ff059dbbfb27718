import { describe, expect, it } from "vitest";
import { Case } from "#api/domain/case/case.ts";
import { CaseEvent, CaseEventData } from "#api/domain/case/events.ts";
import { evolve, evolveAll } from "#api/domain/case/evolve.ts";
import { grace, helen, priya, tom } from "./people.ts";
import {
  acknowledged,
  classify,
  close,
  draft,
  letter,
  log,
  mail,
  notAComplaint,
  otherLetter,
  responseSent,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";
import { wholeLives } from "./whole-life.ts";

describe("a case rebuilt from its history", () => {
  it("is exactly what deciding left, at every step of its life", () => {
    for (const story of wholeLives()) {
      let rebuilt: Case | undefined;
      for (const event of story.events) rebuilt = evolve(rebuilt, event);
      expect(rebuilt).toEqual(story.case);
      expect(evolveAll(story.events)).toEqual(story.case);
    }
  });

  it("has lived through every kind of event", () => {
    const lived = new Set(wholeLives().flatMap(({ events }) => events.map(({ type }) => type)));
    const kinds = CaseEventData.options.map((option) => option.shape.type.value);
    expect(kinds.filter((kind) => !lived.has(kind))).toEqual([]);
  });

  it("survives being stored: events and state are read back as they were", () => {
    for (const story of wholeLives()) {
      for (const event of story.events) {
        expect(CaseEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      }
      expect(Case.parse(JSON.parse(JSON.stringify(story.case)))).toEqual(story.case);
    }
  });

  it("is numbered by its events, without gaps", () => {
    for (const { events, case: theCase } of wholeLives()) {
      expect(events.map(({ sequence }) => sequence)).toEqual(
        events.map((_event, index) => index + 1),
      );
      expect(theCase.version).toBe(events.length);
    }
  });

  it("of no history is none, and begins with nothing but a mail", () => {
    expect(evolveAll([])).toBeUndefined();
    const [, second] = storyUntil("allocation").events;
    expect(() => second && evolve(undefined, second)).toThrow(
      "A case begins with case-logged, not acknowledgement-sent.",
    );
  });
});

describe("the status", () => {
  it("says since when it has been so, and not since when something else happened", () => {
    const story = storyUntil("allocation");
    const since = story.now;
    story.after(priya, { type: "assign", officer: tom.id });
    expect(story.case).toMatchObject({ status: "investigating", statusSince: since });
    story.after(tom, draft()).after("citizen", writesAgain("2026-11-10T11:00:00.000Z"));
    expect(story.case.statusSince).toBe(since);
  });
});

describe("the mail that is answered next", () => {
  it("is the newest of the citizen", () => {
    const story = storyUntil("investigating");
    expect(story.case.replyTo?.graphId).toBe("graph-a");
    story.after("citizen", writesAgain("2026-11-10T11:00:00.000Z"));
    const { mailbox, graphId, internetMessageId } = mail("2026-11-10T11:00:00.000Z", "b");
    expect(story.case.replyTo).toEqual({ mailbox, graphId, internetMessageId });
  });
});

describe("a citizen's further message", () => {
  it("asks for nothing while the answer is still to come", () => {
    const story = storyUntil("sending").after("citizen", writesAgain("2026-11-10T11:00:00.000Z"));
    expect(story.case.answeredBack).toBeUndefined();
  });

  it.each(["answered", "closed"] as const)("after the answer is noted in %s", (status) => {
    const story = storyUntil(status).after("citizen", writesAgain("2026-11-20T11:00:00.000Z"));
    expect(story.case).toMatchObject({
      status,
      answeredBack: { at: "2026-11-20T11:00:00.000Z" },
    });
  });

  it("is settled by going on and by closing", () => {
    const wrote = () =>
      storyUntil("answered").after("citizen", writesAgain("2026-11-20T11:00:00.000Z"));
    const escalated = wrote().after(priya, { type: "escalate", reason: "" });
    expect(escalated.case.answeredBack).toBeUndefined();
    expect(wrote().after(priya, close).case.answeredBack).toBeUndefined();
  });
});

describe("a stage", () => {
  it("remembers when it began, was acknowledged and answered, and who had part in it", () => {
    const story = storyUntil("answered");
    expect(story.case.stages).toEqual([
      {
        stage: 1,
        startedAt: "2026-11-10T09:58:00.000Z",
        acknowledgedAt: "2026-11-10T10:01:00.000Z",
        milestones: [],
        writers: ["tom"],
        author: "tom",
        decidedBy: "helen",
        deciderName: "Helen Marsh",
        decidedAt: "2026-11-10T10:06:00.000Z",
        decidedLetter: letter,
        answeredAt: "2026-11-10T10:07:00.000Z",
      },
    ]);
  });

  it("leaves nothing of its letters to the next", () => {
    const { case: theCase } = stageTwo(grace);
    expect(theCase).toMatchObject({ stage: 2, status: "investigating", officer: { id: "grace" } });
    for (const gone of ["draft", "submission", "returned", "outcome", "sendingProblem"] as const) {
      expect(theCase[gone], gone).toBeUndefined();
    }
    expect(theCase.stages[1]).toEqual({
      stage: 2,
      startedAt: "2026-11-10T10:30:00.000Z",
      milestones: [],
      writers: [],
    });
  });

  it("begins anew for what became a complaint later, and is acknowledged anew", () => {
    const story = new Story().after("citizen", log).after("system", acknowledged(1));
    story.after(priya, notAComplaint);
    story.after("citizen", writesAgain("2026-11-20T14:00:00.000Z")).after(priya, classify);
    expect(story.case).toMatchObject({ status: "allocation", type: "complaint", stage: 1 });
    expect(story.case.outcome).toBeUndefined();
    expect(story.case.answeredBack).toBeUndefined();
    expect(story.case.stages).toEqual([
      { stage: 1, startedAt: "2026-11-20T14:00:00.000Z", milestones: [], writers: [] },
    ]);
  });
});

describe("what the approver wants changed", () => {
  it("stands until a letter is approved", () => {
    const story = storyUntil("awaiting-approval");
    story.after(helen, { type: "return", text: letter, comment: "Shorter." });
    expect(story.case.submission).toBeUndefined();
    story.after(tom, draft(otherLetter)).after(tom, submit(otherLetter), [helen]);
    expect(story.case.returned?.comment).toBe("Shorter.");
    story.after(helen, { type: "approve", text: otherLetter });
    expect(story.case.returned).toBeUndefined();
  });
});

describe("a letter that would not go out", () => {
  it("stays a problem until it has gone", () => {
    const story = storyUntil("sending");
    story.after("system", { type: "record-sending-problem", stage: 1, why: "Refused." });
    expect(story.case).toMatchObject({ status: "sending", sendingProblem: "Refused." });
    story.after("system", responseSent(1));
    expect(story.case.sendingProblem).toBeUndefined();
  });
});
