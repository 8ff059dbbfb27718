import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
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
    expect(moved[0]?.words).toBe(
      "Stage 1 response: now due on Tuesday 20 September 2022 instead of Monday 19 September 2022, because of Bank Holiday for the State Funeral of Queen Elizabeth II on Monday 19 September 2022.",
    );
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
