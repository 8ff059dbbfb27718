import { describe, expect, expectTypeOf, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { ClockFacts, StageFacts } from "#api/domain/clocks/clock-facts.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { clockNamed, counting, noon, received, withClock } from "./facts.ts";

const calendar = shippedCalendar();
const idsOf = (facts: ClockFacts, policy: string) =>
  clocksOf(facts, policyOf(policy), calendar).map(({ id }) => id);

describe("the clocks of a case", () => {
  it("are computed from a case as it stands", () => {
    expectTypeOf<Case>().toExtend<ClockFacts>();
    expect(idsOf(received("2026-12-21"), "lgsco-2024")).toEqual(["acknowledge", "stage-1"]);
  });

  it("explain a date to a person, holiday by holiday", () => {
    const clock = clockNamed(
      "early-resolution",
      received("2026-04-02", { route: "early-resolution" }),
      "stockton-2019",
    );
    expect(clock).toMatchObject({
      kind: "early-resolution",
      stage: 1,
      title: "Early resolution",
      owner: "case-officer",
      day0: "2026-04-02",
      due: "2026-04-09",
      workingDays: 3,
      provisional: false,
    });
    expect(clock.why).toEqual([
      "Stockton’s Customer Feedback and Complaints Policy: Early Resolution within 3 working days: a telephone contact and a resolution.",
      "Received on Thursday 2 April 2026: that is day 0.",
      "The working days begin the day after the complaint has been received.",
      "Friday 3 April 2026 does not count: Good Friday.",
      "Monday 6 April 2026 does not count: Easter Monday.",
      "Working day 3 is Thursday 9 April 2026.",
    ]);
  });

  it("count the reply from the acknowledgement once it was sent", () => {
    const facts = received("2026-12-21", { acknowledgedAt: noon("2026-12-23") });
    const reply = clockNamed("stage-1", facts, "lgsco-2024");
    expect([reply.day0, reply.due, reply.provisional]).toEqual(["2026-12-23", "2027-01-11", false]);
    expect(clockNamed("acknowledge", facts, "lgsco-2024")).toMatchObject({
      due: "2026-12-30",
      met: "2026-12-23",
    });
  });

  it("explain a reply that counts from the acknowledgement without the words for receipt", () => {
    const facts = received("2026-12-21", { acknowledgedAt: noon("2026-12-23") });
    expect(clockNamed("stage-1", facts, "lgsco-2024").why).toEqual([
      "Complaint Handling Code of the Local Government and Social Care Ombudsman: a full response to stage 1 complaints within 10 working days of the complaint being acknowledged (6.3).",
      "Acknowledged on Wednesday 23 December 2026: that is day 0.",
      "Friday 25 December 2026 does not count: Christmas Day.",
      "Monday 28 December 2026 does not count: Boxing Day (substitute day).",
      "Friday 1 January 2027 does not count: New Year’s Day.",
      "Working day 10 is Monday 11 January 2027.",
      "The last date permitted at all is Monday 25 January 2027.",
    ]);
  });

  it("explain months without the words for working days", () => {
    const { why } = clockNamed("response", received("2026-08-28"), "adult-social-care-2009");
    expect(why.slice(1)).toEqual([
      "Received on Friday 28 August 2026: that is the first day.",
      "6 months that begin with that day end on Saturday 27 February 2027.",
      "The last date permitted at all is Saturday 27 February 2027.",
    ]);
  });

  it("may be set in weeks, or a single one, from the day it counts from", () => {
    const policy = withClock("lgsco-2024", "acknowledge", { limit: { count: 1, unit: "weeks" } });
    const clock = clockNamed("acknowledge", received("2026-03-02"), policy);
    expect([clock.due, clock.skipped]).toEqual(["2026-03-09", []]);
    expect(clock.why.slice(1)).toEqual([
      "Received on Monday 2 March 2026: that is the day it counts from.",
      "1 week later is Monday 9 March 2026.",
    ]);
  });

  it("may count from the answer, for what was promised in it", () => {
    const milestones = [{ id: "remedied", title: "The remedy was carried out" }];
    const policy = withClock("lewisham-2009", "member", {
      kind: "remedy",
      from: "answered",
      stops: "remedied",
    });
    const stages = policy.stages.map((stage) => ({ ...stage, milestones }));
    const facts = { ...received("2026-03-02", { answeredAt: noon("2026-03-09") }), type: "mp" };
    const clock = clockNamed("member", facts, { ...policy, stages });
    expect(clock).toMatchObject({
      day0: "2026-03-09",
      day0Reason: "Answered on Monday 9 March 2026: that is day 0.",
      due: "2026-03-23",
    });
    expect(clock.met).toBeUndefined();
  });

  it("count the reply from the last day for the acknowledgement until then, and say so", () => {
    const reply = clockNamed("stage-1", received("2026-12-21"), "lgsco-2024");
    expect([reply.day0, reply.due, reply.provisional]).toEqual(["2026-12-30", "2027-01-14", true]);
    expect(reply.day0Reason).toBe(
      "No acknowledgement yet: counted from Wednesday 30 December 2026, the last day permitted for it.",
    );
    expect(reply.why).toContain(reply.day0Reason);
  });

  it("give the whole ten days to a reply acknowledged the day it came", () => {
    const facts = received("2026-01-05", { acknowledgedAt: noon("2026-01-05") });
    expect(clockNamed("stage-1", facts, "lgsco-2024").due).toBe("2026-01-19");
  });

  it("go by the London day on which a mail arrived", () => {
    const at = "2026-07-14T23:30:00Z";
    const facts = { receivedAt: at, stages: [{ stage: 1, startedAt: at }] };
    expect(clockNamed("acknowledge", facts, "lgsco-2024")).toMatchObject({
      day0: "2026-07-15",
      due: "2026-07-22",
    });
  });

  it("run for each stage that was reached, the second from the request for it", () => {
    const facts: ClockFacts = {
      receivedAt: noon("2026-02-02"),
      stages: [
        {
          stage: 1,
          startedAt: noon("2026-02-02"),
          acknowledgedAt: noon("2026-02-03"),
          answeredAt: noon("2026-02-17"),
        },
        { stage: 2, startedAt: noon("2026-03-11"), acknowledgedAt: noon("2026-03-13") },
      ],
    };
    const clocks = clocksOf(facts, policyOf("lgsco-2024"), calendar);
    expect(clocks.map(({ id, due, met }) => [id, due, met])).toEqual([
      ["acknowledge", "2026-02-09", "2026-02-03"],
      ["stage-1", "2026-02-17", "2026-02-17"],
      ["stage-2-acknowledge", "2026-03-18", "2026-03-13"],
      ["stage-2", "2026-04-14", undefined],
    ]);
    expect(clocks[2]?.day0Reason).toBe(
      "Stage 2 was asked for on Wednesday 11 March 2026: that is day 0.",
    );
  });

  it("follow what a case turned out to be: only a complaint has to be answered by a date", () => {
    expect(idsOf({ ...received("2026-02-02"), type: "complaint" }, "lgsco-2024")).toContain(
      "stage-1",
    );
    for (const type of ["service-request", "compliment", "comment"]) {
      expect(idsOf({ ...received("2026-02-02"), type }, "lgsco-2024")).toEqual(["acknowledge"]);
    }
    expect(idsOf({ ...received("2009-12-18"), type: "mp" }, "lewisham-2009")).toEqual([
      "acknowledge",
      "member",
    ]);
  });

  it("are those of the council’s own kind of case where it has another name for what it counts as", () => {
    const facts = received("2026-11-16");
    expect(idsOf({ ...facts, type: "complaint" }, "children-act-1989")).toEqual([
      "acknowledge",
      "stage-1",
    ]);
    const leicester = policyOf("leicester-2016");
    const appealsOnly = leicester.caseTypes.filter(({ id }) => id !== "service-request");
    const clocks = clocksOf(
      { ...facts, type: "service-request" },
      { ...leicester, caseTypes: appealsOnly },
      calendar,
    );
    expect(clocks.map(({ id }) => id)).toEqual(["acknowledge"]);
  });

  it("are those of a complaint until somebody says what it is", () => {
    const policy = policyOf("lgsco-2024");
    const reordered = { ...policy, caseTypes: policy.caseTypes.toReversed() };
    const clocks = clocksOf(received("2026-02-02"), reordered, calendar);
    expect(clocks.map(({ id }) => id)).toEqual(["acknowledge", "stage-1"]);
  });

  it("stop at the closing of a case: what was not done no longer falls due", () => {
    const facts = received("2026-02-02", { acknowledgedAt: noon("2026-02-03") });
    expect(idsOf({ ...facts, status: "closed" }, "lgsco-2024")).toEqual(["acknowledge"]);
  });

  it("take an answer sent at once for the acknowledgement as well", () => {
    const facts = received("2026-02-02", { answeredAt: noon("2026-02-03") });
    expect(clockNamed("acknowledge", facts, "lgsco-2024").met).toBe("2026-02-03");
  });

  it("hold early resolution only where the stage takes that route, and keep the stage’s own date", () => {
    expect(idsOf(received("2019-10-01"), "stockton-2019")).toEqual(["acknowledge", "stage-1"]);
    expect(idsOf(received("2019-10-01", { route: "early-resolution" }), "stockton-2019")).toEqual([
      "acknowledge",
      "early-resolution",
      "stage-1",
    ]);
  });

  it("follow a review panel from its meeting to its report to the council’s reply", () => {
    const stage3 = (milestones: readonly { event: string; at: string }[]): ClockFacts => ({
      receivedAt: noon("2026-11-16"),
      stages: [{ stage: 3, startedAt: noon("2027-02-01"), milestones }],
    });
    const dues = (facts: ClockFacts) =>
      clocksOf(facts, policyOf("children-act-1989"), calendar).map(({ due }) => due);
    expect(dues(stage3([]))).toEqual(["2027-03-15", "2027-03-22", "2027-04-14"]);
    expect(
      dues(
        stage3([
          { event: "panel-met", at: noon("2027-03-01") },
          { event: "panel-reported", at: noon("2027-03-05") },
        ]),
      ),
    ).toEqual(["2027-03-15", "2027-03-08", "2027-03-30"]);
  });

  describe("of a review panel", () => {
    const children = policyOf("children-act-1989");
    const stage3 = (more: Partial<StageFacts> = {}): ClockFacts => ({
      receivedAt: noon("2026-11-16"),
      stages: [{ stage: 3, startedAt: noon("2027-02-01"), ...more }],
    });

    it("foresee its meeting and its report before anything is known of them", () => {
      const clocks = clocksOf(stage3(), children, calendar);
      expect(clocks.map(({ id, due }) => [id, due])).toEqual([
        ["panel-meeting", "2027-03-15"],
        ["panel-report", "2027-03-22"],
        ["stage-3", "2027-04-14"],
      ]);
    });

    it("name the event they count from as the policy does", () => {
      const milestones = [
        { event: "panel-met", at: noon("2027-03-01") },
        { event: "panel-reported", at: noon("2027-03-05") },
      ];
      const clocks = clocksOf(stage3({ milestones }), children, calendar);
      expect(clocks.map(({ day0Reason }) => day0Reason)).toEqual([
        "Stage 3: review panel was asked for on Monday 1 February 2027: that is day 0.",
        "The panel met on Monday 1 March 2027: that is day 0.",
        "The panel reported on Friday 5 March 2027: that is day 0.",
      ]);
      expect(clocks.map(({ met }) => met)).toEqual(["2027-03-01", "2027-03-05", undefined]);
    });

    it("do not take an answer for a meeting or a report", () => {
      const clocks = clocksOf(stage3({ answeredAt: noon("2027-03-05") }), children, calendar);
      expect(clocks.map(({ met }) => met)).toEqual([undefined, undefined, "2027-03-05"]);
    });

    it("stay away while what they count from can neither be seen nor foreseen", () => {
      const stages = children.stages.map((stage) => ({
        ...stage,
        clocks: stage.clocks.filter(({ id }) => id !== "panel-meeting"),
      }));
      expect(clocksOf(stage3(), { ...children, stages }, calendar)).toEqual([]);
    });
  });

  it("are not foreseen by a quicker way that the stage may not take", () => {
    const policy = withClock("stockton-2019", "stage-1", { from: "acknowledged" });
    const [stage1, ...later] = policy.stages;
    if (stage1 === undefined) throw new Error("Stockton has stages.");
    const [acknowledge, quicker, response] = stage1.clocks;
    if (!acknowledge || !quicker || !response) throw new Error("Stockton’s stage 1 has clocks.");
    const clocks = [{ ...quicker, stops: "acknowledged" }, acknowledge, response];
    const facts = received("2026-03-02");
    const reply = clockNamed("stage-1", facts, {
      ...policy,
      stages: [{ ...stage1, clocks }, ...later],
    });
    expect(reply.day0).toBe("2026-03-03");
  });

  it("say when a date was counted beyond the known holidays", () => {
    const reply = clockNamed("stage-1", received("2028-12-20"), "lgsco-2024");
    expect(reply.why.at(-1)).toContain("only known from 2009 to 2028");
  });

  it("are refused for a stage that the policy does not have", () => {
    const facts = {
      receivedAt: noon("2026-02-02"),
      stages: [{ stage: 3, startedAt: noon("2026-02-02") }],
    };
    expect(() => clocksOf(facts, policyOf("lgsco-2024"), calendar)).toThrow(
      "Policy lgsco-2024 has no stage 3.",
    );
  });
});

describe("day 0", () => {
  const bankHoliday = received("2026-05-04");

  it("is the very day of receipt, even a holiday, which is the stricter reading", () => {
    expect(clockNamed("acknowledge", bankHoliday, "lgsco-2024")).toMatchObject({
      day0: "2026-05-04",
      due: "2026-05-11",
    });
  });

  it("is the next working day where the policy deems it received then", () => {
    const policy = counting("lgsco-2024", { receivedOnDayOff: "next working day" });
    const clock = clockNamed("acknowledge", bankHoliday, policy);
    expect([clock.day0, clock.due]).toEqual(["2026-05-05", "2026-05-12"]);
    expect(clock.day0Reason).toBe(
      "Received on Monday 4 May 2026, which is not a working day: Tuesday 5 May 2026 is day 0.",
    );
  });

  it("moves on at the cut-off, by the London clock", () => {
    const policy = counting("stockton-2019", { cutOff: "17:00" });
    const due = (at: string) =>
      clockNamed("acknowledge", { receivedAt: at, stages: [{ stage: 1, startedAt: at }] }, policy);
    expect(due("2026-08-14T15:59:00Z")).toMatchObject({ day0: "2026-08-14", due: "2026-08-17" });
    expect(due("2026-08-14T17:05:00Z")).toMatchObject({ day0: "2026-08-17", due: "2026-08-18" });
    expect(due("2026-08-14T17:05:00Z").day0Reason).toContain("after the 17:00 cut-off");
  });

  it("is not shifted after hours by a policy without a cut-off", () => {
    const at = "2026-08-14T17:05:00Z";
    const facts = { receivedAt: at, stages: [{ stage: 1, startedAt: at }] };
    expect(clockNamed("acknowledge", facts, "stockton-2019").due).toBe("2026-08-17");
  });

  it("moves on at the cut-off itself, not a minute later", () => {
    const policy = counting("stockton-2019", { cutOff: "17:00" });
    const at = "2026-08-14T16:00:00Z";
    const facts = { receivedAt: at, stages: [{ stage: 1, startedAt: at }] };
    expect(clockNamed("acknowledge", facts, policy).day0).toBe("2026-08-17");
  });

  it("of what the council did itself is the day it did it, whatever the hour and the day", () => {
    const policy = counting("lgsco-2024", {
      cutOff: "17:00",
      receivedOnDayOff: "next working day",
    });
    const facts = received("2026-03-12", { acknowledgedAt: "2026-03-14T19:00:00Z" });
    expect(clockNamed("stage-1", facts, policy)).toMatchObject({
      day0: "2026-03-14",
      day0Reason: "Acknowledged on Saturday 14 March 2026: that is day 0.",
      due: "2026-03-27",
    });
  });

  it("is day 1 by Scotland’s model for working days only: months begin with the day anyway", () => {
    const policy = counting("adult-social-care-2009", { receipt: "day 1" });
    const saturday = clockNamed("response", received("2026-08-29"), policy);
    expect([saturday.day0, saturday.due]).toEqual(["2026-08-29", "2027-02-28"]);
    expect(saturday.day0Reason).toBe("Received on Saturday 29 August 2026: that is the first day.");
  });

  it("is day 1 by Scotland’s model, or the next working day is", () => {
    const policy = counting("lgsco-2024", { receipt: "day 1", region: "scotland" });
    expect(clockNamed("acknowledge", received("2026-06-08"), policy)).toMatchObject({
      due: "2026-06-12",
      day0Reason: "Received on Monday 8 June 2026: that is day 1.",
    });
    const saturday = clockNamed("acknowledge", received("2026-06-13"), policy);
    expect(saturday.due).toBe("2026-06-22");
    expect(saturday.day0Reason).toBe(
      "Received on Saturday 13 June 2026: Tuesday 16 June 2026 is day 1.",
    );
  });
});

describe("a council’s own closure", () => {
  const shutdown = counting("lgsco-2024", {
    closures: [{ date: "2026-12-29", name: "Council offices closed" }],
  });

  it("moves the policy’s date and says why, and never the Code’s", () => {
    const clock = clockNamed("acknowledge", received("2026-12-21"), shutdown);
    expect([clock.due, clock.codeDue]).toEqual(["2026-12-31", "2026-12-30"]);
    expect(clock.why).toContain("Tuesday 29 December 2026 does not count: Council offices closed.");
  });
});
