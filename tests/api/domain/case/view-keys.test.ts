import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { viewKeysOf } from "#api/domain/case/view-keys.ts";
import { amina, grace, helen, priya, tom } from "./people.ts";
import {
  caseId,
  classify,
  close,
  draft,
  letter,
  log,
  mail,
  notAComplaint,
  stageTwo,
  Story,
  storyUntil,
  submit,
  writesAgain,
} from "./story.ts";

const calendar = shippedCalendar();

/** The lists a case appears in, each with its row, as of the commit of its last event. */
function lists(story: Story, now = story.now): Record<string, string> {
  const keys = viewKeysOf(story.case, { policy: story.policy, calendar, now });
  const rows = Object.fromEntries(keys.map(({ partition, row }) => [partition, row]));
  expect(Object.keys(rows), "a case stands once in each list").toHaveLength(keys.length);
  return rows;
}

const names = (story: Story) =>
  Object.keys(lists(story))
    .filter((name) => !name.startsWith("due:"))
    .toSorted();

const dueDays = (story: Story, now?: string) =>
  Object.keys(lists(story, now)).filter((name) => name.startsWith("due:"));

describe("the lists a case stands in", () => {
  it.each([
    ["triage", ["council", "queue:triage"]],
    ["allocation", ["council", "queue:triage", "service:waste"]],
    ["investigating", ["council", "officer:tom", "service:waste"]],
    ["awaiting-approval", ["approver:helen", "council", "officer:tom", "service:waste"]],
    ["sending", ["council", "officer:tom", "service:waste"]],
    ["answered", ["council", "officer:tom", "service:waste"]],
    ["closed", ["council"]],
  ] as const)("in %s are %j", (status, wanted) => {
    expect(names(storyUntil(status))).toEqual(wanted);
  });

  it.each([
    ["answered", ["council", "officer:tom", "queue:triage", "service:waste"]],
    ["closed", ["council", "queue:triage"]],
  ] as const)("include triage when the person writes after it was %s", (status, wanted) => {
    const story = storyUntil(status).after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(story)).toEqual(wanted);
  });

  it("include triage when the person writes about what was no complaint, until it is decided", () => {
    const story = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(names(story)).toEqual(["council"]);
    story.after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(story)).toContain("queue:triage");
    story.after(priya, notAComplaint);
    expect(names(story)).toEqual(["council"]);
  });

  it("no longer include triage once what they wrote was settled", () => {
    const wrote = () =>
      storyUntil("closed").after("citizen", writesAgain("2026-11-20T10:00:00.000Z"));
    expect(names(wrote().after(priya, close))).toEqual(["council"]);
    const assigned = wrote()
      .after(priya, { type: "escalate", reason: "" })
      .after(priya, { type: "assign", officer: grace.id });
    expect(names(assigned)).toEqual(["council", "officer:grace", "service:waste"]);
  });

  it("follow the case from one officer, service and approver to the next", () => {
    const story = storyUntil("awaiting-approval");
    story.after(helen, { type: "return", text: letter, comment: "Shorter." });
    expect(names(story)).not.toContain("approver:helen");
    story.after(priya, { ...classify, service: "revenues" });
    expect(names(story)).toEqual(["council", "queue:triage", "service:revenues"]);
  });

  it("include its sponsor's for good", () => {
    const story = new Story().after("citizen", { ...log, sponsor: amina.id });
    expect(names(story)).toContain("sponsor:amina");
    story.after(priya, notAComplaint);
    expect(names(story)).toContain("sponsor:amina");
  });
});

describe("the order of a list", () => {
  it("is by what is due first, where somebody works from it", () => {
    const story = storyUntil("awaiting-approval");
    const rows = lists(story);
    // Acknowledged on Tuesday 10 November: ten working days later.
    for (const name of ["officer:tom", "service:waste", "approver:helen"]) {
      expect(rows[name]).toBe(`2026-11-24_${caseId}`);
    }
  });

  it("is by what has waited longest in triage", () => {
    expect(lists(storyUntil("triage"))["queue:triage"]).toBe(`2026-11-10T09:58:00.000Z_${caseId}`);
  });

  it("is the newest first where everything is listed", () => {
    const row = (receivedAt: string) => {
      const story = new Story().after("citizen", { ...log, mail: mail(receivedAt) });
      return lists(story).council ?? "";
    };
    const old = row("1999-12-31T23:59:59.000Z");
    const older = row("2026-11-10T09:58:00.000Z");
    const newer = row("2026-11-10T09:58:00.001Z");
    expect([old, older, newer].toSorted()).toEqual([newer, older, old]);
  });
});

describe("the day on which a case asks to be looked at", () => {
  it("is that of the next notice of each clock that runs", () => {
    // Ten working days after Tuesday 10 November, less two.
    expect(dueDays(storyUntil("investigating"))).toEqual(["due:2026-11-20"]);
    expect(lists(storyUntil("investigating"))["due:2026-11-20"]).toBe(`${caseId}_stage-1`);
  });

  it("covers an acknowledgement that has not gone out", () => {
    const story = new Story().after("citizen", log).after(priya, classify);
    // Due on Tuesday 17 November; the response would then fall due on 1 December.
    expect(dueDays(story)).toEqual(["due:2026-11-13", "due:2026-11-27"]);
  });

  it("is none while nobody has classified it: the desk is told of its mail once a day", () => {
    expect(dueDays(storyUntil("triage"))).toEqual([]);
  });

  it("moves on once a notice was given, and ends with the last", () => {
    const story = storyUntil("investigating");
    const clock = {
      type: "give-notice",
      clock: "stage-1",
      due: "2026-11-24",
      to: ["tom"],
    } as const;
    story.after("system", { ...clock, notice: "due-soon" });
    expect(dueDays(story)).toEqual(["due:2026-11-25"]);
    story.after("system", { ...clock, notice: "overdue" });
    expect(dueDays(story)).toEqual([]);
  });

  it("is never one that was swept before", () => {
    const story = storyUntil("investigating");
    expect(dueDays(story, "2026-11-23T09:00:00.000Z")).toEqual(["due:2026-11-23"]);
    expect(dueDays(story, "2026-12-15T09:00:00.000Z")).toEqual(["due:2026-12-15"]);
  });

  it("goes by London's day, not by the machine's", () => {
    const story = storyUntil("investigating");
    expect(dueDays(story, "2026-11-22T23:59:00.000Z")).toEqual(["due:2026-11-22"]);
  });

  it("is none once it is answered or closed", () => {
    expect(dueDays(storyUntil("answered"))).toEqual([]);
    expect(dueDays(storyUntil("closed"))).toEqual([]);
    const passedOn = new Story().after("citizen", log).after(priya, notAComplaint);
    expect(dueDays(passedOn)).toEqual([]);
  });

  it("begins again with the next stage", () => {
    const story = stageTwo(grace).after(grace, draft());
    expect(dueDays(story).length).toBeGreaterThan(0);
    expect(Object.values(lists(story)).join()).toContain(`${caseId}_stage-2`);
  });
});

it("files a case whose officer submitted under the approver by what is due", () => {
  const story = storyUntil("investigating").after(tom, submit(), [helen]);
  expect(lists(story)["approver:helen"]).toBe(lists(story)["officer:tom"]);
});
