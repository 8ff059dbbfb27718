import { describe, expect, it } from "vitest";
import { mergeHolidays, shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { ClockFacts } from "#api/domain/clocks/clock-facts.ts";
import { holidayWords } from "#api/domain/clocks/holiday-words.ts";
import { recompute } from "#api/domain/clocks/recompute.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { calendarWithout } from "#tests/api/domain/calendar/due-dates.ts";
import { noon, received } from "./facts.ts";

const calendars = { before: calendarWithout(["2022-09-19"]), after: shippedCalendar() };
const lewisham = policyOf("lewisham-2009");

describe("a bank holiday proclaimed late", () => {
  it("moves an open date, gives both dates and names the day", () => {
    const moved = recompute(
      received("2022-09-05", { acknowledgedAt: noon("2022-09-06") }),
      lewisham,
      calendars,
    );
    expect(moved.map(({ clock, from, to }) => [clock.id, from, to])).toEqual([
      ["stage-1", "2022-09-19", "2022-09-20"],
    ]);
    expect(moved[0]?.because).toEqual([
      {
        date: "2022-09-19",
        name: "Bank Holiday for the State Funeral of Queen Elizabeth II",
      },
    ]);
  });

  describe("among others", () => {
    const proclaimed = [
      { date: "2026-03-02", name: "Past day" },
      { date: "2026-06-15", name: "World Cup bank holiday" },
      { date: "2026-06-19", name: "Day of the Match" },
      { date: "2026-09-14", name: "Later day" },
    ];
    const before = shippedCalendar();
    const after = mergeHolidays(before, { "england-and-wales": proclaimed });
    const becauseOf = (facts: ClockFacts, policy = "lewisham-2009") =>
      recompute(facts, policyOf(policy), { before, after }).map(({ clock, because }) => [
        clock.id,
        because.map(({ name }) => name),
      ]);

    it("is named with those that moved the date too, and not with those before or after it", () => {
      const facts = received("2026-06-08", { acknowledgedAt: noon("2026-06-08") });
      const moved = recompute(facts, lewisham, { before, after });
      expect(moved.map(({ from, to }) => [from, to])).toEqual([["2026-06-22", "2026-06-24"]]);
      expect(holidayWords(moved[0]?.because ?? [])).toBe(
        "World Cup bank holiday on Monday 15 June 2026 and Day of the Match on Friday 19 June 2026",
      );
    });

    it("is named for the reply too when it only put back the acknowledgement it counts from", () => {
      expect(becauseOf(received("2026-06-09"), "lgsco-2024")).toEqual([
        ["acknowledge", ["World Cup bank holiday"]],
        ["stage-1", ["World Cup bank holiday", "Day of the Match"]],
      ]);
    });

    it("is not named when it was day 0 itself, which is never counted", () => {
      const facts = received("2026-06-15", { acknowledgedAt: noon("2026-06-15") });
      expect(becauseOf(facts, "lgsco-2024")).toEqual([["stage-1", ["Day of the Match"]]]);
    });

    it("does not name what happened before a later stage was asked for", () => {
      const facts: ClockFacts = {
        receivedAt: noon("2026-02-02"),
        stages: [{ stage: 2, startedAt: noon("2026-06-09") }],
      };
      expect(becauseOf(facts, "lgsco-2024")).toEqual([
        ["stage-2-acknowledge", ["World Cup bank holiday"]],
        ["stage-2", ["World Cup bank holiday", "Day of the Match"]],
      ]);
    });
  });

  it("leaves alone what was already answered and what fell due before it", () => {
    const answered = { acknowledgedAt: noon("2022-09-06"), answeredAt: noon("2022-09-16") };
    expect(recompute(received("2022-09-05", answered), lewisham, calendars)).toEqual([]);
    expect(recompute(received("2022-08-22"), lewisham, calendars)).toEqual([]);
  });

  it("of another region changes nothing here", () => {
    const scottish = { date: "2026-06-15", name: "World Cup bank holiday" };
    const before = calendarWithout([scottish.date]);
    const facts = received("2026-06-08", { acknowledgedAt: noon("2026-06-08") });
    expect(recompute(facts, policyOf("lgsco-2024"), { before, after: shippedCalendar() })).toEqual(
      [],
    );
  });
});
