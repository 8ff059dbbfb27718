import { describe, expect, it, test } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { acceptedUntil, wholeCaseLimitOf } from "#api/domain/clocks/case-limits.ts";
import { escalationWindowOf } from "#api/domain/clocks/escalation-window.ts";
import { stepsOf } from "#api/domain/clocks/steps-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { periodVectors } from "#tests/api/domain/calendar/due-dates.ts";
import { clockNamed, counting, noon, received, withClock } from "./facts.ts";

const calendar = shippedCalendar();
/** The LGSCO Code with internal dates so many working days before the acknowledgement is due. */
const withSteps = (daysBefore: readonly number[]) =>
  withClock("lgsco-2024", "acknowledge", {
    steps: daysBefore.map((workingDaysBefore) => ({
      id: `before-${workingDaysBefore}`,
      title: "Read through",
      owner: "case-officer",
      workingDaysBefore,
    })),
  });
const answered = (date: string) => ({
  stage: 1,
  startedAt: noon("2021-11-01"),
  answeredAt: noon(date),
});

describe("the time for asking for the next stage", () => {
  it("is 28 calendar days, and a day more where they end on a day off", () => {
    const vector = periodVectors.find(({ acceptTo }) => acceptTo !== undefined);
    const window = escalationWindowOf(
      answered(vector?.start ?? ""),
      policyOf("borough-2021-12"),
      calendar,
    );
    expect([window?.closes, window?.acceptedUntil]).toEqual([vector?.end, vector?.acceptTo]);
    expect(window?.why).toEqual([
      "Corporate complaints policy in two stages (from December 2021): requests should be submitted within 28 days of receipt of the stage 1 response.",
      "Answered on Monday 29 November 2021: that is the day it counts from.",
      "28 calendar days later is Monday 27 December 2021.",
      "That is not a working day, so a request is in time until Wednesday 29 December 2021.",
      "A later request is accepted where there is a good reason for the delay; the reason is recorded.",
    ]);
  });

  it("is counted in working days where the procedure says so", () => {
    const window = escalationWindowOf(
      answered("2026-12-01"),
      policyOf("children-act-1989"),
      calendar,
    );
    expect(window?.acceptedUntil).toBe("2026-12-31");
    expect(window?.skipped.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-28"]);
    expect(window?.why.slice(-2)).toEqual([
      "Working day 20 is Thursday 31 December 2026.",
      "A later request is considered case by case; the reason is recorded.",
    ]);
  });

  it("ends on the day off itself where the procedure does not put it off", () => {
    const policy = policyOf("borough-2021-12");
    const stages = policy.stages.map((stage) => ({
      ...stage,
      ...(stage.window && { window: { ...stage.window, untilWorkingDay: false } }),
    }));
    const window = escalationWindowOf(answered("2021-11-29"), { ...policy, stages }, calendar);
    expect([window?.closes, window?.acceptedUntil]).toEqual(["2021-12-27", "2021-12-27"]);
  });

  it("is not there behind the last stage, after which there is nothing to ask for", () => {
    const last = { stage: 3, startedAt: noon("2026-11-02"), answeredAt: noon("2026-12-01") };
    expect(escalationWindowOf(last, policyOf("children-act-1989"), calendar)).toBeUndefined();
  });

  it("is not limited before an answer, nor where the procedure sets no end", () => {
    const { answeredAt: _, ...unanswered } = answered("2021-11-29");
    expect(escalationWindowOf(unanswered, policyOf("borough-2021-12"), calendar)).toBeUndefined();
    expect(
      escalationWindowOf(answered("2026-11-29"), policyOf("lgsco-2024"), calendar),
    ).toBeUndefined();
  });
});

describe("the case as a whole", () => {
  test.each(periodVectors.filter(({ rule }) => rule === "12 weeks"))(
    "$id: should be over in 12 weeks, from $start by $end",
    ({ start, end }) => {
      expect(wholeCaseLimitOf(noon(start), policyOf("lgsco-2024"), calendar)?.on).toBe(end);
    },
  );

  test.each(periodVectors.filter(({ rule }) => rule === "12 months"))(
    "$id: is accepted for 12 months, about something of $start until $end",
    ({ start, end }) => {
      const until = acceptedUntil(start, policyOf("lgsco-2024"), calendar);
      expect(until?.on).toBe(end);
      expect(until?.why[0]).toContain("consider discretion");
    },
  );

  it("has its limits explained in the policy’s words, from the day they count from", () => {
    const policy = policyOf("lgsco-2024");
    expect(wholeCaseLimitOf(noon("2026-03-02"), policy, calendar)?.why).toEqual([
      "Complaint Handling Code of the Local Government and Social Care Ombudsman: 12 weeks, or three months, is the longest reasonable time through both stages.",
      "Received on Monday 2 March 2026.",
      "12 weeks later is Monday 25 May 2026.",
    ]);
    expect(acceptedUntil("2026-03-02", policy, calendar)?.why).toEqual([
      "Complaint Handling Code of the Local Government and Social Care Ombudsman: Within 12 months of the issue, or of becoming aware of it; consider discretion for a later one.",
      "Happened, or became known, on Monday 2 March 2026.",
      "12 months later is Tuesday 2 March 2027.",
    ]);
  });

  it("may be limited in working days, the council’s closures left out", () => {
    const policy = {
      ...counting("lgsco-2024", { closures: [{ date: "2026-03-04", name: "Closed" }] }),
      wholeCase: { limit: { count: 3, unit: "working days" as const }, words: "Three days" },
    };
    expect(wholeCaseLimitOf(noon("2026-03-02"), policy, calendar)?.on).toBe("2026-03-06");
  });

  it("has no such limits where the policy names none", () => {
    expect(
      wholeCaseLimitOf(noon("2026-03-02"), policyOf("salford-2009"), calendar),
    ).toBeUndefined();
    expect(acceptedUntil("2026-03-02", policyOf("salford-2009"), calendar)).toBeUndefined();
  });
});

describe("the council’s own dates on the way", () => {
  it("lie working days before the promised one, earliest first", () => {
    const facts = received("2026-03-20", { acknowledgedAt: noon("2026-03-24") });
    const clock = clockNamed("stage-1", facts, "lgsco-2024");
    expect(clock.due).toBe("2026-04-09");
    expect(stepsOf(clock, policyOf("lgsco-2024"), calendar)).toEqual([
      {
        id: "draft",
        title: "Draft with whoever signs it off",
        owner: "case-officer",
        on: "2026-04-02",
      },
      { id: "sign-off", title: "Signed off", owner: "head-of-service", on: "2026-04-08" },
    ]);
  });

  it("come in order of date, whatever the order the policy lists them in", () => {
    const policy = withSteps([1, 3]);
    const clock = clockNamed("acknowledge", received("2026-03-16"), policy);
    expect(stepsOf(clock, policy, calendar).map(({ on }) => on)).toEqual([
      "2026-03-18",
      "2026-03-20",
    ]);
  });

  it("are the promised day itself where there is no time before it", () => {
    const policy = withSteps([4, 5, 6]);
    const clock = clockNamed("acknowledge", received("2026-03-16"), policy);
    expect([clock.day0, clock.due]).toEqual(["2026-03-16", "2026-03-23"]);
    expect(stepsOf(clock, policy, calendar).map(({ on }) => on)).toEqual([
      "2026-03-17",
      "2026-03-23",
      "2026-03-23",
    ]);
  });

  it("keep clear of the council’s closures", () => {
    const policy = counting("lgsco-2024", { closures: [{ date: "2026-04-08", name: "Closed" }] });
    const facts = received("2026-03-20", { acknowledgedAt: noon("2026-03-24") });
    const clock = clockNamed("stage-1", facts, policy);
    expect(stepsOf(clock, policy, calendar).map(({ on }) => on)).toEqual([
      "2026-04-02",
      "2026-04-09",
    ]);
  });
});
