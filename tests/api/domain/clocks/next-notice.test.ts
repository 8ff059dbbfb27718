import { describe, expect, it } from "vitest";
import type { ClockFacts } from "#api/domain/clocks/clock-facts.ts";
import { nextNotice, noticeOwed } from "#api/domain/clocks/next-notice.ts";
import { clockNamed, noon, received } from "./facts.ts";

const facts = received("2026-01-05", { acknowledgedAt: noon("2026-01-09") });
const clock = clockNamed("stage-1", facts, "lgsco-2024");
const given = (notice: "due-soon" | "overdue", due = clock.due) => ({
  notice,
  clock: clock.id,
  due,
});

describe("the next notice of a clock due on Friday 23 January 2026", () => {
  it("comes two working days before, to whoever owns it", () => {
    expect(clock.due).toBe("2026-01-23");
    expect(nextNotice(clock, [])).toEqual({
      notice: "due-soon",
      on: "2026-01-21",
      tells: ["case-officer"],
    });
  });

  it("then comes the working day after, to the head of service too", () => {
    expect(nextNotice(clock, [given("due-soon")])).toEqual({
      notice: "overdue",
      on: "2026-01-26",
      tells: ["case-officer", "head-of-service"],
    });
  });

  it("is none once the overdue one was given, or once it is answered", () => {
    expect(nextNotice(clock, [given("overdue")])).toBeUndefined();
    const answered: ClockFacts = received("2026-01-05", {
      acknowledgedAt: noon("2026-01-09"),
      answeredAt: noon("2026-01-16"),
    });
    expect(nextNotice(clockNamed("stage-1", answered, "lgsco-2024"), [])).toBeUndefined();
  });

  it("is told anew when the date has moved since, and not for another clock’s notice", () => {
    expect(nextNotice(clock, [given("overdue", "2026-01-09")])?.notice).toBe("due-soon");
    expect(nextNotice(clock, [{ ...given("due-soon"), clock: "stage-2" }])?.notice).toBe(
      "due-soon",
    );
  });

  it("never comes before the day after the clock began", () => {
    const oneDay = clockNamed("acknowledge", received("2026-01-05"), "stockton-2019");
    expect([oneDay.due, nextNotice(oneDay, [])?.on]).toEqual(["2026-01-06", "2026-01-06"]);
    const twoDays = clockNamed("acknowledge", received("2026-01-05"), "borough-2021-12");
    expect([twoDays.due, nextNotice(twoDays, [])?.on]).toEqual(["2026-01-07", "2026-01-06"]);
  });
});

describe("the notice owed on a day", () => {
  const owed = (today: string, past: readonly ReturnType<typeof given>[] = []) =>
    noticeOwed(clock, past, today)?.notice;

  it("is none before its day and on the weekend after the date", () => {
    expect(owed("2026-01-20")).toBeUndefined();
    expect(owed("2026-01-24")).toBeUndefined();
  });

  it("is due-soon up to the date and overdue after it, each once", () => {
    expect(owed("2026-01-21")).toBe("due-soon");
    expect(owed("2026-01-22", [given("due-soon")])).toBeUndefined();
    expect(owed("2026-01-23")).toBe("due-soon");
    expect(owed("2026-01-26", [given("due-soon")])).toBe("overdue");
    expect(owed("2026-01-27", [given("due-soon"), given("overdue")])).toBeUndefined();
  });

  it("is the overdue one alone when nothing was given for a while", () => {
    expect(owed("2026-02-02")).toBe("overdue");
    expect(owed("2026-02-02", [given("overdue")])).toBeUndefined();
  });
});
