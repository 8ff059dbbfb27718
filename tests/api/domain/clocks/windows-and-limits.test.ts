import { describe, expect, it, test } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { acceptedUntil, wholeCaseLimitOf } from "#api/domain/clocks/case-limits.ts";
import { escalationWindowOf } from "#api/domain/clocks/escalation-window.ts";
import { stepsOf } from "#api/domain/clocks/steps-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { periodVectors } from "#tests/api/domain/calendar/due-dates.ts";
import { clockNamed, counting, noon, received } from "./facts.ts";

const calendar = shippedCalendar();
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
    expect(window?.why).toContain(
      "That is not a working day, so a request is in time until Wednesday 29 December 2021.",
    );
  });

  it("is counted in working days where the procedure says so", () => {
    const window = escalationWindowOf(
      answered("2026-12-01"),
      policyOf("children-act-1989"),
      calendar,
    );
    expect(window?.acceptedUntil).toBe("2026-12-31");
    expect(window?.skipped.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-28"]);
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
