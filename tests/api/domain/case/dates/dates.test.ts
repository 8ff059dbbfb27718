import { describe, expect, it } from "vitest";
import { mergeHolidays, type DaysByRegion } from "#api/domain/calendar/working-days.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import {
  after,
  ask,
  calendar,
  caseUnder,
  clock,
  described,
  field,
  formOf,
  isOffered,
  now,
  refusal,
} from "../dated-case.ts";
import { eventsOf } from "../story.ts";

const extend = (workingDays: number, goodReason = ""): PersonCommand => ({
  type: "extend",
  workingDays,
  reason: "Two services have to be asked.",
  goodReason,
  telling: "myself",
  told: "By e-mail of 12 November.",
});

describe("extending the date", () => {
  it("within what the Code allows needs no good reason, and moves the date of the answer", () => {
    const before = caseUnder("lgsco-2024");
    expect(clock(before).due).toBe("2026-11-24");
    expect(eventsOf(ask(before, extend(10)))).toEqual([
      {
        type: "date-extended",
        stage: 1,
        clock: "response",
        workingDays: 10,
        reason: "Two services have to be asked.",
        told: "By e-mail of 12 November.",
      },
    ]);
    const extended = after(before, extend(10));
    expect(extended.extensions).toEqual([
      {
        stage: 1,
        clock: "response",
        workingDays: 10,
        at: now,
        reason: "Two services have to be asked.",
      },
    ]);
    expect(clock(extended).due).toBe("2026-12-08");
  });

  it("does not keep a good reason where none was needed, so that nobody reads it as one that was", () => {
    expect(after(caseUnder("lgsco-2024"), extend(3, "Illness")).extensions[0]).not.toHaveProperty(
      "goodReason",
    );
  });

  const once = after(caseUnder("lgsco-2024"), extend(5));
  const inParts = after(caseUnder("children-act-1989", 2), extend(30));
  it.each<[string, { theCase: Case; days: number; words: string }]>([
    [
      "by more days than it allows",
      { theCase: caseUnder("lgsco-2024"), days: 11, words: "10 working days are left" },
    ],
    ["more often than it allows", { theCase: once, days: 1, words: "That is used up." }],
    [
      "beyond all its parts together",
      { theCase: inParts, days: 11, words: "10 working days are left" },
    ],
    [
      "where it provides for none",
      {
        theCase: caseUnder("stockton-2019"),
        days: 1,
        words: "This procedure provides for no extension here.",
      },
    ],
  ])("%s needs a good reason, which is kept", (_, { theCase, days, words }) => {
    expect(refusal(theCase, extend(days))).toContain(words);
    expect(refusal(theCase, extend(days))).toContain("good reason");
    const [event] = eventsOf(ask(theCase, extend(days, "A serious illness.")));
    expect(event).toMatchObject({ goodReason: "A serious illness." });
    const extended = after(theCase, extend(days, "A serious illness."));
    expect(extended.extensions.at(-1)?.goodReason).toBe("A serious illness.");
  });

  it("quotes the procedure's own words when it goes too far", () => {
    expect(refusal(caseUnder("lgsco-2024"), extend(11))).toContain(
      "an extension of no more than 10 working days without good reason (6.4)",
    );
    expect(refusal(inParts, extend(11))).toContain("in all no more than 65 working days");
  });

  it("counts each stage for itself", () => {
    const answered = { ...caseUnder("lgsco-2024", 2), extensions: once.extensions };
    expect(after(answered, extend(20)).extensions).toHaveLength(2);
    expect(refusal(answered, extend(21))).toContain("20 working days are left");
  });

  it("is not offered once the answer has gone out, for then nothing runs", () => {
    const answered = caseUnder("lgsco-2024", 1, { answeredAt: now });
    expect(refusal(answered, extend(5))).toContain("there is nothing to move");
    expect(isOffered(answered, "extend")).toBe(false);
    expect(isOffered(caseUnder("lgsco-2024"), "extend")).toBe(true);
  });

  it("asks for what the person must be told, and shows the date it would give", () => {
    const form = formOf(caseUnder("lgsco-2024"), "extend");
    expect(form.intro).toEqual([
      "What the procedure allows: an extension of no more than 10 working days without good reason (6.4).",
      "The person must be told: the new date; the reasons, clearly explained; how to contact the Ombudsman.",
    ]);
    expect(field(form, "workingDays")).toMatchObject({
      value: 10,
      hint: "It is due on Tuesday 24 November 2026; 10 more would make it Tuesday 8 December 2026.",
    });
    expect(field(form, "goodReason")).toMatchObject({
      required: false,
      hint: "Only for more than 10 working days.",
    });
  });

  it("asks for the good reason at once where there is nothing left to allow", () => {
    for (const theCase of [once, caseUnder("stockton-2019")]) {
      const form = formOf(theCase, "extend");
      expect(field(form, "goodReason")).toMatchObject({ required: true });
      expect(field(form, "workingDays")).not.toHaveProperty("value");
    }
    expect(formOf(caseUnder("stockton-2019"), "extend").intro).toEqual([
      "This procedure provides for no extension here, so there has to be a good reason for one.",
      "The person must be told: the new date; the reasons; how to contact the Ombudsman.",
    ]);
  });

  it("reads in the history with its reasons and how the person was told", () => {
    const [event] = eventsOf(ask(once, extend(1, "A serious illness.")));
    expect(event && described(event)).toEqual({
      what: "extended the date of stage 1 by 1 working day",
      kind: "decision",
      text: [
        "Reason: Two services have to be asked.",
        "Good reason for going further: A serious illness.",
        "Told: By e-mail of 12 November.",
      ].join("\n"),
    });
  });
});

describe("pausing the clock", () => {
  const waiting = "Waiting for information from the person";
  const pause = (reason = waiting): PersonCommand => ({ type: "pause", reason });
  const resume: PersonCommand = { type: "resume" };

  it("moves the procedure's date by the time it stood still, and never the Code's", () => {
    const before = caseUnder("stockton-2019");
    const codeDue = clock(before).codeDue;
    const paused = after(before, pause());
    expect(paused.pauses).toEqual([{ stage: 1, clock: "response", from: now, reason: waiting }]);
    expect(clock(paused).pausedSince).toBe("2026-11-12");
    const to = "2026-11-17T09:00:00.000Z";
    const resumed = after(paused, resume, { at: to });
    expect(resumed.pauses).toEqual([
      { stage: 1, clock: "response", from: now, to, reason: waiting },
    ]);
    expect([clock(before).due, clock(resumed).due]).toEqual(["2026-12-15", "2026-12-18"]);
    expect(clock(resumed).codeDue).toBe(codeDue);
  });

  it("can be done again after it has run, and ends only the pause that is open", () => {
    const first = after(after(caseUnder("stockton-2019"), pause()), resume);
    const again = after(after(first, pause()), resume, { at: "2026-11-20T09:00:00.000Z" });
    expect(again.pauses.map(({ to }) => to)).toEqual([now, "2026-11-20T09:00:00.000Z"]);
  });

  it.each(["lgsco-2024", "housing-ombudsman-2024", "member-enquiry"])(
    "is unknown to %s, which says what to do instead",
    (procedure) => {
      const theCase = caseUnder(procedure);
      expect(refusal(theCase, pause())).toBe(
        "This procedure has no pauses. Extend the date, or agree one.",
      );
      expect(isOffered(theCase, "pause")).toBe(false);
    },
  );

  it("takes only what the procedure waits for", () => {
    expect(refusal(caseUnder("children-act-1989"), pause("We are busy"))).toContain(
      "It knows: Deferred until concurrent proceedings that it would prejudice have ended (regulation 8).",
    );
  });

  it("happens once at a time, and ends only what has begun", () => {
    const running = caseUnder("stockton-2019");
    const paused = after(running, pause());
    expect(refusal(paused, pause())).toContain("paused already");
    expect(refusal(running, resume)).toBe("Its clock is not paused: it runs.");
    expect([isOffered(paused, "pause"), isOffered(paused, "resume")]).toEqual([false, true]);
    expect([isOffered(running, "pause"), isOffered(running, "resume")]).toEqual([true, false]);
  });

  it("of an earlier stage leaves the clock of this one running", () => {
    const earlier = [{ stage: 1, clock: "response", from: now, reason: waiting }];
    const theCase = { ...caseUnder("stockton-2019", 2), pauses: earlier };
    const paused = after(theCase, pause());
    expect(after(paused, resume).pauses.map(({ to }) => to)).toEqual([undefined, now]);
  });

  it("is not done where no clock runs any more", () => {
    expect(refusal(caseUnder("stockton-2019", 1, { answeredAt: now }), pause())).toContain(
      "nothing to move",
    );
  });

  it("offers the procedure's pauses and says that the Code's date does not wait", () => {
    const form = formOf(caseUnder("stockton-2019"), "pause");
    expect(field(form, "reason")).toMatchObject({
      choices: [{ id: waiting, name: waiting }],
      value: waiting,
    });
    expect(form.intro?.join(" ")).toContain("The Complaint Handling Code knows no pause");
    const statutory = formOf(caseUnder("children-act-1989"), "pause");
    expect(statutory.intro?.join(" ")).not.toContain("Code");
  });

  it("reads in the history as the procedure's own clock", () => {
    const on = { stage: 1, clock: "response" } as const;
    expect(described({ type: "clock-paused", ...on, reason: waiting })).toEqual({
      what: "paused the procedure’s own clock of stage 1",
      kind: "decision",
      text: waiting,
    });
    expect(described({ type: "clock-resumed", ...on }).what).toBe(
      "started the procedure’s own clock of stage 1 again",
    );
  });
});

describe("agreeing a date", () => {
  const agree = (date: string): PersonCommand => ({
    type: "agree-date",
    date,
    agreedWith: "Ms Whitfield, by phone",
  });

  it("takes the place of the procedure's date where it works by agreement", () => {
    const agreed = after(caseUnder("adult-social-care-2009"), agree("2027-01-29"));
    expect(agreed.agreedDates).toEqual([
      {
        stage: 1,
        clock: "response",
        date: "2027-01-29",
        at: now,
        agreedWith: "Ms Whitfield, by phone",
      },
    ]);
    expect(clock(agreed).due).toBe("2027-01-29");
  });

  it("may be today and may not be a day that has passed", () => {
    const theCase = caseUnder("adult-social-care-2009");
    expect(ask(theCase, agree("2026-11-12")).ok).toBe(true);
    expect(refusal(theCase, agree("2026-11-11"))).toBe(
      "That day has passed. Agree on today or a later day.",
    );
  });

  it("is refused where the procedure sets its own date, with the names of those that do not", () => {
    const theCase = caseUnder("lgsco-2024");
    const message = refusal(theCase, agree("2026-12-01"));
    expect(message).toContain("Leicester’s corporate complaints procedure (non statutory)");
    expect(message).toContain("Adult social care and NHS complaints procedure");
    expect(message).not.toContain("Stockton");
    expect(isOffered(theCase, "agree-date")).toBe(false);
  });

  it("belongs to the stage that provides for it", () => {
    expect(isOffered(caseUnder("salford-2009"), "agree-date")).toBe(false);
    expect(isOffered(caseUnder("salford-2009", 3), "agree-date")).toBe(true);
  });

  it("asks for a day from today on, and warns of the law's last one", () => {
    const form = formOf(caseUnder("adult-social-care-2009"), "agree-date");
    expect(form.intro?.[0]).toContain("agreed with the person (regulation 13)");
    expect(field(form, "date")).toMatchObject({
      earliest: "2026-11-12",
      hint: "After Sunday 9 May 2027 only if it is agreed by then.",
    });
  });

  it("reads in the history with whom it was agreed", () => {
    const [event] = eventsOf(ask(caseUnder("leicester-2016"), agree("2027-01-29")));
    expect(event && described(event)).toEqual({
      what: "agreed on Fri 29 Jan for the answer of stage 1",
      kind: "decision",
      text: "Ms Whitfield, by phone",
    });
  });
});

describe("a newly proclaimed bank holiday", () => {
  const proclaimed = { date: "2026-11-16", name: "Day of Thanksgiving" };
  const since = "2026-11-12T05:15:00.000Z";
  const known = mergeHolidays(calendar, { "england-and-wales": [proclaimed] });
  const everywhere: DaysByRegion = { "england-and-wales": [proclaimed] };
  const recounted = (theCase: Case, added = everywhere) =>
    decide(
      theCase,
      { type: "recount-dates", since, added },
      {
        ...{ now, actor: { kind: "system" }, policy: policyOf(theCase.policy.id), calendar: known },
        ...{ people: [], adopted: [], standIns: [] },
      },
    );
  const moved = {
    ...{ stage: 1, clock: "stage-1", title: "Stage 1 response" },
    ...{ from: "2026-11-24", to: "2026-11-25", because: [proclaimed] },
  };

  it("is recorded with both dates and the day, once", () => {
    const decided = recounted(caseUnder("lgsco-2024"));
    expect(eventsOf(decided)).toEqual([{ type: "dates-moved", since, moved: [moved] }]);
    const later = decided.ok ? decided.value.after : undefined;
    expect(later?.movedDates).toEqual([{ ...moved, at: now, since }]);
    expect(later && eventsOf(recounted(later))).toEqual([]);
  });

  it("reads in the history with what was promised before, and stays with the date", () => {
    const [event] = eventsOf(recounted(caseUnder("lgsco-2024")));
    expect(event && described(event)).toEqual({
      what: "moved a date because of a newly proclaimed bank holiday",
      kind: "decision",
      text: [
        "Stage 1 response: now due on Wednesday 25 November 2026 instead of Tuesday 24 November 2026, because of Day of Thanksgiving on Monday 16 November 2026.",
        "Where the person was told the old date, answer by then or tell them the new one.",
      ].join("\n"),
    });
    const two = { type: "dates-moved", since, moved: [moved, moved] } as const;
    expect(described(two).what).toBe("moved 2 dates because of a newly proclaimed bank holiday");
    const decided = recounted(caseUnder("lgsco-2024"));
    const why = decided.ok ? clock(decided.value.after).why : [];
    expect(why).toContain(
      "It was Tuesday 24 November 2026 until Thursday 12 November 2026, and became Wednesday 25 November 2026 because of Day of Thanksgiving on Monday 16 November 2026.",
    );
  });

  const lgscoCase = caseUnder("lgsco-2024");
  const earlier = "2026-11-11T09:00:00.000Z";
  const agreed = { stage: 1, clock: "response", date: "2026-11-27", agreedWith: "Joan" };
  const pausing = { stage: 1, clock: "response", reason: "Documents" };
  it.each<[string, Case]>([
    ["one that is answered", caseUnder("lgsco-2024", 1, { answeredAt: now })],
    ["one that is closed", { ...lgscoCase, status: "closed" }],
    ["one that was logged since", { ...lgscoCase, loggedAt: now }],
    ["a stage that began since", caseUnder("lgsco-2024", 1, { startedAt: now })],
    ["a date that was extended since", after(lgscoCase, extend(5))],
    ["a date that was agreed since", { ...lgscoCase, agreedDates: [{ ...agreed, at: now }] }],
    [
      "a date agreed before",
      { ...caseUnder("leicester-2016"), agreedDates: [{ ...agreed, at: earlier }] },
    ],
    [
      "a clock that was started again since",
      { ...lgscoCase, pauses: [{ ...pausing, from: earlier, to: now }] },
    ],
  ])("leaves alone %s", (_, theCase) => {
    const decided = eventsOf(recounted(theCase)).flatMap((event) =>
      event.type === "dates-moved" ? event.moved : [],
    );
    expect(decided.filter((one) => one.clock === "stage-1")).toEqual([]);
  });

  it("moves what was extended before it was known, and what waits still", () => {
    const extended = {
      ...lgscoCase,
      extensions: [{ stage: 1, clock: "response", workingDays: 2, at: earlier, reason: "Ill" }],
    };
    const paused = { ...lgscoCase, pauses: [{ ...pausing, from: earlier }] };
    expect(eventsOf(recounted(extended))).toMatchObject([
      { moved: [{ from: "2026-11-26", to: "2026-11-27" }] },
    ]);
    expect(eventsOf(recounted(paused))).toMatchObject([{ moved: [{ to: "2026-11-25" }] }]);
  });

  it("leaves what was done before with the date that it was done by", () => {
    const learnt = { ...known, learnt: [{ since, added: everywhere }] };
    const dueOf = (answeredAt: string) =>
      clocksOf(caseUnder("lgsco-2024", 1, { answeredAt }), policyOf("lgsco-2024"), learnt)
        .filter(({ kind }) => kind === "response")
        .map(({ due }) => due);
    expect(dueOf(earlier)).toEqual(["2026-11-24"]);
    expect(dueOf("2026-11-13T09:00:00.000Z")).toEqual(["2026-11-25"]);
  });

  it("of another region moves nothing here", () => {
    expect(eventsOf(recounted(lgscoCase, { scotland: [proclaimed] }))).toEqual([]);
  });
});
