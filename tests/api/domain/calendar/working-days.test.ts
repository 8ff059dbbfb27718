import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import { regions } from "#api/domain/calendar/regions.ts";
import {
  addWorkingDays,
  holidaysAdded,
  isWorkingDay,
  knownOn,
  mergeHolidays,
  shippedCalendar,
  withoutHolidays,
  workingDayFrom,
  workingDaysBetween,
} from "#api/domain/calendar/working-days.ts";
import { calendarWithout, regionOf, workingDayVectors } from "./due-dates.ts";

const calendar = shippedCalendar();
const region = "england-and-wales";

const aRegion = fc.constantFrom(...regions);
const aDay = fc
  .integer({ min: 0, max: 9 * 365 })
  .map((days) => Temporal.PlainDate.from("2019-01-01").add({ days }).toString());
const aCount = fc.integer({ min: 1, max: 130 });
const aCounting = fc.record({ from: aDay, days: aCount, region: aRegion });

/** The calendar walked one day at a time: slow, and plainly right. */
function walk(from: string, days: number, inRegion: (typeof regions)[number]) {
  let day = Temporal.PlainDate.from(from);
  let left = Math.abs(days);
  const skipped: string[] = [];
  while (left > 0) {
    day = day.add({ days: Math.sign(days) });
    const isWeekend = day.dayOfWeek > 5;
    if (isWeekend) continue;
    if (calendar[inRegion].has(day.toString())) skipped.push(day.toString());
    else left -= 1;
  }
  return { due: day.toString(), skipped: skipped.toSorted() };
}

describe("a due date in working days", () => {
  test.each(workingDayVectors)(
    "$id: $policy, $event, $workingDays after $day0 is $due",
    (vector) => {
      const counted = addWorkingDays({
        from: vector.day0,
        days: vector.workingDays,
        region: regionOf[vector.region],
        calendar: calendarWithout(vector.calendarKnownWithout),
      });
      expect(counted.due).toBe(vector.due);
      expect(counted.skipped.map(({ date }) => date)).toEqual(vector.skipped);
    },
  );

  it("names the holidays it passed over", () => {
    const { skipped } = addWorkingDays({ from: "2026-04-02", days: 3, region, calendar });
    expect(skipped).toEqual([
      { date: "2026-04-03", name: "Good Friday" },
      { date: "2026-04-06", name: "Easter Monday" },
    ]);
  });

  it("names them in the order they come, though a council’s own closure was added last", () => {
    const closed = mergeHolidays(calendar, {
      [region]: [
        { date: "2026-12-30", name: "Closed" },
        { date: "2026-12-24", name: "Closed" },
      ],
    });
    const { due, skipped } = addWorkingDays({
      from: "2026-12-23",
      days: 3,
      region,
      calendar: closed,
    });
    expect(due).toBe("2027-01-04");
    expect(skipped.map(({ date }) => date)).toEqual([
      "2026-12-24",
      "2026-12-25",
      "2026-12-28",
      "2026-12-30",
      "2027-01-01",
    ]);
  });

  it("is the day itself, Saturday or holiday, when no days are given", () => {
    for (const from of ["2026-11-21", "2026-12-25"]) {
      expect(addWorkingDays({ from, days: 0, region, calendar })).toEqual({
        due: from,
        skipped: [],
      });
      expect(workingDaysBetween(from, from, { region, calendar })).toBe(0);
    }
  });

  it("moves once the day of the State Funeral is proclaimed", () => {
    const count = { from: "2022-09-05", days: 10, region } as const;
    expect(addWorkingDays({ ...count, calendar: calendarWithout(["2022-09-19"]) }).due).toBe(
      "2022-09-19",
    );
    expect(addWorkingDays({ ...count, calendar }).due).toBe("2022-09-20");
  });

  it("differs by region only where the holidays do", () => {
    const due = (inRegion: (typeof regions)[number]) =>
      addWorkingDays({ from: "2026-07-06", days: 10, region: inRegion, calendar }).due;
    expect(regions.map(due)).toEqual(["2026-07-20", "2026-07-20", "2026-07-21"]);
  });

  it("is what walking the calendar a day at a time gives, forwards and back", () => {
    fc.assert(
      fc.property(aCounting, fc.boolean(), (counting, back) => {
        const days = back ? -counting.days : counting.days;
        const { due, skipped } = addWorkingDays({ ...counting, days, calendar });
        expect({ due, skipped: skipped.map(({ date }) => date) }).toEqual(
          walk(counting.from, days, counting.region),
        );
      }),
    );
  });

  it("is always a working day", () => {
    fc.assert(
      fc.property(aCounting, (counting) => {
        const { due } = addWorkingDays({ ...counting, calendar });
        expect(isWorkingDay(due, counting.region, calendar)).toBe(true);
      }),
    );
  });

  it("comes later when more days are given, or when it starts no earlier", () => {
    fc.assert(
      fc.property(aCounting, aDay, ({ from, days, region: inRegion }, other) => {
        const [earlier, later] = from < other ? [from, other] : [other, from];
        const due = (start: string, count: number) =>
          addWorkingDays({ from: start, days: count, region: inRegion, calendar }).due;
        expect(due(earlier, days) < due(earlier, days + 1)).toBe(true);
        expect(due(earlier, days) <= due(later, days)).toBe(true);
      }),
    );
  });

  it("lies as many working days ahead as were counted", () => {
    fc.assert(
      fc.property(aCounting, ({ from, days, region: inRegion }) => {
        const where = { region: inRegion, calendar };
        const { due } = addWorkingDays({ from, days, ...where });
        expect(workingDaysBetween(from, due, where)).toBe(days);
        expect(workingDaysBetween(due, from, where)).toBe(-days);
      }),
    );
  });
});

describe("a day", () => {
  it("counts from Monday to Friday unless its region keeps it as a holiday", () => {
    expect(isWorkingDay("2026-11-23", region, calendar)).toBe(true);
    expect(isWorkingDay("2026-11-22", region, calendar)).toBe(false);
    expect(isWorkingDay("2026-11-30", region, calendar)).toBe(true);
    expect(isWorkingDay("2026-11-30", "scotland", calendar)).toBe(false);
  });

  it("off gives way to the next that counts", () => {
    expect(workingDayFrom("2021-12-27", region, calendar)).toBe("2021-12-29");
    expect(workingDayFrom("2021-12-29", region, calendar)).toBe("2021-12-29");
  });
});

describe("merging holidays", () => {
  const proclaimed = { date: "2026-06-15", name: "World Cup bank holiday" };

  it("adds a newly proclaimed day to its own region only", () => {
    const merged = mergeHolidays(calendar, { "england-and-wales": [proclaimed] });
    expect(isWorkingDay("2026-06-15", region, calendar)).toBe(true);
    expect(isWorkingDay("2026-06-15", region, merged)).toBe(false);
    expect(isWorkingDay("2026-06-15", "northern-ireland", merged)).toBe(true);
    expect(merged["northern-ireland"]).toEqual(calendar["northern-ireland"]);
    expect(holidaysAdded(calendar, merged, region)).toEqual([proclaimed]);
  });

  it("tells which days are new in the order they come", () => {
    const earlier = { date: "2026-06-12", name: "Opening day" };
    const merged = mergeHolidays(calendar, { [region]: [proclaimed, earlier] });
    expect(holidaysAdded(calendar, merged, region)).toEqual([earlier, proclaimed]);
  });

  it("never takes a day away nor renames it, whatever is left out of what is added", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ date: aDay, name: fc.string({ minLength: 1 }) })),
        aRegion,
        (added, inRegion) => {
          const merged = mergeHolidays(calendar, { [inRegion]: added });
          for (const one of regions) {
            for (const [date, name] of calendar[one]) expect(merged[one].get(date)).toBe(name);
          }
        },
      ),
    );
  });

  it("is undone for a look at how days were counted before one was known, in its region alone", () => {
    const king = { date: "2026-06-16", name: "Day of Thanksgiving" };
    const everywhere = Object.fromEntries(regions.map((one) => [one, [king]]));
    const merged = mergeHolidays(calendar, everywhere);
    expect(withoutHolidays(merged, everywhere)).toEqual(calendar);
    const before = withoutHolidays(merged, { scotland: [king] });
    expect(regions.filter((one) => !isWorkingDay(king.date, one, before))).toEqual([
      "england-and-wales",
      "northern-ireland",
    ]);
  });

  it("knows which days were not known on a day, for what was done by then", () => {
    const learnt = [
      { since: "2026-05-01T05:15:00.000Z", added: { [region]: [proclaimed] } },
      {
        since: "2026-05-02T23:30:00.000Z",
        added: { [region]: [{ ...proclaimed, date: "2026-06-16" }] },
      },
    ];
    const merged = learnt.reduce((known, { added }) => mergeHolidays(known, added), calendar);
    const isOff = (on: string) =>
      ["2026-06-15", "2026-06-16"].map(
        (day) => !isWorkingDay(day, region, knownOn({ ...merged, learnt }, on)),
      );
    expect(isOff("2026-04-30")).toEqual([false, false]);
    expect(isOff("2026-05-01")).toEqual([true, false]);
    // Half past eleven at night in UTC is the next day in London.
    expect(isOff("2026-05-02")).toEqual([true, false]);
    expect(isOff("2026-05-03")).toEqual([true, true]);
    expect(knownOn(calendar, "2026-04-30")).toBe(calendar);
  });

  it("does not count a holiday twice that falls on a weekend", () => {
    const merged = mergeHolidays(calendar, { [region]: [{ date: "2026-06-13", name: "Fair" }] });
    expect(addWorkingDays({ from: "2026-06-12", days: 1, region, calendar: merged })).toEqual({
      due: "2026-06-15",
      skipped: [],
    });
  });
});
