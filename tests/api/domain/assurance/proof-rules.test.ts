import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountFor, lineOf, totalOf } from "#api/domain/assurance/account.ts";
import { failureWords } from "#api/domain/assurance/failure-words.ts";
import { quietness } from "#api/domain/assurance/quiet-services.ts";
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

  it("nothing among services that all log next to nothing is not marked", () => {
    const few = [0, 1, 5].map((recent) => ({ recent }));
    expect(quietness({ service: "parking", recent: 0, earlier: [1] }, few)).toBeUndefined();
  });
});

it.each([
  ["MailboxBusy < GraphError 503", "The mailbox could not be reached."],
  ["Error < GraphError 400", "Microsoft 365 refused it (400)."],
  ["Error < RestError 503", "Storage could not be used (503)."],
  ["ZodError", "It is not in a form that Redress can read."],
  ["TypeError", "A fault in Redress (TypeError)."],
])("says of %s: %s", (kinds, words) => {
  expect(failureWords(kinds)).toBe(words);
});
