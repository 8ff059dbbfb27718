import { describe, expect, it } from "vitest";
import { clockChoices } from "#local/teams-shell/page/clock/clock-choices.ts";
import {
  fieldValueOf,
  instantOfFieldValue,
  dateTimeInWords,
} from "#local/teams-shell/page/clock/london-time.ts";

const moves = (now: string) =>
  Object.fromEntries(
    clockChoices(new Date(now)).map(({ label, to }) => [label, dateTimeInWords(to)]),
  );

describe("the clock's choices", () => {
  it("names every move on a Saturday night in winter", () => {
    expect(moves("2026-11-21T23:43:10Z")).toEqual({
      "Next working morning 09:00": "Mon 23 Nov 2026, 09:00",
      "+1 day": "Sun 22 Nov 2026, 23:43",
      "+1 week": "Sat 28 Nov 2026, 23:43",
      "To Thursday 09:00": "Thu 26 Nov 2026, 09:00",
    });
  });

  it("takes this very morning while nine o'clock is still to come", () => {
    const thursdayEarly = moves("2026-11-26T08:59:59Z");
    expect(thursdayEarly["Next working morning 09:00"]).toBe("Thu 26 Nov 2026, 09:00");
    expect(thursdayEarly["To Thursday 09:00"]).toBe("Thu 26 Nov 2026, 09:00");
  });

  it("takes the next one at nine o'clock sharp, so that every move goes forward", () => {
    const thursdayAtNine = moves("2026-11-26T09:00:00Z");
    expect(thursdayAtNine["Next working morning 09:00"]).toBe("Fri 27 Nov 2026, 09:00");
    expect(thursdayAtNine["To Thursday 09:00"]).toBe("Thu 3 Dec 2026, 09:00");
  });

  it("keeps the time on the wall when the clocks go forward and back", () => {
    expect(moves("2027-03-27T12:00:00Z")["+1 day"]).toBe("Sun 28 Mar 2027, 12:00");
    expect(moves("2026-10-24T11:00:00Z")["+1 week"]).toBe("Sat 31 Oct 2026, 12:00");
    expect(moves("2026-10-23T17:00:00Z")["Next working morning 09:00"]).toBe(
      "Mon 26 Oct 2026, 09:00",
    );
  });

  it("goes on an hour where the wanted time is skipped in spring", () => {
    expect(moves("2027-03-27T01:30:00Z")["+1 day"]).toBe("Sun 28 Mar 2027, 02:30");
  });

  it("passes over Christmas to the morning the council opens", () => {
    const christmasEve = moves("2026-12-24T17:00:00Z");
    expect(christmasEve["Next working morning 09:00"]).toBe("Tue 29 Dec 2026, 09:00");
  });

  it("goes from one year into the next", () => {
    expect(moves("2026-12-31T20:00:00Z")["+1 day"]).toBe("Fri 1 Jan 2027, 20:00");
  });
});

describe("a date and time typed by hand", () => {
  it("means London's clocks in summer and in winter", () => {
    expect(instantOfFieldValue("2026-07-01T09:00")?.toISOString()).toBe("2026-07-01T08:00:00.000Z");
    expect(instantOfFieldValue("2026-12-01T09:00")?.toISOString()).toBe("2026-12-01T09:00:00.000Z");
  });

  it("is refused when it is not complete", () => {
    expect(instantOfFieldValue("")).toBeUndefined();
    expect(instantOfFieldValue("2026-12-01")).toBeUndefined();
  });

  it("reads back what the field was filled with", () => {
    for (const iso of ["2026-11-21T23:43:00.000Z", "2026-07-01T22:59:00.000Z"]) {
      expect(instantOfFieldValue(fieldValueOf(new Date(iso)))?.toISOString()).toBe(iso);
    }
  });
});
