import { describe, expect, expectTypeOf, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { ClockFacts } from "#api/domain/clocks/clock-facts.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { clockNamed, counting, noon, received } from "./facts.ts";

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
