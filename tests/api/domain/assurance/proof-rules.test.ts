import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountFor, lineOf, totalOf } from "#api/domain/assurance/account.ts";
import { failureWords } from "#api/domain/assurance/failure-words.ts";
import { quietness, quietRule } from "#api/domain/assurance/quiet-services.ts";
import { windowsOf, type Walk } from "#api/domain/assurance/windows.ts";
import { daysFrom } from "#api/domain/calendar/days-from.ts";
import { addDays } from "#api/domain/calendar/periods.ts";

const now = "2026-11-10T12:00:00.000Z";
const mail = (key: string, receivedAt: string, mailbox = "a@council.gov.uk") => ({
  key,
  receivedAt,
  mailbox,
});

describe("the account of a day", () => {
  it("counts what the ledger has although the mailbox has it no more, and names what only the mailbox has", () => {
    const kept = { ...mail("kept", "2026-11-10T09:00:00Z"), outcome: "machine" };
    const lost = mail("lost", "2026-11-10T10:00:00Z");
    const fresh = mail("fresh", "2026-11-10T11:55:00Z");
    const { accounts, missing } = accountFor({
      days: ["2026-11-10"],
      mailboxes: ["A@council.gov.uk"],
      listed: [lost, fresh],
      recorded: [kept],
      now,
    });
    expect(missing).toEqual([lost]);
    expect(accounts).toMatchObject([
      { received: 2, accountedFor: 1, unaccounted: 1, arriving: 1, outcomes: { machine: 1 } },
    ]);
  });

  it("counts the copies of a mail once", () => {
    const [one, copy] = [mail("one", "2026-11-10T09:00:00Z"), mail("one", "2026-11-10T09:00:01Z")];
    const [known, again] = [
      mail("known", "2026-11-10T09:00:00Z"),
      mail("known", "2026-11-10T09:00:00Z"),
    ];
    const { accounts, missing } = accountFor({
      days: ["2026-11-10"],
      mailboxes: ["a@council.gov.uk"],
      listed: [one, known, copy, again],
      recorded: [{ ...known, outcome: "new-case" }],
      now,
    });
    expect(missing).toEqual([one]);
    expect(accounts).toMatchObject([{ received: 2, accountedFor: 1, unaccounted: 1 }]);
  });

  it("keeps mailboxes apart, however their address is written, and adds them up with their outcomes", () => {
    const at = "2026-11-10T09:00:00Z";
    const kept = (key: string, mailbox: string, outcome: string) => ({
      ...{ ...mail(key, at, mailbox), outcome },
    });
    const { accounts, missing } = accountFor({
      days: ["2026-11-10"],
      mailboxes: ["Housing@council.gov.uk", "a@council.gov.uk"],
      listed: [mail("5", at, "housing@council.gov.uk"), mail("6", "2026-11-09T09:00:00Z")],
      recorded: [
        kept("1", "A@council.gov.uk", "new-case"),
        kept("2", "a@council.gov.uk", "new-case"),
        kept("3", "housing@council.gov.uk", "machine"),
        kept("4", "HOUSING@council.gov.uk", "new-case"),
      ],
      now,
    });
    expect(missing).toHaveLength(2);
    expect(accounts.map(({ mailbox, unaccounted }) => [mailbox, unaccounted])).toEqual([
      ["housing@council.gov.uk", 1],
      ["a@council.gov.uk", 0],
    ]);
    expect(accounts.map(({ outcomes }) => outcomes)).toEqual([
      { machine: 1, "new-case": 1 },
      { "new-case": 2 },
    ]);
    expect(totalOf(accounts)).toEqual({
      ...{ received: 5, accountedFor: 4, unaccounted: 1, arriving: 0 },
      outcomes: { machine: 1, "new-case": 3 },
    });
  });

  it("calls a mail missing from the moment its ten minutes are over", () => {
    const count = (receivedAt: string) =>
      accountFor({
        ...{ days: ["2026-11-10"], mailboxes: [], recorded: [], now },
        listed: [mail("1", receivedAt)],
      }).missing.length;
    expect(count("2026-11-10T11:50:00.000Z")).toBe(1);
    expect(count("2026-11-10T11:50:00.001Z")).toBe(0);
  });

  it("files a mail under its London day, also in summer", () => {
    const late = { ...mail("late", "2026-07-01T23:30:00Z"), outcome: "new-case" };
    const days = ["2026-07-01", "2026-07-02"];
    const { accounts } = accountFor({ days, mailboxes: [], listed: [], recorded: [late], now });
    expect(accounts.map(({ day, received }) => [day, received])).toEqual([
      ["2026-07-01", 0],
      ["2026-07-02", 1],
    ]);
  });

  it("adds up whatever was listed and recorded: nothing is counted twice or left out", () => {
    const some = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean(), fc.boolean(), fc.nat(8 * 86_400)),
    );
    fc.assert(
      fc.property(some, (mails) => {
        const all = new Map(
          mails.map(([id, listed, recorded, ago]) => {
            const receivedAt = new Date(Date.parse(now) - ago * 1000).toISOString();
            return [id, { ...mail(String(id), receivedAt), listed, recorded, outcome: "machine" }];
          }),
        );
        const one = [...all.values()].filter(({ listed, recorded }) => listed || recorded);
        const { accounts } = accountFor({
          days: daysFrom("2026-11-01", "2026-11-10"),
          mailboxes: ["a@council.gov.uk"],
          listed: one.filter(({ listed }) => listed),
          recorded: one.filter(({ recorded }) => recorded),
          now,
        });
        const total = totalOf(accounts);
        expect(total.received + total.arriving).toBe(one.length);
        expect(total.accountedFor + total.unaccounted).toBe(total.received);
        expect(total.accountedFor).toBe(one.filter(({ recorded }) => recorded).length);
      }),
    );
  });

  it("says it in one line", () => {
    expect(lineOf({ received: 1204, accountedFor: 1203, unaccounted: 1 })).toBe(
      "1,204 received · 1,203 accounted for · 1 unaccounted",
    );
  });
});

describe("the days that checks cover", () => {
  /** Checks on these days, one after another, and what they covered together. */
  function covered(days: readonly string[], earliest: string): Set<string> {
    const seen = new Set<string>();
    let walk: Walk | undefined;
    for (const today of days) {
      const windows = windowsOf({ today, earliest, walk });
      const { recent, older } = windows;
      for (const { first, last } of older ? [recent, older] : [recent]) {
        const some = daysFrom(first, last);
        expect(some.length).toBeLessThanOrEqual(8);
        for (const day of some) seen.add(day);
      }
      walk = windows.walk;
    }
    return seen;
  }

  it.each([0, 3, 7, 8, 30, 200])("are all there are after enough checks, %i days back", (back) => {
    const start = "2026-11-10";
    const earliest = addDays(start, -back);
    const checks = daysFrom(start, addDays(start, Math.ceil(back / 7) + 1));
    const all = daysFrom(earliest, checks.at(-1) ?? start);
    expect([...covered(checks, earliest)].toSorted()).toEqual(all);
  });

  it("go on a week further back each time, and begin anew once all were seen", () => {
    const earliest = "2026-10-20";
    const walked: unknown[] = [];
    let walk: Walk | undefined;
    for (const today of ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"]) {
      const windows = windowsOf({ today, earliest, walk });
      walked.push(windows.older);
      walk = windows.walk;
    }
    expect(walked).toEqual([
      { first: "2026-10-27", last: "2026-11-02" },
      { first: "2026-10-20", last: "2026-10-26" },
      { first: "2026-10-29", last: "2026-11-04" },
      { first: "2026-10-22", last: "2026-10-28" },
    ]);
  });

  it("are never before mail is answered for, nor after today", () => {
    const today = "2026-11-10";
    expect(windowsOf({ today, earliest: "2026-11-08", walk: undefined })).toEqual({
      recent: { first: "2026-11-08", last: today },
      walk: { backTo: "2026-11-08", checkedTo: today },
    });
    const tomorrow = windowsOf({ today, earliest: "2026-11-11", walk: undefined });
    expect(tomorrow.recent).toEqual({ first: today, last: today });
    expect(tomorrow.older).toBeUndefined();
  });

  it("begin anew after a day that nobody looked at, and only then", () => {
    const earliest = "2026-09-01";
    const older = (checkedTo: string) =>
      windowsOf({ today: "2026-11-10", earliest, walk: { backTo: "2026-10-10", checkedTo } }).older;
    expect(older("2026-11-02")).toEqual({ first: "2026-10-03", last: "2026-10-09" });
    expect(older("2026-11-01")).toEqual({ first: "2026-10-27", last: "2026-11-02" });
  });

  it("make good the days of an outage before they go on", () => {
    const earliest = "2026-06-01";
    const before = daysFrom("2026-09-01", "2026-09-03");
    const after = daysFrom("2026-10-10", "2026-10-14");
    const seen = covered([...before, ...after], earliest);
    expect(daysFrom("2026-09-04", "2026-10-14").filter((day) => !seen.has(day))).toEqual([]);
  });
});

describe("a service that logs", () => {
  const others = [40, 20, 12, 2].map((recent) => ({ recent }));
  it.each<[string, { recent: number; earlier: number[] }, string | undefined]>([
    ["less than half of before", { recent: 4, earlier: [10, 9, 11] }, "less-than-before"],
    ["half of before", { recent: 5, earlier: [10, 9, 11] }, undefined],
    ["nothing after plenty", { recent: 0, earlier: [6, 6, 6] }, "less-than-before"],
    [
      "little as always, with peers that log much",
      { recent: 3, earlier: [2, 2, 2] },
      "less-than-others",
    ],
    ["a quarter of the middle one", { recent: 4, earlier: [] }, undefined],
    ["nothing, before there is a past", { recent: 0, earlier: [] }, "less-than-others"],
  ])("%s", (_words, counts, kind) => {
    expect(quietness({ service: "parking", ...counts }, others)?.kind).toBe(kind);
  });

  it("says what is usual, as a whole number, of its past or of the middle service", () => {
    const usual = (recent: number, earlier: number[], all = [40, 6, 9, 3]) =>
      quietness(
        { service: "parking", recent, earlier },
        all.map((each) => ({ recent: each })),
      )?.usual;
    expect(usual(1, [10, 9, 12])).toBe(10);
    expect(usual(1, [2])).toBe(8);
    expect(usual(1, [], [100, 6, 5])).toBe(6);
    expect(usual(1, [], [100, 6, 5, 5])).toBeUndefined();
    expect(usual(1, [], [])).toBeUndefined();
  });

  it("too little is explained by the rule that marks it", () => {
    expect(quietRule).toContain("less than half of what it logged in an average 90 days before");
    expect(quietRule).toContain("fewer than 6 before");
  });

  it("nothing among services that all log next to nothing is not marked", () => {
    const few = [0, 1, 5].map((recent) => ({ recent }));
    expect(quietness({ service: "parking", recent: 0, earlier: [1] }, few)).toBeUndefined();
  });
});

it.each([
  ["MailboxBusy < GraphError 503", "The mailbox could not be reached."],
  ["Error < GraphError 400", "Microsoft 365 refused it (400)."],
  ["Error < RestError 503", "Storage could not be used (503)."],
  ["Error < RestError", "Storage could not be used (no answer)."],
  ["", "A fault in Redress (of no kind)."],
  ["ZodError", "It is not in a form that Redress can read."],
  ["TypeError", "A fault in Redress (TypeError)."],
])("says of %s: %s", (kinds, words) => {
  expect(failureWords(kinds)).toBe(words);
});
