import { describe, expect, it } from "vitest";
import type { ClockFacts } from "#api/domain/clocks/clock-facts.ts";
import { clockNamed, noon, received } from "./facts.ts";

const acknowledged = received("2026-01-05", { acknowledgedAt: noon("2026-01-05") });
const extension = (workingDays: number, more: object = {}) => ({
  stage: 1,
  workingDays,
  at: noon("2026-01-16"),
  reason: "two services have to be asked",
  ...more,
});
const reply = (facts: Partial<ClockFacts>, policy = "lgsco-2024") =>
  clockNamed("stage-1", { ...acknowledged, ...facts }, policy);

describe("an extension", () => {
  it("moves the date by working days from where it stood, and tells when and why", () => {
    const clock = reply({ extensions: [extension(10)] });
    expect([clock.due, clock.codeDue, clock.absoluteLimit]).toEqual([
      "2026-02-02",
      "2026-02-02",
      "2026-02-02",
    ]);
    expect(clock.why).toContain(
      "Extended on Friday 16 January 2026 by 10 working days: two services have to be asked.",
    );
    expect(clock.why).toContain("That makes it Monday 2 February 2026.");
    expect(clock.why.at(-1)).toBe("The last date permitted at all is Monday 2 February 2026.");
  });

  it("beyond the cap is shown for what it is, with the good reason or the lack of one", () => {
    const bare = reply({ extensions: [extension(15)] });
    expect([bare.due, bare.codeDue, bare.absoluteLimit]).toEqual([
      "2026-02-09",
      "2026-02-02",
      "2026-02-02",
    ]);
    expect(bare.why.join(" ")).toContain("No good reason for going beyond it is recorded.");
    expect(bare.why.at(-1)).toBe(
      "The last date permitted at all is Monday 2 February 2026, and this date is beyond it.",
    );
    const explained = reply({ extensions: [extension(15, { goodReason: "a serious illness" })] });
    expect(explained.why.join(" ")).toContain("The good reason given: a serious illness.");
  });

  it("made a second time is more than the Code knows, however short", () => {
    const twice = [extension(3), extension(2, { at: noon("2026-01-20") })];
    const clock = reply({ extensions: twice });
    expect(clock.due).toBe("2026-01-26");
    expect(
      clock.why.filter((words) => words.includes("more than the procedure allows")),
    ).toHaveLength(1);
  });

  it("follows the order in which extensions were made, not the one they were written down in", () => {
    const second = extension(1, { at: noon("2026-01-20"), reason: "a reply came late" });
    const clock = reply({ extensions: [second, extension(3)] });
    expect(clock.why.slice(3, -1)).toEqual([
      "Extended on Friday 16 January 2026 by 3 working days: two services have to be asked.",
      "That makes it Thursday 22 January 2026.",
      "Extended on Tuesday 20 January 2026 by 1 working day: a reply came late.",
      "That makes it Friday 23 January 2026.",
      "That is more than the procedure allows: an extension of no more than 10 working days without good reason (6.4). No good reason for going beyond it is recorded.",
    ]);
  });

  it("names the holidays it passes over", () => {
    const facts = received("2026-03-16", { acknowledgedAt: noon("2026-03-17") });
    const extensions = [extension(3, { at: noon("2026-03-30") })];
    const clock = clockNamed("stage-1", { ...facts, extensions }, "lgsco-2024");
    expect(clock.due).toBe("2026-04-07");
    expect(clock.skipped).toEqual([
      { date: "2026-04-03", name: "Good Friday" },
      { date: "2026-04-06", name: "Easter Monday" },
    ]);
    expect(clock.why).toContain("Monday 6 April 2026 does not count: Easter Monday.");
  });

  it("keeps the words of its reason, ending them as a sentence only where they do not", () => {
    const told = (reason: string) =>
      reply({ extensions: [extension(2, { reason })] }).why.find((words) =>
        words.startsWith("Extended"),
      );
    const opening = "Extended on Friday 16 January 2026 by 2 working days:";
    expect(told("Dr. Ash is away")).toBe(`${opening} Dr. Ash is away.`);
    expect(told("We wait for the report.")).toBe(`${opening} We wait for the report.`);
    expect(told("Who holds the key?")).toBe(`${opening} Who holds the key?`);
  });

  it("is told apart where the procedure provides for none", () => {
    const clock = reply({ extensions: [extension(5)] }, "borough-2021-12");
    expect(clock.why).toContain("This procedure provides for no extension here.");
  });

  it("of a children’s complaint goes from ten working days to twenty", () => {
    const facts = {
      ...received("2026-11-16"),
      extensions: [extension(10, { at: noon("2026-11-27") })],
    };
    const clock = clockNamed("stage-1", facts, "children-act-1989");
    expect([clock.due, clock.absoluteLimit]).toEqual(["2026-12-14", "2026-12-14"]);
  });

  it("of a children’s investigation may come in parts, up to 65 working days in all", () => {
    const at = noon("2026-12-15");
    const stage2 = (extensions: ReturnType<typeof extension>[]) =>
      clockNamed(
        "stage-2",
        { receivedAt: at, stages: [{ stage: 2, startedAt: at }], extensions },
        "children-act-1989",
      );
    const whole = stage2([extension(20, { stage: 2 }), extension(20, { stage: 2 })]);
    expect(whole.due).toBe(whole.absoluteLimit);
    expect(whole.workingDays).toBe(65);
    expect(whole.why.join(" ")).not.toContain("more than the procedure allows");
    const oneMore = stage2([extension(20, { stage: 2 }), extension(21, { stage: 2 })]);
    expect(oneMore.why.join(" ")).toContain("more than the procedure allows");
    expect(stage2([extension(41, { stage: 2 })]).why.join(" ")).toContain(
      "more than the procedure allows",
    );
  });
});

describe("a pause", () => {
  const pause = { stage: 1, from: noon("2026-01-08"), reason: "the person is abroad" };

  it("moves the policy’s date by the working days it lasted, and never the Code’s", () => {
    const clock = reply({ pauses: [{ ...pause, to: noon("2026-01-13") }] });
    expect([clock.due, clock.codeDue]).toEqual(["2026-01-22", "2026-01-19"]);
    expect(clock.why).toContain(
      "Paused from Thursday 8 January 2026 to Tuesday 13 January 2026, 3 working days: the person is abroad.",
    );
    expect(clock.why).toContain("That makes it Thursday 22 January 2026.");
    expect(clock.why).toContain(
      "The Complaint Handling Code’s own date is earlier: Monday 19 January 2026.",
    );
  });

  it("that still goes on leaves the date where it is, and is shown", () => {
    const clock = reply({ pauses: [pause] });
    expect([clock.due, clock.pausedSince]).toEqual(["2026-01-19", "2026-01-08"]);
    expect(clock.why.slice(2, 4)).toEqual([
      "Working day 10 is Monday 19 January 2026.",
      "Paused from Thursday 8 January 2026: the person is abroad. The date moves when the pause ends.",
    ]);
  });

  it("names the holidays it put the date beyond, and is a single working day where it was one", () => {
    const facts = received("2026-03-16", { acknowledgedAt: noon("2026-03-19") });
    const pauses = [{ ...pause, from: noon("2026-03-23"), to: noon("2026-03-24") }];
    const clock = clockNamed("stage-1", { ...facts, pauses }, "lgsco-2024");
    expect(clock.due).toBe("2026-04-07");
    expect(clock.skipped.map(({ name }) => name)).toEqual(["Good Friday", "Easter Monday"]);
    expect(clock.why.join(" ")).toContain("to Tuesday 24 March 2026, 1 working day: the person");
  });

  it("over a weekend moves nothing", () => {
    const pauses = [{ ...pause, from: noon("2026-01-10"), to: noon("2026-01-11") }];
    expect(reply({ pauses }).due).toBe("2026-01-19");
  });

  it("of another stage or clock changes nothing here", () => {
    const elsewhere = [
      { ...pause, stage: 2, to: noon("2026-01-13") },
      { ...pause, clock: "acknowledge", to: noon("2026-01-13") },
    ];
    expect(reply({ pauses: elsewhere }).due).toBe("2026-01-19");
  });
});

describe("a date agreed with the person", () => {
  const agreed = {
    stage: 1,
    date: "2026-03-02",
    at: noon("2026-01-07"),
    agreedWith: "Ms Ash, by phone",
  };

  it("takes the place of the number of days where the procedure works by agreement", () => {
    const facts = { ...acknowledged, agreedDates: [agreed] };
    const clock = clockNamed("response", facts, "leicester-2016");
    expect([clock.due, clock.codeDue]).toEqual(["2026-03-02", "2026-01-19"]);
    expect(clock.why).toContain(
      "Monday 2 March 2026 was agreed on Wednesday 7 January 2026 with Ms Ash, by phone: The timescale follows the complexity and the number of services involved.",
    );
  });

  it("leaves the Code’s ten days standing until there is one", () => {
    expect(clockNamed("response", acknowledged, "leicester-2016").due).toBe("2026-01-19");
  });

  it("is written down but does not count where the procedure sets its own dates", () => {
    const clock = reply({ agreedDates: [agreed] });
    expect(clock.due).toBe("2026-01-19");
    expect(clock.why.join(" ")).toContain("does not let an agreed date replace its own");
  });

  it("is told on that very day when it is the day the clock began", () => {
    const sameDay = { ...agreed, date: "2026-01-05", at: noon("2026-01-05") };
    const clock = clockNamed(
      "response",
      { ...acknowledged, agreedDates: [sameDay] },
      "leicester-2016",
    );
    expect([clock.due, clock.nudges.dueSoon.on]).toEqual(["2026-01-05", "2026-01-05"]);
  });

  it("may be put back in its turn, in the order things happened", () => {
    const facts = {
      ...acknowledged,
      agreedDates: [agreed],
      extensions: [
        extension(2, { at: noon("2026-01-06") }),
        extension(3, { at: noon("2026-02-20") }),
      ],
    };
    expect(clockNamed("response", facts, "leicester-2016").due).toBe("2026-03-05");
  });
});

describe("an adult social care response", () => {
  const facts = received("2026-08-28");
  const agreed = (date: string, at: string) =>
    clockNamed(
      "response",
      { ...facts, agreedDates: [{ stage: 1, date, at: noon(at), agreedWith: "the son" }] },
      "adult-social-care-2009",
    );

  it("has six months, the day of receipt being the first of them", () => {
    const clock = clockNamed("response", facts, "adult-social-care-2009");
    expect([clock.due, clock.absoluteLimit]).toEqual(["2027-02-27", "2027-02-27"]);
    expect(clock.codeDue).toBeUndefined();
    expect(clock.day0Reason).toBe("Received on Friday 28 August 2026: that is the first day.");
  });

  it("is due on the day agreed, the six months standing behind it", () => {
    const clock = agreed("2026-10-09", "2026-09-01");
    expect([clock.due, clock.absoluteLimit]).toEqual(["2026-10-09", "2027-02-27"]);
  });

  it("may take longer than six months only if that was agreed before they ended", () => {
    expect(agreed("2027-03-31", "2027-02-01").absoluteLimit).toBe("2027-03-31");
    expect(agreed("2027-03-31", "2027-02-27").absoluteLimit).toBe("2027-03-31");
    const tooLate = agreed("2027-03-31", "2027-03-01");
    expect(tooLate.absoluteLimit).toBe("2027-02-27");
    expect(tooLate.why.at(-1)).toContain("and this date is beyond it");
  });
});

describe("a policy’s date beside the Code’s", () => {
  it("shows both, and the last one permitted, where they differ", () => {
    const facts = received("2026-09-01", { acknowledgedAt: noon("2026-09-02") });
    const clock = clockNamed("stage-1", facts, "stockton-2019");
    expect([clock.due, clock.codeDue, clock.absoluteLimit]).toEqual([
      "2026-10-06",
      "2026-09-16",
      "2026-09-30",
    ]);
    expect(clock.why).toContain(
      "The Complaint Handling Code’s own date is earlier: Wednesday 16 September 2026.",
    );
    expect(clock.why.at(-1)).toBe(
      "The last date permitted at all is Wednesday 30 September 2026, and this date is beyond it.",
    );
  });

  it("says so where the Code gives longer, and nothing where both are the same day", () => {
    const facts = received("2026-09-01", { acknowledgedAt: noon("2026-09-01") });
    expect(clockNamed("acknowledge", facts, "borough-2021-12").why).toContain(
      "The Complaint Handling Code’s own date is later: Tuesday 8 September 2026.",
    );
    const same = clockNamed("response", facts, "leicester-2016");
    expect(same.codeDue).toBe(same.due);
    expect(same.why.join(" ")).not.toContain("own date");
  });

  it("knows the Code from the day it came into force", () => {
    const codeDue = (day: string) =>
      clockNamed("acknowledge", received(day), "salford-2009").codeDue;
    expect(codeDue("2024-02-07")).toBeUndefined();
    expect(codeDue("2024-02-08")).toBe("2024-02-15");
  });

  it("counts the Code’s reply from the Code’s own last day for acknowledging", () => {
    const clock = clockNamed("stage-1", received("2026-12-21"), "stockton-2019");
    expect(clock.codeDue).toBe("2027-01-14");
  });

  it("knows no Code for what arrived before there was one, nor for a third stage", () => {
    expect(clockNamed("stage-1", received("2019-10-01"), "stockton-2019").codeDue).toBeUndefined();
    const at = noon("2026-03-02");
    const stage3 = { receivedAt: at, stages: [{ stage: 3, startedAt: at }] };
    expect(clockNamed("stage-3", stage3, "lewisham-2009").codeDue).toBeUndefined();
  });
});
