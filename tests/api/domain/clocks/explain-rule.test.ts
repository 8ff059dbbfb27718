import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { explainRule, ruleNames } from "#api/domain/clocks/explain-rule.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { counting } from "./facts.ts";

const calendar = shippedCalendar();
type Asked = { readonly name: string; readonly stage?: number };
const explain = (policy: string, asked: string | Asked, date: string) => {
  const which = typeof asked === "string" ? { name: asked } : asked;
  return explainRule(policyOf(policy), { ...which, from: { date } }, calendar);
};

describe("what can be asked of a policy", () => {
  it("are its clocks, and the window where some stage has one", () => {
    expect(ruleNames(policyOf("lgsco-2024"))).toEqual([
      "acknowledge",
      "stage-1",
      "stage-2-acknowledge",
      "stage-2",
    ]);
    expect(ruleNames(policyOf("borough-2021-12")).slice(-2)).toEqual([
      "stage-2",
      "escalation-window",
    ]);
  });
});

describe("a deadline with nothing known of any case", () => {
  it("is that of the clock of this id, explained from the day given", () => {
    expect(explain("lgsco-2024", "stage-2", "2026-12-18")).toEqual({
      due: "2027-01-20",
      skipped: [
        { date: "2026-12-25", name: "Christmas Day" },
        { date: "2026-12-28", name: "Boxing Day (substitute day)" },
        { date: "2027-01-01", name: "New Year’s Day" },
      ],
      why: [
        expect.stringContaining("Complaint Handling Code"),
        "Acknowledged on Friday 18 December 2026: that is day 0.",
        "Friday 25 December 2026 does not count: Christmas Day.",
        "Monday 28 December 2026 does not count: Boxing Day (substitute day).",
        "Friday 1 January 2027 does not count: New Year’s Day.",
        "Working day 20 is Wednesday 20 January 2027.",
      ],
    });
  });

  it("is found by its kind too, in the first stage that has it or in the one asked for", () => {
    expect(explain("lgsco-2024", "response", "2026-03-02")?.due).toBe("2026-03-16");
    expect(explain("lgsco-2024", { name: "response", stage: 1 }, "2026-03-02")?.due).toBe(
      "2026-03-16",
    );
    expect(explain("lgsco-2024", { name: "response", stage: 2 }, "2026-03-02")?.due).toBe(
      "2026-03-30",
    );
  });

  it("is none where the policy, or the stage asked for, has no such deadline", () => {
    expect(explain("lgsco-2024", "panel-meeting", "2026-03-02")).toBeUndefined();
    expect(explain("lgsco-2024", { name: "stage-2", stage: 1 }, "2026-03-02")).toBeUndefined();
    expect(explain("lgsco-2024", "escalation-window", "2026-03-02")).toBeUndefined();
    expect(
      explain("borough-2021-12", { name: "escalation-window", stage: 2 }, "2026-03-02"),
    ).toBeUndefined();
  });

  it("may be the time for asking for the next stage, up to the last day that counts as in time", () => {
    const window = explain("borough-2021-12", "escalation-window", "2021-11-29");
    expect(window?.due).toBe("2021-12-29");
    expect(window?.why).toContain("28 calendar days later is Monday 27 December 2021.");
    expect(
      explain(
        "children-act-1989",
        { name: "escalation-window", stage: 2 },
        "2026-12-01",
      )?.skipped.map(({ date }) => date),
    ).toEqual(["2026-12-25", "2026-12-28"]);
  });

  it("is the time behind the first stage that has one, when no stage is asked for", () => {
    const policy = policyOf("borough-2021-03");
    const stages = policy.stages.map((stage) =>
      stage.stage === 1 ? { ...stage, window: undefined } : stage,
    );
    const asked = { name: "escalation-window", from: { date: "2021-11-29" } };
    expect(explainRule({ ...policy, stages }, asked, calendar)?.due).toBe("2021-12-29");
  });

  it("counts what the council did itself from that day, after the cut-off too", () => {
    const policy = counting("lgsco-2024", { cutOff: "17:00" });
    const asked = { name: "stage-1", from: { date: "2026-03-02", time: "18:30" } };
    expect(explainRule(policy, asked, calendar)?.due).toBe("2026-03-16");
  });

  it("keeps the policy’s cut-off where the hour is known, and supposes it kept where not", () => {
    const policy = counting("stockton-2019", { cutOff: "17:00" });
    const due = (time?: string) => {
      const from = { date: "2026-08-14", ...(time === undefined ? {} : { time }) };
      return explainRule(policy, { name: "acknowledge", from }, calendar)?.due;
    };
    expect([due("16:59"), due("17:00"), due()]).toEqual(["2026-08-17", "2026-08-18", "2026-08-17"]);
  });

  it("keeps clear of the council’s closures", () => {
    const policy = counting("lgsco-2024", { closures: [{ date: "2026-03-04", name: "Closed" }] });
    const from = { date: "2026-03-02" };
    const explained = explainRule(policy, { name: "acknowledge", from }, calendar);
    expect(explained?.due).toBe("2026-03-10");
    expect(explained?.why).toContain("Wednesday 4 March 2026 does not count: Closed.");
  });

  it("comes with a caution where holidays are not known yet", () => {
    expect(explain("lgsco-2024", "acknowledge", "2028-12-28")?.why.at(-1)).toBe(
      "Bank holidays are only known from 2009 to 2028, so this date may not be the right one.",
    );
  });
});
