import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isCalendarDate,
  londonDate,
  londonTime,
  longDate,
  shortDate,
  shortMoment,
} from "#api/domain/calendar/london-date.ts";
import { workingDayVectors } from "./due-dates.ts";

describe("the London day of an instant", () => {
  it("is the next one when London has passed midnight and UTC has not", () => {
    expect(londonDate("2026-07-14T23:30:00Z")).toBe("2026-07-15");
    expect(londonTime("2026-07-14T23:30:00Z")).toBe("00:30");
    expect(londonDate("2026-01-14T23:30:00Z")).toBe("2026-01-14");
  });

  it("is day 0 of every vector that gives an instant", () => {
    const withInstant = workingDayVectors.filter(
      ({ receivedDateTimeUtc }) => receivedDateTimeUtc !== undefined,
    );
    expect(withInstant.length).toBeGreaterThan(0);
    for (const { receivedDateTimeUtc, day0 } of withInstant) {
      expect(londonDate(receivedDateTimeUtc ?? "")).toBe(day0);
    }
  });

  it("does not depend on the zone of the machine, summer or winter", () => {
    const inLondon = new Intl.DateTimeFormat("en-CA", {
      timeZone: "Europe/London",
      dateStyle: "short",
    });
    const anInstant = fc.date({
      min: new Date("2009-01-01"),
      max: new Date("2028-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(londonDate(instant.toISOString())).toBe(inLondon.format(instant));
      }),
    );
  });
});

describe("a date", () => {
  it("reads in plain words", () => {
    expect(shortDate("2026-11-23")).toBe("Mon 23 Nov");
    expect(longDate("2026-11-23")).toBe("Monday 23 November 2026");
    expect(longDate("2027-01-03")).toBe("Sunday 3 January 2027");
    expect(shortMoment("2026-07-14T23:30:00Z")).toBe("Wed 15 Jul at 00:30");
  });

  it("has the names of days and months that an English diary has", () => {
    const diary = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 28; day += 1) {
        const date = new Date(Date.UTC(2026, month - 1, day));
        const written = diary.format(date).replace(",", "");
        expect(longDate(date.toISOString().slice(0, 10))).toBe(written);
      }
    }
  });

  it("is only accepted when it exists and is written out", () => {
    expect(isCalendarDate("2024-02-29")).toBe(true);
    for (const text of ["2026-02-29", "2026-02-30", "2026-13-01", "26-02-01", "2026-2-1", ""]) {
      expect(isCalendarDate(text), text).toBe(false);
    }
  });

  it("is not accepted in another form, which would not compare with the others as text", () => {
    for (const text of ["2026-02-01T00", "+002026-02-01", "20260201", " 2026-02-01"]) {
      expect(isCalendarDate(text), text).toBe(false);
    }
  });
});
