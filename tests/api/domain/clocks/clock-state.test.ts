import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { clockState } from "#api/domain/clocks/clock-state.ts";
import { clockNamed, noon, received } from "./facts.ts";

const calendar = shippedCalendar();
const facts = received("2026-12-21", { acknowledgedAt: noon("2026-12-23") });
const open = clockNamed("stage-1", facts, "lgsco-2024");
const on = (today: string) => clockState(open, today, calendar);
const answeredOn = (date: string) =>
  clockState(
    clockNamed(
      "stage-1",
      received("2026-12-21", { acknowledgedAt: noon("2026-12-23"), answeredAt: noon(date) }),
      "lgsco-2024",
    ),
    "2027-03-01",
    calendar,
  );

describe("a clock due on Monday 11 January 2027", () => {
  it("tells how many working days are left, holidays left out", () => {
    expect(open.due).toBe("2027-01-11");
    expect(on("2026-12-24")).toEqual({ state: "on-time", words: "in 9 working days" });
    expect(on("2027-01-06")).toEqual({ state: "on-time", words: "in 3 working days" });
  });

  it("is due soon from the day its policy nudges, the weekend before it included", () => {
    expect(on("2027-01-07")).toEqual({ state: "due-soon", words: "in 2 working days" });
    expect(on("2027-01-09")).toEqual({ state: "due-soon", words: "in 1 working day" });
  });

  it("is due until the end of that day, and overdue after it", () => {
    expect(on("2027-01-11")).toEqual({ state: "due-today", words: "due today" });
    expect(on("2027-01-12")).toEqual({ state: "overdue", words: "1 working day overdue" });
    expect(on("2027-01-18")).toEqual({ state: "overdue", words: "5 working days overdue" });
  });

  it("is met by an answer that day or sooner, and met late by a later one", () => {
    expect(answeredOn("2027-01-11")).toEqual({ state: "met", words: "met on Mon 11 Jan" });
    expect(answeredOn("2027-01-13")).toEqual({
      state: "met-late",
      words: "met on Wed 13 Jan, 2 working days late",
    });
  });
});

describe("a clock", () => {
  it("that ended on a Friday is overdue on Saturday, though no working day has passed", () => {
    const friday = clockNamed(
      "stage-1",
      received("2026-01-05", { acknowledgedAt: noon("2026-01-09") }),
      "lgsco-2024",
    );
    expect(friday.due).toBe("2026-01-23");
    expect(clockState(friday, "2026-01-24", calendar)).toEqual({
      state: "overdue",
      words: "overdue since Fri 23 Jan",
    });
  });

  it("that ended on a Friday is met late on Saturday, though no working day has passed", () => {
    const facts = received("2026-01-05", {
      acknowledgedAt: noon("2026-01-09"),
      answeredAt: noon("2026-01-24"),
    });
    expect(clockState(clockNamed("stage-1", facts, "lgsco-2024"), "2026-02-02", calendar)).toEqual({
      state: "met-late",
      words: "met on Sat 24 Jan, late",
    });
  });

  it("that ends on a day off says the day when no working day is left before it", () => {
    const sixMonths = clockNamed("response", received("2026-08-28"), "adult-social-care-2009");
    expect(clockState(sixMonths, "2027-02-26", calendar)).toEqual({
      state: "due-soon",
      words: "due on Sat 27 Feb",
    });
  });

  it("that is paused says since when", () => {
    const pauses = [{ stage: 1, from: noon("2027-01-04"), reason: "the person is abroad" }];
    const paused = clockNamed("stage-1", { ...facts, pauses }, "lgsco-2024");
    expect(clockState(paused, "2027-01-06", calendar).words).toBe(
      "in 3 working days, paused since Mon 4 Jan",
    );
  });
});
