import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { actionForms } from "#api/domain/case/action-forms.ts";
import { allowedActions } from "#api/domain/case/allowed-actions.ts";
import type { Case, StageRecord } from "#api/domain/case/case.ts";
import type { PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import { decide, type Decided } from "#api/domain/case/decide.ts";
import { describeEvent } from "#api/domain/case/describe-event.ts";
import type { CaseEventData } from "#api/domain/case/events.ts";
import type { Field, Form } from "#api/domain/case/form.ts";
import type { CaseRejection } from "#api/domain/case/rejection.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import type { Clock } from "#api/domain/clocks/clock.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import type { Result } from "#api/domain/result.ts";
import { everybody, priya } from "./people.ts";
import { eventsOf, refusalOf, storyUntil } from "./story.ts";

const calendar = shippedCalendar();
const now = "2026-11-12T09:00:00.000Z";

/** A complaint of 10 November 2026 under that procedure, waiting at that stage for an officer. */
function caseUnder(procedure: string, stage = 1, more: Partial<StageRecord> = {}): Case {
  const { case: logged } = storyUntil("allocation", policyOf(procedure));
  const [first] = logged.stages;
  if (first === undefined) throw new Error("It has no stage.");
  if (stage === 1) return { ...logged, stages: [{ ...first, ...more }] };
  const startedAt = "2026-11-11T09:00:00.000Z";
  const record: StageRecord = { stage, startedAt, milestones: [], writers: [], ...more };
  const answered = { ...first, answeredAt: startedAt };
  return { ...logged, stage, stages: [answered, record] };
}

type Asking = { readonly at?: string; readonly policy?: Policy };

/** What the rules answer Priya, of the complaints team. */
function ask(theCase: Case, command: PersonCommand, { at = now, policy }: Asking = {}) {
  return decide(theCase, command, {
    now: at,
    actor: { kind: "person", person: priya },
    policy: policy ?? policyOf(theCase.policy.id),
    calendar,
    people: everybody,
    adopted: policies,
  });
}

/** The case after what was accepted. */
function after(theCase: Case, command: PersonCommand, asking: Asking = {}): Case {
  const decision: Result<Decided, CaseRejection> = ask(theCase, command, asking);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.error.message}`);
  return decision.value.after;
}

const refusal = (theCase: Case, command: PersonCommand, asking: Asking = {}): string =>
  refusalOf(ask(theCase, command, asking)).message;

/** The clock of the answer at the present stage. */
function clock(theCase: Case): Clock {
  const found = clocksOf(theCase, policyOf(theCase.policy.id), calendar).find(
    ({ kind, stage }) => kind === "response" && stage === theCase.stage,
  );
  if (found === undefined) throw new Error("No response clock runs.");
  return found;
}

function formOf(theCase: Case, action: PersonAction, policy = policyOf(theCase.policy.id)): Form {
  const none = { services: [], officers: [], colleagues: [], councillors: [], procedures: [] };
  const today = now.slice(0, 10);
  return actionForms[action].form({ case: theCase, policy, calendar, today, ...none });
}

function field(form: Form, name: string): Field {
  const found = form.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The form does not ask ${name}.`);
  return found;
}

const isOffered = (theCase: Case, action: PersonAction, policy = policyOf(theCase.policy.id)) =>
  allowedActions(theCase, priya, policy).includes(action);

const described = (data: CaseEventData) =>
  describeEvent(
    {
      sequence: 9,
      at: now,
      by: { kind: "person", id: "priya", name: "Priya Nair", jobTitle: "" },
      ...data,
    },
    { service: (id) => id, person: (id) => id },
  );

const extend = (workingDays: number, goodReason = ""): PersonCommand => ({
  type: "extend",
  workingDays,
  reason: "Two services have to be asked.",
  goodReason,
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
  it.each([
    ["by more days than it allows", caseUnder("lgsco-2024"), 11, "10 working days are left"],
    ["more often than it allows", once, 1, "That is used up."],
    ["beyond all its parts together", inParts, 11, "10 working days are left"],
    [
      "where it provides for none",
      caseUnder("stockton-2019"),
      1,
      "This procedure provides for no extension here.",
    ],
  ])("%s needs a good reason, which is kept", (_, theCase, days, words) => {
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

describe("a quicker route", () => {
  const [stage] = policyOf("stockton-2019").stages;
  const [route] = stage?.routes ?? [];
  const criteria = route?.criteria ?? [];
  const take = (ticked: string[], id = "early-resolution"): PersonCommand => ({
    type: "take-route",
    route: id,
    criteria: ticked,
  });
  const leave: PersonCommand = { type: "leave-route", reason: "Still not satisfied." };
  const before = caseUnder("stockton-2019");

  it("is taken when every criterion is ticked, and keeps the day of receipt", () => {
    const taken = after(before, take([...criteria]));
    expect(taken.stages[0]).toEqual({ ...before.stages[0], route: "early-resolution" });
    const clocks = clocksOf(taken, policyOf("stockton-2019"), calendar);
    const early = clocks.find(({ id }) => id === "early-resolution");
    expect([early?.day0, early?.due]).toEqual(["2026-11-10", "2026-11-13"]);
  });

  it("names the criteria that nobody ticked", () => {
    const message = refusal(before, take([...criteria.slice(0, 2)]));
    for (const missing of criteria.slice(2)) expect(message).toContain(missing.replace(".", ""));
    expect(message).not.toContain(criteria[0]?.replace(".", ""));
  });

  it("that the stage does not have is refused with those it has", () => {
    expect(refusal(before, take([], "shortcut"))).toBe(
      "This stage has no such route. It has: Early resolution.",
    );
    expect(refusal(caseUnder("borough-2021-12"), take([]))).toContain("no such step");
  });

  it("that is taken already is not taken again", () => {
    const taken = after(before, take([...criteria]));
    expect(refusal(taken, take([...criteria]))).toContain("already");
    expect(isOffered(taken, "take-route")).toBe(false);
    expect(isOffered(before, "take-route")).toBe(true);
  });

  it("is left for the full stage in one step, with every date as it was", () => {
    const taken = after(before, take([...criteria]));
    const left = after(taken, leave, { at: "2026-11-13T15:00:00.000Z" });
    expect(left.stages).toEqual(before.stages);
    expect(clock(left)).toEqual(clock(before));
    expect(refusal(before, leave)).toBe("It takes no quicker route: it goes in full.");
    expect([isOffered(taken, "leave-route"), isOffered(before, "leave-route")]).toEqual([
      true,
      false,
    ]);
  });

  it("offers the routes of the stage and all their criteria to tick", () => {
    const form = formOf(before, "take-route");
    expect(field(form, "route")).toMatchObject({
      choices: [{ id: "early-resolution", name: "Early resolution" }],
      value: "early-resolution",
    });
    expect(field(form, "criteria")).toMatchObject({
      required: true,
      choices: criteria.map((words) => ({ id: words, name: words })),
    });
    expect(formOf(caseUnder("salford-2009"), "take-route").fields).toHaveLength(1);
  });

  describe("beside another", () => {
    const policy = policyOf("stockton-2019");
    const visit = {
      id: "visit",
      title: "Visit",
      words: "Somebody calls.",
      criteria: [],
      record: [],
    };
    const [first, ...rest] = policy.stages;
    if (first === undefined) throw new Error("It has no stage.");
    const two = { ...policy, stages: [{ ...first, routes: [...first.routes, visit] }, ...rest] };

    it("is chosen without a suggestion, each criterion saying where it belongs", () => {
      const form = formOf(before, "take-route", two);
      expect(field(form, "route")).not.toHaveProperty("value");
      expect(field(form, "criteria")).toMatchObject({ required: false });
      expect(field(form, "criteria")).toHaveProperty("choices.0.hint", "Early resolution");
    });

    it("can be changed to, and only the other is offered", () => {
      const taken = after(before, take([...criteria]), { policy: two });
      expect(refusal(taken, take([...criteria]), { policy: two })).toBe(
        "It takes that route already: Early resolution.",
      );
      expect(field(formOf(taken, "take-route", two), "route")).toMatchObject({ value: "visit" });
      expect(after(taken, take([], "visit"), { policy: two }).stages[0]?.route).toBe("visit");
    });
  });

  it("reads in the history with what was ticked, and how it was left", () => {
    const [event] = eventsOf(ask(before, take([...criteria])));
    expect(event && described(event)).toEqual({
      what: "took a quicker route: Early resolution",
      kind: "decision",
      text: criteria.join("\n"),
    });
    expect(described({ type: "route-left", stage: 1, reason: "Still not satisfied." })).toEqual({
      what: "took it from the quicker route to stage 1 in one step, its dates kept",
      kind: "decision",
      text: "Still not satisfied.",
    });
  });
});

describe("recording a call", () => {
  const call = {
    type: "record-call",
    on: "2026-11-12",
    agreed: "A new bin on Friday.",
    satisfied: true,
    toldHowToEscalate: false,
  } as const;

  it("keeps what was agreed, and honestly that nobody said how to take it further", () => {
    const { type: _type, ...kept } = call;
    expect(after(caseUnder("stockton-2019"), call).calls).toEqual([{ stage: 1, ...kept }]);
  });

  it("waits until the call has taken place", () => {
    expect(refusal(caseUnder("stockton-2019"), { ...call, on: "2026-11-13" })).toBe(
      "That day has not come yet. Record it when it has.",
    );
  });

  it("asks for what the procedure wants recorded, and says what to do if it did not help", () => {
    const open = formOf(caseUnder("stockton-2019"), "record-call");
    expect(open.intro).toEqual([
      "What the procedure wants recorded: When the call took place; What was agreed; Whether the person was satisfied; That the person was told how to take it further.",
    ]);
    expect(field(open, "on")).toMatchObject({ latest: "2026-11-12" });
    const quick = caseUnder("stockton-2019", 1, { route: "early-resolution" });
    expect(formOf(quick, "record-call").intro?.at(-1)).toContain("take it on in full");
    expect(formOf(caseUnder("borough-2021-12"), "record-call").intro).toEqual([]);
  });

  it.each([
    [true, true, "the person was satisfied, and was told how to take it further"],
    [false, false, "the person was not satisfied, and was not told how to take it further"],
  ])("reads in the history as it was (%s, %s)", (satisfied, toldHowToEscalate, words) => {
    const [event] = eventsOf(
      ask(caseUnder("stockton-2019"), { ...call, satisfied, toldHowToEscalate }),
    );
    expect(event && described(event)).toEqual({
      what: `recorded a call on Thu 12 Nov: ${words}`,
      kind: "mail",
      text: "A new bin on Friday.",
    });
  });
});

describe("what happens in a stage", () => {
  const record = (milestone: string, on = "2026-11-12"): PersonCommand => ({
    type: "record-milestone",
    milestone,
    on,
  });
  const before = caseUnder("children-act-1989", 3);
  const met = after(before, record("panel-met"));

  it("moves the clocks that count from it", () => {
    expect(met.stages[1]?.milestones).toEqual([
      { event: "panel-met", at: "2026-11-12T12:00:00.000Z" },
    ]);
    const clocks = clocksOf(met, policyOf("children-act-1989"), calendar);
    const report = clocks.find(({ id }) => id === "panel-report");
    expect([report?.due, report?.provisional]).toEqual(["2026-11-19", false]);
  });

  it.each([
    ["what the stage does not know", before, record("vote"), "The panel met; The panel reported"],
    ["what is recorded already", met, record("panel-met"), "already: The panel met"],
    ["what comes later", before, record("panel-reported"), "Record first: The panel met"],
    ["a day to come", before, record("panel-met", "2026-11-13"), "has not come yet"],
    ["a day before the stage", before, record("panel-met", "2026-11-10"), "11 November 2026"],
    ["a day before the last", met, record("panel-reported", "2026-11-11"), "12 November 2026"],
  ])("is refused with %s", (_, theCase, command, words) => {
    expect(refusal(theCase, command)).toContain(words);
  });

  it("is offered one by one in the procedure's order, until all of it has happened", () => {
    expect(field(formOf(before, "record-milestone"), "milestone")).toMatchObject({
      choices: [{ id: "panel-met", name: "The panel met" }],
      value: "panel-met",
    });
    const form = formOf(met, "record-milestone");
    expect(field(form, "milestone")).toMatchObject({ value: "panel-reported" });
    expect(field(form, "on")).toMatchObject({ earliest: "2026-11-12", latest: "2026-11-12" });
    const reported = after(met, record("panel-reported"));
    expect([isOffered(met, "record-milestone"), isOffered(reported, "record-milestone")]).toEqual([
      true,
      false,
    ]);
    expect(refusal(reported, record("panel-met"))).toContain("has happened");
  });

  it("is no part of a stage without milestones", () => {
    expect(refusal(caseUnder("lgsco-2024"), record("panel-met"))).toContain("no such step");
  });

  it("reads in the history by its name and day", () => {
    const [event] = eventsOf(ask(before, record("panel-met")));
    expect(event && described(event)).toEqual({
      what: "recorded for Thu 12 Nov: The panel met",
      kind: "note",
    });
  });
});
