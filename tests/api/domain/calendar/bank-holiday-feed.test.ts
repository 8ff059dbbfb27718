import { describe, expect, it } from "vitest";
import { droppedByFeed, readBankHolidayFeed } from "#api/domain/calendar/bank-holiday-feed.ts";
import { listEndWarning, unlistedWords } from "#api/domain/calendar/list-coverage.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";

const calendar = shippedCalendar();
const region = "england-and-wales";

const division = (events: readonly { title: string; date: string; notes: string }[]) => ({
  division: "any",
  events: events.map((event) => ({ ...event, bunting: true })),
});
const published = {
  "england-and-wales": division([
    { title: "New Year’s Day", date: "2027-01-01", notes: "" },
    { title: "Christmas Day", date: "2027-12-27", notes: "Substitute day" },
  ]),
  scotland: division([]),
  "northern-ireland": division([]),
};

describe("the bank holidays GOV.UK publishes", () => {
  it("are read by region, a substitute day being called one", () => {
    const read = readBankHolidayFeed(published);
    expect(read.ok && read.value[region]).toEqual([
      { date: "2027-01-01", name: "New Year’s Day" },
      { date: "2027-12-27", name: "Christmas Day (substitute day)" },
    ]);
  });

  it("are called by their title where GOV.UK notes nothing", () => {
    const { "england-and-wales": division, ...others } = published;
    const events = division.events.map(({ notes: _, ...event }) => event);
    const read = readBankHolidayFeed({ ...others, "england-and-wales": { events } });
    expect(read.ok && read.value[region].map(({ name }) => name)).toEqual([
      "New Year’s Day",
      "Christmas Day",
    ]);
  });

  it("are refused, saying where and why, when they are not as published", () => {
    const { scotland: _, ...incomplete } = published;
    const one = { title: "Fair", date: "2027-06-14", notes: "" };
    const wrongDate = {
      ...published,
      scotland: division([{ title: "X", date: "1 May", notes: "" }]),
    };
    for (const [json, where] of [
      [incomplete, "scotland"],
      [wrongDate, "scotland.events[0].date"],
      [wrongDate, "Not a date."],
      [
        { ...published, scotland: division([{ title: "", date: "2027-05-03", notes: "" }]) },
        "title",
      ],
      [{ ...published, scotland: division([{ ...one, title: "X".repeat(201) }]) }, "title"],
      [{ ...published, scotland: division([{ ...one, notes: "X".repeat(201) }]) }, "notes"],
      [{ ...published, scotland: division(Array.from({ length: 501 }, () => one)) }, "events"],
      ["<html>", "not as GOV.UK publishes them"],
    ] as const) {
      const read = readBankHolidayFeed(json);
      expect(read.ok ? "" : read.error).toContain(where);
    }
  });

  const dropped = (today: string, holidays: readonly { date: string; name: string }[]) =>
    droppedByFeed(
      calendar,
      { "england-and-wales": holidays, scotland: [], "northern-ireland": [] },
      { region, today },
    );
  const upTo2027 = [
    { date: "2026-12-25", name: "Christmas Day" },
    { date: "2026-12-28", name: "Boxing Day (substitute day)" },
    { date: "2027-12-27", name: "Christmas Day (substitute day)" },
  ];

  it("that leave out a day to come are reported, for a person to confirm that it moved", () => {
    expect(dropped("2027-08-01", upTo2027)).toEqual([
      { date: "2027-08-30", name: "Summer bank holiday" },
      { date: "2027-12-28", name: "Boxing Day (substitute day)" },
    ]);
    expect(dropped("2027-08-01", upTo2027.toReversed())).toEqual(dropped("2027-08-01", upTo2027));
  });

  it("are not missed for the day that has already begun, nor for years not published yet", () => {
    expect(dropped("2027-08-30", upTo2027).map(({ date }) => date)).toEqual(["2027-12-28"]);
    expect(dropped("2027-12-28", upTo2027)).toEqual([]);
    expect(dropped("2027-08-01", [])).toEqual([]);
  });
});

describe("the list of bank holidays", () => {
  it("asks to be renewed once it ends within twelve months", () => {
    expect(listEndWarning(calendar, region, "2027-12-31")).toBeUndefined();
    expect(listEndWarning(calendar, region, "2028-01-01")).toContain("31 December 2028");
  });

  it("owns up to dates it cannot know", () => {
    expect(unlistedWords({ from: "2009-01-01", to: "2028-12-31" }, region, calendar)).toEqual([]);
    expect(unlistedWords({ from: "2028-12-20", to: "2029-01-08" }, region, calendar)).toHaveLength(
      1,
    );
    expect(unlistedWords({ from: "2012-01-02", to: "2012-02-01" }, region, calendar)).toEqual([]);
    expect(unlistedWords({ from: "2012-01-02", to: "2012-02-01" }, "scotland", calendar)).toEqual([
      "Bank holidays are only known from 2019 to 2028, so this date may not be the right one.",
    ]);
  });
});
