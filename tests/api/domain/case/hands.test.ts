import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { londonDate } from "#api/domain/calendar/london-date.ts";
import { shippedCalendar, workingDaysBetween } from "#api/domain/calendar/working-days.ts";
import type { CaseEvent, CaseEventData } from "#api/domain/case/events.ts";
import { timeInHands, type HandsSpan } from "#api/domain/case/hands.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { letter, log } from "./story.ts";

const policy = policyOf("stockton-2019");
const calendar = shippedCalendar();

type Dated = readonly [at: string, data: CaseEventData];

/** A history of what happened when, from its first mail on Monday 2 November 2026 at nine. */
function history(...happened: readonly Dated[]): CaseEvent[] {
  const { type: _type, ...facts } = log;
  const receivedAt = "2026-11-02T09:00:00.000Z";
  const policyVersion = { id: policy.id, version: policy.version };
  const logged = { ...facts, type: "case-logged", receivedAt, policy: policyVersion } as const;
  const all: readonly Dated[] = [["2026-11-03T09:00:00.000Z", logged], ...happened];
  return all.map(([at, data], index) => ({
    sequence: index + 1,
    at,
    by: { kind: "system" },
    ...data,
  }));
}

const at = (day: string, time = "09:00") => `2026-${day}T${time}:00.000Z`;
const now = at("12-31");
const inHands = (...happened: readonly Dated[]) =>
  timeInHands(history(...happened), { now, policy, calendar });

/** Whose hands, whose name, and the month and day each began. */
const hops = (spans: readonly HandsSpan[]) =>
  spans.map(({ hands, name, from }) => [hands, name ?? "", from.slice(5, 10)].join(" "));

const classified: CaseEventData = {
  type: "case-classified",
  caseType: "complaint",
  service: "waste",
  reason: "",
};
const assigned = (officerName: string, team: "complaints-team" | "service" | "partner") =>
  ({ type: "case-assigned", officer: officerName, officerName, team }) as const;
const handedOver = (officerName: string, team: "complaints-team" | "service" | "partner") =>
  ({ ...assigned(officerName, team), type: "case-handed-over", note: "" }) as const;
const submitted: CaseEventData = {
  type: "response-submitted",
  stage: 1,
  text: letter,
  approver: "helen",
  approverName: "Helen",
};
const returned: CaseEventData = {
  type: "response-returned",
  stage: 1,
  text: letter,
  comment: "Shorter.",
};
const approved: CaseEventData = { type: "response-approved", stage: 1, text: letter };
const sent = (on?: string): CaseEventData => ({
  type: "response-sent",
  stage: 1,
  text: letter,
  ...(on === undefined ? {} : { on }),
});
const paused: CaseEventData = {
  type: "clock-paused",
  stage: 1,
  clock: "response",
  reason: "Waiting.",
};
const resumed: CaseEventData = { type: "clock-resumed", stage: 1, clock: "response" };
const closed: CaseEventData = { type: "case-closed", outcome: "upheld", reason: "" };
const reopened: CaseEventData = { type: "case-reopened", reason: "New facts." };
const escalated = (requestedAt: string): CaseEventData => ({
  type: "case-escalated",
  stage: 2,
  requestedAt,
  reason: "",
});

const answered: readonly Dated[] = [
  [at("11-04"), classified],
  [at("11-05"), assigned("Tom", "service")],
  [at("11-16"), submitted],
  [at("11-18"), approved],
  [at("11-19"), sent()],
];

describe("the hands a case was in", () => {
  it("are the complaints team's from its arrival, then its officer's, its approver's and the sender's", () => {
    const { spans, totals } = inHands(...answered);
    expect(spans).toEqual([
      { hands: "complaints-team", from: at("11-02"), to: at("11-05"), workingDays: 3 },
      { hands: "service", name: "Tom", from: at("11-05"), to: at("11-16"), workingDays: 7 },
      { hands: "approver", name: "Helen", from: at("11-16"), to: at("11-18"), workingDays: 2 },
      { hands: "complaints-team", from: at("11-18"), to: at("11-19"), workingDays: 1 },
      { hands: "nobody", from: at("11-19"), workingDays: 28 },
    ]);
    const day = 86_400_000;
    expect(totals).toEqual([
      { hands: "complaints-team", workingDays: 4, milliseconds: 4 * day },
      { hands: "service", workingDays: 7, milliseconds: 11 * day },
      { hands: "approver", workingDays: 2, milliseconds: 2 * day },
      { hands: "nobody", workingDays: 28, milliseconds: 42 * day },
    ]);
  });

  it.each<[string, readonly Dated[], string[]]>([
    [
      "told apart by officer and team as the case is handed over",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-06"), handedOver("Ewa", "service")],
        [at("11-09"), handedOver("Nova Homes", "partner")],
        [at("11-10"), handedOver("Grace", "complaints-team")],
      ],
      [
        "service Tom 11-04",
        "service Ewa 11-06",
        "partner Nova Homes 11-09",
        "complaints-team Grace 11-10",
      ],
    ],
    [
      "back with the complaints team when the officer declines or it is classified again",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-05"), { type: "assignment-declined", reason: "On leave." }],
        [at("11-06"), assigned("Ewa", "service")],
        [at("11-09"), classified],
      ],
      [
        "service Tom 11-04",
        "complaints-team  11-05",
        "service Ewa 11-06",
        "complaints-team  11-09",
      ],
    ],
    [
      "back with the officer when the letter is returned",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-09"), submitted],
        [at("11-10"), returned],
      ],
      ["service Tom 11-04", "approver Helen 11-09", "service Tom 11-10"],
    ],
    [
      "others' while the clock is paused, whoever has the case meanwhile",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-05"), paused],
        [at("11-06"), handedOver("Ewa", "service")],
        [at("11-09"), resumed],
      ],
      ["service Tom 11-04", "others  11-05", "service Ewa 11-09"],
    ],
    [
      "the council's own again once a letter leaves although nobody started the clock again",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-05"), paused],
        [at("11-09"), submitted],
        [at("11-10"), approved],
        [at("11-11"), sent()],
      ],
      ["service Tom 11-04", "others  11-05", "complaints-team  11-10", "nobody  11-11"],
    ],
    [
      "nobody's through answer and closing, until it is opened again",
      [...answered, [at("11-24"), closed], [at("11-26"), reopened], [at("11-27"), closed]],
      [
        "service Tom 11-05",
        "approver Helen 11-16",
        "complaints-team  11-18",
        "nobody  11-19",
        "complaints-team  11-26",
        "nobody  11-27",
      ],
    ],
    [
      "nobody's once a complaint is refused",
      [
        [
          at("11-06"),
          { type: "complaint-refused", what: "complaint", ground: "Too late.", reason: "" },
        ],
      ],
      ["nobody  11-06"],
    ],
    [
      "nobody's once the person withdraws it, although the clock was paused",
      [
        [at("11-04"), assigned("Tom", "service")],
        [at("11-05"), paused],
        [at("11-06"), { type: "complaint-withdrawn", reason: "By phone." }],
        [at("11-09"), reopened],
      ],
      ["service Tom 11-04", "others  11-05", "nobody  11-06", "complaints-team  11-09"],
    ],
  ])("are %s", (_, happened, expected) => {
    const [first, ...later] = hops(inHands(...happened).spans);
    expect(first).toBe("complaints-team  11-02");
    expect(later).toEqual(expected);
  });

  it("count the wait for the next stage from the day it was asked for, not from the day it was taken", () => {
    const { spans } = inHands(...answered, [at("12-04"), escalated(at("12-01"))]);
    expect(hops(spans).slice(-2)).toEqual(["nobody  11-19", "complaints-team  12-01"]);
  });

  it("count what became a complaint later from the day the person said so", () => {
    const { spans } = inHands(
      [at("11-04"), { ...closed, outcome: "not-a-complaint" }],
      [at("11-20"), { ...classified, restartedAt: at("11-18") }],
    );
    expect(hops(spans).slice(-1)).toEqual(["complaints-team  11-18"]);
  });

  it("let go of a posted letter on the day it left, whenever that was written down", () => {
    const posted = answered.slice(0, -1);
    const { spans } = inHands(...posted, [at("11-24"), sent("2026-11-20")]);
    expect(spans.at(-1)?.from).toBe(at("11-20", "12:00"));
    const sameMorning = inHands(...posted, [at("11-20"), sent("2026-11-20")]);
    expect(sameMorning.spans.at(-1)?.from).toBe(at("11-20"));
    const early = inHands(...posted, [at("11-24"), sent("2026-11-18")]);
    expect(early.spans.at(-1)).toMatchObject({ hands: "nobody", from: at("11-18", "12:00") });
  });

  it("never held what passed through them at once", () => {
    const { spans } = inHands([at("11-04"), classified], [at("11-04"), closed]);
    expect(hops(spans)).toEqual(["complaints-team  11-02", "nobody  11-04"]);
    const both = inHands(
      [at("11-04"), assigned("Tom", "service")],
      [at("11-09"), submitted],
      [at("11-09"), returned],
    );
    expect(hops(both.spans)).toEqual(["complaints-team  11-02", "service Tom 11-04"]);
  });

  it("are nobody's to count before there is a history", () => {
    expect(timeInHands([], { now, policy, calendar })).toEqual({ spans: [], totals: [] });
  });

  it("pass over the council's own closures, as its procedure does", () => {
    const closures = [{ date: "2026-11-06", name: "Council closed" }];
    const closing = { ...policy, counting: { ...policy.counting, closures } };
    const { totals } = timeInHands(history(...answered), { now, policy: closing, calendar });
    expect(totals.find(({ hands }) => hands === "service")?.workingDays).toBe(6);
  });
});

describe("whatever happens to a case", () => {
  const anyInstant = fc
    .integer({ min: Date.parse(at("11-03")), max: Date.parse(now) })
    .map((ms) => new Date(ms).toISOString());
  const anyData = fc.oneof(
    fc.constantFrom<CaseEventData>(
      ...[classified, submitted, returned, approved, paused, resumed, closed, reopened],
      ...[assigned("Tom", "service"), handedOver("Grace", "complaints-team"), sent()],
      { type: "note-added", text: letter },
    ),
    anyInstant.map(escalated),
    anyInstant.map((instant) => sent(londonDate(instant))),
    anyInstant.map((restartedAt): CaseEventData => ({ ...classified, restartedAt })),
  );
  const anyHistory = fc
    .array(fc.tuple(anyInstant, anyData), { maxLength: 30 })
    .map((happened) => happened.toSorted(([one], [other]) => one.localeCompare(other)));

  it("its spans follow one another without gap or overlap and are its whole life", () => {
    fc.assert(
      fc.property(anyHistory, (happened) => {
        const { spans, totals } = inHands(...happened);
        expect(spans[0]?.from).toBe(at("11-02"));
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1];
          expect(span.to).toBe(next?.from);
          expect(Date.parse(span.to ?? now)).toBeGreaterThanOrEqual(Date.parse(span.from));
          expect([span.hands, span.name]).not.toEqual([next?.hands, next?.name]);
        }
        const sum = (of: (total: (typeof totals)[number]) => number) =>
          totals.reduce((all, total) => all + of(total), 0);
        expect(sum(({ milliseconds }) => milliseconds)).toBe(
          Date.parse(now) - Date.parse(at("11-02")),
        );
        expect(sum(({ workingDays }) => workingDays)).toBe(
          workingDaysBetween("2026-11-02", "2026-12-31", {
            region: policy.counting.region,
            calendar,
          }),
        );
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});
