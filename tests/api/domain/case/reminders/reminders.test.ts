import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { effectsOf } from "#api/domain/case/effects.ts";
import type { PledgeKind } from "#api/domain/case/reminders/facts.ts";
import { ownerOfPledge, pledgesOf } from "#api/domain/case/reminders/pledges.ts";
import { isStillPledged, nextReminders } from "#api/domain/case/reminders/rules.ts";
import { viewKeysOf } from "#api/domain/case/view-keys.ts";
import { lastLine } from "../forms.ts";
import { priya, tom } from "../people.ts";
import { close, responseSent, storyUntil, type Story } from "../story.ts";

const calendar = shippedCalendar();

// The day of every story here is Tuesday 10 November 2026.
const remedy: CommandOf<"promise-remedy"> = {
  ...{ type: "promise-remedy", kind: "apology", what: "Apologise in writing." },
  ...{ owner: "rosa", partner: "", due: "2026-11-25" },
};
const question: PersonCommand = {
  ...{ type: "request-information", to: "rosa", question: "When was it?", due: "2026-11-25" },
};

function pledged(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("investigating");
  for (const command of commands) story.after(priya, command);
  return story;
}

/** What is to be said next of each thing that has a day, and when, as that day sees it. */
function ahead({ case: theCase, policy }: Story, today: string): string[] {
  return nextReminders(theCase, { policy, calendar, today }).map(
    ({ pledge: { about, entry }, step, on }) => `${about} ${entry}: ${step} ${on}`,
  );
}

function given(story: Story, step: "soon" | "today" | "overdue" | "escalated"): Story {
  return story.after("system", {
    ...{ type: "give-reminder", about: "remedy", entry: "1", step, due: "2026-11-25", to: [] },
  });
}

describe("What somebody sees to by a day", () => {
  it("is reminded of two working days before, on the day, the day after, and then to the complaints team", () => {
    const story = pledged(remedy);
    expect(ahead(story, "2026-11-10")).toEqual(["remedy 1: soon 2026-11-23"]);
    expect(ahead(given(story, "soon"), "2026-11-23")).toEqual(["remedy 1: today 2026-11-25"]);
    expect(ahead(given(story, "today"), "2026-11-25")).toEqual(["remedy 1: overdue 2026-11-26"]);
    expect(ahead(given(story, "overdue"), "2026-11-26")).toEqual([
      "remedy 1: escalated 2026-11-30",
    ]);
    expect(ahead(given(story, "escalated"), "2026-11-30")).toEqual([]);
  });

  it("is said once after a quiet time, by the step that says it all", () => {
    expect(ahead(pledged(remedy), "2026-11-27")).toEqual(["remedy 1: overdue 2026-11-26"]);
  });

  it("falls on the last day at work before a day off", () => {
    expect(ahead(pledged({ ...remedy, due: "2026-11-29" }), "2026-11-26")).toEqual([
      "remedy 1: soon 2026-11-26",
    ]);
    expect(ahead(pledged({ ...remedy, due: "2026-11-29" }), "2026-11-27")).toEqual([
      "remedy 1: today 2026-11-27",
    ]);
  });

  it("is not said to somebody who has just been asked", () => {
    expect(ahead(pledged({ ...question, due: "2026-11-11" }), "2026-11-10")).toEqual([
      "question 1: today 2026-11-11",
    ]);
    expect(ahead(pledged({ ...question, due: "2026-11-10" }), "2026-11-10")).toEqual([
      "question 1: overdue 2026-11-11",
    ]);
  });

  it.each<[string, readonly PersonCommand[], string[]]>([
    ["a question", [question], ["question 1: soon 2026-11-23"]],
    [
      "a lesson",
      [{ type: "note-lesson", kind: "training", what: "Train.", owner: "rosa", due: "2026-11-25" }],
      ["lesson 1: soon 2026-11-23"],
    ],
    [
      "a flag",
      [{ type: "raise-flag", flag: "vulnerability", words: "Frail.", reviewOn: "2026-11-25" }],
      ["flag-review vulnerability: today 2026-11-25"],
    ],
    [
      "limited contact",
      [
        {
          ...{ type: "restrict-conduct", what: "Letters only.", reason: "Threats." },
          ...{ until: "2027-02-01", reviewOn: "2026-11-25" },
        },
      ],
      ["conduct-review 1: today 2026-11-25"],
    ],
    [
      "a sponsor",
      [{ type: "add-sponsor", name: "Ann Lowe MP", capacity: "mp", consent: true }],
      ["sponsor-update 6: today 2026-11-24"],
    ],
  ])("may be %s", (_words, commands, expected) => {
    expect(ahead(pledged(...commands), "2026-11-10")).toEqual(expected);
  });

  it("is no longer reminded of once it is done, answered or withdrawn", () => {
    const story = pledged(remedy, question)
      .after(priya, { type: "withdraw-request", request: "1", reason: "Found." })
      .after(priya, {
        ...{ type: "complete-remedy", remedy: "1", on: "2026-11-10", evidence: "Sent." },
      });
    expect(ahead(story, "2026-11-30")).toEqual([]);
  });

  it("outlives the case where the person was promised it, but not where only the case asked", () => {
    const story = pledged(remedy, question);
    story.after(tom, { type: "submit", text: story.case.draft?.text ?? "" });
    const { approver = "", text = "" } = story.case.submission ?? {};
    const signs = story.people.find(({ id }) => id === approver);
    if (signs !== undefined) story.after(signs, { type: "approve", text });
    story.after("system", responseSent(1, text)).after(priya, close);
    expect(ahead(story, "2026-11-10")).toEqual([
      "remedy 1: soon 2026-11-23",
      "check-in 1: today 2026-11-24",
    ]);
  });
});

describe("What is pledged", () => {
  const lesson: PersonCommand = {
    ...{ type: "note-lesson", kind: "training", what: "Train.", owner: "helen", due: "2026-11-25" },
  };
  const flag: PersonCommand = {
    ...{ type: "raise-flag", flag: "vulnerability", words: "Frail.", reviewOn: "2026-11-25" },
  };
  const limits: PersonCommand = {
    ...{ type: "restrict-conduct", what: "Letters only.", reason: "Threats." },
    ...{ until: "2027-02-01", reviewOn: "2026-11-25" },
  };
  const sponsor: PersonCommand = {
    ...{ type: "add-sponsor", name: "Ann Lowe MP", capacity: "mp", consent: true },
  };
  const pledges = ({ case: theCase, policy }: Story) => pledgesOf(theCase, { policy, calendar });

  it("says what is to be done, by whom and since when, and nothing of why somebody needs care", () => {
    const story = pledged(remedy, question, lesson, flag, limits, sponsor);
    const since = "2026-11-10";
    const due = "2026-11-25";
    expect(pledges(story)).toEqual([
      {
        ...{ about: "question", entry: "1", what: "When was it?", due, since },
        owner: { name: "Rosa Diaz", person: "rosa" },
      },
      {
        ...{ about: "flag-review", entry: "vulnerability", due, since },
        what: "Whether “Vulnerability” still holds",
      },
      {
        ...{
          about: "sponsor-update",
          entry: story.case.sponsors[0]?.id,
          what: "Tell Ann Lowe MP how it stands",
        },
        ...{ due: "2026-11-24", since },
      },
      {
        ...{ about: "remedy", entry: "1", what: "Apologise in writing.", due, since },
        owner: { name: "Rosa Diaz", person: "rosa" },
      },
      {
        ...{ about: "lesson", entry: "1", what: "Train.", due, since },
        owner: { name: "Helen Marsh", person: "helen" },
      },
      {
        ...{ about: "conduct-review", entry: "1", due, since },
        what: "Whether contact with the person still has to be limited",
      },
    ]);
  });

  it("is whose it is, one among several, and nobody's who does not own it", () => {
    const other = { ...remedy, owner: "tom", what: "Ring." };
    const { case: theCase } = pledged(remedy, other, question, lesson);
    const owner = (about: PledgeKind, entry: string) => ownerOfPledge(theCase, { about, entry });
    expect(owner("remedy", "1")?.name).toBe("Rosa Diaz");
    expect(owner("remedy", "2")?.name).toBe("Tom Okafor");
    expect(owner("remedy", "3")).toBeUndefined();
    expect(owner("question", "1")).toEqual({ name: "Rosa Diaz", person: "rosa" });
    expect(owner("question", "2")).toBeUndefined();
    expect(owner("lesson", "1")).toEqual({ name: "Helen Marsh", person: "helen" });
    expect(owner("lesson", "2")).toBeUndefined();
    expect(owner("flag-review", "1")).toBeUndefined();
  });

  it("asks nothing of a flag without a day to look at it again, nor of a lesson that is learned", () => {
    const { reviewOn: _never, ...always } = flag as typeof flag & { reviewOn: string };
    const story = pledged(lesson, always).after(priya, {
      ...{ type: "complete-lesson", lesson: "1", on: "2026-11-10", whatChanged: "Done." },
    });
    expect(pledges(story)).toEqual([]);
  });

  it("stands as long as it is of that kind, that entry and that day", () => {
    const { case: theCase, policy } = pledged(remedy, { ...remedy, due: "2026-12-01" }, lesson);
    const stands = (about: PledgeKind, entry: string, due: string) =>
      isStillPledged(theCase, { about, entry, due }, { policy, calendar });
    expect(stands("remedy", "1", "2026-11-25")).toBe(true);
    expect(stands("remedy", "2", "2026-12-01")).toBe(true);
    expect(stands("lesson", "1", "2026-11-25")).toBe(true);
    expect(stands("remedy", "1", "2026-12-01")).toBe(false);
    expect(stands("remedy", "3", "2026-11-25")).toBe(false);
    expect(stands("question", "1", "2026-11-25")).toBe(false);
  });

  it("is reminded of one by one: what was said of one counts for no other, nor for another day", () => {
    const story = given(pledged(remedy, { ...remedy, what: "Ring." }, lesson), "today");
    expect(ahead(story, "2026-11-25")).toEqual([
      "remedy 1: overdue 2026-11-26",
      "remedy 2: today 2026-11-25",
      "lesson 1: today 2026-11-25",
    ]);
    story.after("system", {
      ...{ type: "give-reminder", about: "lesson", entry: "1", step: "soon", to: [] },
      due: "2026-11-25",
    });
    expect(story.case.reminders).toHaveLength(2);
    given(story, "overdue");
    expect(story.case.reminders).toHaveLength(2);
    story.after("system", {
      ...{ type: "give-reminder", about: "remedy", entry: "2", step: "escalated", to: [] },
      due: "2026-11-20",
    });
    expect(ahead(story, "2026-11-25")).toContain("remedy 2: today 2026-11-25");
  });
});

describe("A reminder", () => {
  it("is filed under its day, and under today when its day was swept already", () => {
    const { case: theCase, policy } = pledged(remedy);
    const days = (now: string) =>
      viewKeysOf(theCase, { policy, calendar, now })
        .filter(({ row }) => row.endsWith("_remedy-1"))
        .map(({ partition }) => partition);
    expect(days("2026-11-10T10:00:00Z")).toEqual(["due:2026-11-23"]);
    expect(days("2026-11-28T10:00:00Z")).toEqual(["due:2026-11-28"]);
  });

  it("tells its owner that it is theirs, and everybody else whose it is", () => {
    const story = pledged(remedy).after("system", {
      ...{ type: "give-reminder", about: "remedy", entry: "1", step: "overdue" },
      ...{ due: "2026-11-25", to: ["rosa", "tom"] },
    });
    const last = story.events.at(-1);
    if (last === undefined) throw new Error("Nothing happened.");
    const said = { kind: "reminder", about: "remedy", step: "overdue", due: "2026-11-25" };
    expect(effectsOf(last, story.case)).toMatchObject([
      { kind: "tell", person: "rosa", occasion: said },
      { kind: "tell", person: "tom", occasion: { ...said, owner: "Rosa Diaz" } },
    ]);
    expect(effectsOf(last, story.case)[0]).not.toHaveProperty("occasion.owner");
    expect(lastLine(story).what).toBe(
      "reminded person rosa, person tom of remedy 1, which was due on Wed 25 Nov",
    );
  });

  it.each([
    ["question", "2", "soon", "question 2, due on Wed 25 Nov"],
    ["lesson", "3", "overdue", "lesson 3, which was due on Wed 25 Nov"],
    [
      "flag-review",
      "Vulnerability",
      "today",
      "looking again at “Vulnerability”, due on Wed 25 Nov",
    ],
    [
      "conduct-review",
      "1",
      "escalated",
      "looking again at how contact is limited, which was due on Wed 25 Nov and is still to be done",
    ],
    ["sponsor-update", "9", "today", "telling the sponsor how it stands, due on Wed 25 Nov"],
    [
      "check-in",
      "1",
      "today",
      "asking the person whether the stage 1 answer met their need, due on Wed 25 Nov",
    ],
  ] as const)(
    "stands in the history by what it is of: %s %s, %s",
    (...[about, entry, step, words]) => {
      const story = pledged().after("system", {
        ...{ type: "give-reminder", about, entry, step, due: "2026-11-25", to: ["rosa"] },
      });
      expect(lastLine(story).what).toBe(`reminded person rosa of ${words}`);
    },
  );
});
