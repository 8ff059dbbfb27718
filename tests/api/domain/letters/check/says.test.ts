import { describe, expect, it } from "vitest";
import { aDay, stated } from "#api/domain/letters/check/says.ts";
import { sentencesOf } from "./checked.ts";

describe("what a letter states", () => {
  it.each([
    "We uphold your complaint.",
    "When you rang on 3 May, nobody answered.",
    "When your complaint reached us, we asked the crew.",
    "Once the road was clear, the crew came back.",
    "You asked us for a refund.",
    "Following the Ombudsman’s guidance, we will pay you £150.",
    "We asked the crew if they were late.",
  ])("is said outright: %s", (sentence) => {
    expect(stated(sentencesOf(sentence))).toHaveLength(1);
  });

  it.each([
    "If you are not satisfied, reply to this letter.",
    "Should you wish to go on, reply to this letter.",
    "Unless this is settled, we will write again.",
    "When you ask for it, we will send the notes.",
    "Once you have it, ring us.",
    "Ring us if you disagree.",
    "You can take it to stage 2.",
    "You can take your complaint further.",
    "Somebody else will look at it again.",
    "It then goes to the next stage.",
    "You can go to the Housing Ombudsman.",
    "The Independent Adjudicator decides then.",
    "A review panel decides then.",
    "The Members' Panel decides then.",
    "You may ask us for stage 2.",
  ])("is not what the person may do next: %s", (sentence) => {
    expect(stated(sentencesOf(sentence))).toEqual([]);
  });
});

describe("a day", () => {
  it.each([
    ...["on 3 December", "on 3rd of December", "on 3 Dec", "on the 21st May", "on June 3"],
    ...[
      "on 3/12/2026",
      "on 03.12.26",
      "within 10 working days",
      "in the next two weeks",
      "in an hour",
    ],
    ...["over the next three months", "in seven calendar days", "today", "tomorrow", "this week"],
    ...["next month", "straight away", "at once", "immediately", "from now on"],
    ...["by the end of the year", "at the end of it", "on Monday", "every Thursday", "in March"],
    ...["before September", "from July"],
  ])("is named by: %s", (words) => {
    expect(aDay.test(`We will come ${words}.`)).toBe(true);
  });

  it.each([
    ...["soon", "shortly", "in due course", "as soon as we can", "in 3 places", "for two weeks"],
    ...["one day", "to the end of the road", "with 2/3 of the crew", "as we may"],
  ])("is not named by: %s", (words) => {
    expect(aDay.test(`We will come ${words}.`)).toBe(false);
  });

  it.each([
    ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
    ...["October", "November", "December", "Jan", "Sept", "Oct"],
  ])("may be in %s", (month) => {
    expect(aDay.test(`We come on 3 ${month}.`)).toBe(true);
    expect(aDay.test(`We come in ${month.toLowerCase()}.`)).toBe(true);
  });

  it.each(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])(
    "may be a %s",
    (day) => {
      expect(aDay.test(`We come on ${day}.`)).toBe(true);
    },
  );
});
