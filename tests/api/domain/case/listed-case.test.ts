import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { currentClock, ListedCase, listedCase } from "#api/domain/case/listed-case.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { amina, grace, helen, priya, tom } from "./people.ts";
import {
  draft,
  letter,
  log,
  notAComplaint,
  stageTwo,
  Story,
  storyUntil,
  writesAgain,
} from "./story.ts";

const calendar = shippedCalendar();
const listed = (story: Story) => listedCase(story.case, story.policy, calendar);

describe("a case in a list", () => {
  it("says what a line needs and nothing more", () => {
    const { clock, ...line } = listed(storyUntil("awaiting-approval"));
    expect(line).toEqual({
      caseId: "CMP-7K3Q-9D",
      version: 6,
      subject: "Recycling missed",
      complainant: "Joan Whitfield",
      status: "awaiting-approval",
      statusSince: "2026-11-10T10:05:00.000Z",
      stage: 1,
      receivedAt: "2026-11-10T09:58:00.000Z",
      sponsored: false,
      hasDraft: true,
      returned: false,
      answeredBack: false,
      sendingProblem: false,
      type: "complaint",
      service: "waste",
      officer: { id: "tom", name: "Tom Okafor" },
      approverName: "Helen Marsh",
    });
    expect(clock).toMatchObject({ kind: "response", stage: 1, due: "2026-11-24" });
  });

  it("is stored and read back as it was", () => {
    const line = listed(storyUntil("awaiting-approval"));
    expect(ListedCase.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
  });

  it("shows a draft of this stage, never one of the stage before", () => {
    expect(listed(storyUntil("allocation")).hasDraft).toBe(false);
    expect(listed(stageTwo(grace)).hasDraft).toBe(false);
    expect(listed(stageTwo(grace).after(grace, draft())).hasDraft).toBe(true);
  });

  it("shows that a letter came back, until it is submitted again", () => {
    const story = storyUntil("awaiting-approval");
    story.after(helen, { type: "return", text: letter, comment: "Shorter." });
    expect(listed(story).returned).toBe(true);
    story.after(tom, { type: "submit", text: letter });
    expect(listed(story).returned).toBe(false);
  });

  it("shows its sponsor, that the person wrote again and that a letter would not go", () => {
    const sponsored = new Story().after("citizen", { ...log, sponsor: amina.id });
    expect(listed(sponsored).sponsored).toBe(true);
    const wrote = storyUntil("answered").after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(listed(wrote).answeredBack).toBe(true);
    const stuck = storyUntil("sending");
    stuck.after("system", { type: "record-sending-problem", stage: 1, why: "Refused." });
    expect(listed(stuck).sendingProblem).toBe(true);
  });
});

describe("the clock that matters next", () => {
  const current = (story: Story) => {
    const { case: theCase, policy } = story;
    return currentClock(clocksOf(theCase, policy, calendar), theCase.stage);
  };

  it("is the acknowledgement's until that has gone out", () => {
    const story = new Story().after("citizen", log);
    expect(current(story)).toMatchObject({ id: "acknowledge", due: "2026-11-17" });
  });

  it("is then the response's, and stays it once it was given", () => {
    expect(current(storyUntil("triage"))).toMatchObject({ id: "stage-1", due: "2026-11-24" });
    expect(current(storyUntil("answered"))).toMatchObject({ id: "stage-1", met: "2026-11-10" });
  });

  it("is the answer's also when it went out without an acknowledgement", () => {
    const [logged, , ...rest] = storyUntil("answered").events;
    expect([logged?.type, rest.at(-1)?.type]).toEqual(["case-logged", "response-sent"]);
    const story = storyUntil("answered");
    const stages = story.case.stages.map(({ acknowledgedAt: _none, ...record }) => record);
    const clocks = clocksOf({ ...story.case, stages }, story.policy, calendar);
    expect(currentClock(clocks, 1)).toMatchObject({ id: "stage-1", met: "2026-11-10" });
  });

  it("is that of the present stage", () => {
    expect(current(stageTwo(grace))).toMatchObject({ id: "stage-2-acknowledge", stage: 2 });
  });

  it("is the panel's before the answer that waits for it", () => {
    const policy = policyOf("children-act-1989");
    const at = "2026-11-10T10:00:00.000Z";
    const facts = { receivedAt: at, stages: [{ stage: 3, startedAt: at }] };
    expect(currentClock(clocksOf(facts, policy, calendar), 3)?.id).toBe("panel-meeting");
  });

  it("is none for what was passed on", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(current(story)).toBeUndefined();
    expect(listed(story).clock).toBeUndefined();
  });
});
