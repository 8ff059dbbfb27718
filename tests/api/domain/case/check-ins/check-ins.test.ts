import { describe, expect, it } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { awaitedCheckIn } from "#api/domain/case/check-ins/rules.ts";
import { nextReminders } from "#api/domain/case/reminders/rules.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { formOf, inTheWay, lastLine } from "../forms.ts";
import { grace, priya, tom } from "../people.ts";
import {
  close,
  eventsOf,
  letter,
  refusalOf,
  stageTwo,
  storyUntil,
  writesAgain,
  type Story,
} from "../story.ts";

const calendar = shippedCalendar();

// Every story here is answered on Tuesday 10 November 2026: ten working days later is the 24th.
const unmet: CommandOf<"record-check-in"> = {
  ...{ type: "record-check-in", how: "phone", on: "2026-11-10", met: "no" },
  said: "The bin is still there.",
};
const unreached: CommandOf<"record-check-in"> = { ...unmet, met: "not-reached", said: "" };

const awaited = ({ case: theCase, policy }: Story, of: Policy = policy) =>
  awaitedCheckIn(theCase, { policy: of, calendar });

function reminders({ case: theCase, policy }: Story, today: string): string[] {
  return nextReminders(theCase, { policy, calendar, today }).map(
    ({ pledge: { about, entry }, step, on }) => `${about} ${entry}: ${step} ${on}`,
  );
}

describe("Asking whether an answer met the person's need", () => {
  it("is owed ten working days after it, or as many as the policy says, or not at all", () => {
    const story = storyUntil("answered");
    const { policy } = story;
    expect(awaited(story)).toEqual({ stage: 1, answered: "2026-11-10", due: "2026-11-24" });
    expect(awaited(story, { ...policy, checkIn: { workingDaysAfter: 3 } })?.due).toBe("2026-11-13");
    expect(awaited(story, { ...policy, checkIn: "none" })).toBeUndefined();
    expect(policyOf("ombudsman-enquiry").checkIn).toBe("none");
  });

  it("is reminded of once, on its day, and no longer when that is a month past", () => {
    const story = storyUntil("closed");
    expect(reminders(story, "2026-11-12")).toEqual(["check-in 1: today 2026-11-24"]);
    expect(reminders(story, "2026-12-25")).toEqual(["check-in 1: today 2026-11-24"]);
    expect(reminders(story, "2026-12-26")).toEqual([]);
    story.after("system", {
      ...{ type: "give-reminder", about: "check-in", entry: "1", step: "today" },
      ...{ due: "2026-11-24", to: ["tom"] },
    });
    expect(lastLine(story).what).toBe(
      "reminded person tom of asking the person whether the stage 1 answer met their need, due on Tue 24 Nov",
    );
    expect(reminders(story, "2026-11-24")).toEqual([]);
  });

  it.each<[string, (story: Story) => Story]>([
    ["is written down already", (story) => story.after(tom, unmet)],
    ["was tried in vain", (story) => story.after(tom, unreached)],
    [
      "is not wanted",
      (story) => story.after(tom, { type: "raise-flag", flag: "no-contact", words: "By phone." }),
    ],
    [
      "would break a limit to contact",
      (story) =>
        story.after(priya, {
          ...{ type: "restrict-conduct", what: "Letters only.", reason: "Threats." },
          ...{ until: "2027-02-01", reviewOn: "2026-11-25" },
        }),
    ],
    ["has been said unasked", (story) => story.after("citizen", writesAgain(story.now))],
    [
      "is about a letter that came back",
      (story) =>
        story.after("system", {
          ...{ type: "record-undelivered", letter: "response", stage: 1, text: letter },
          ...{ why: "550 User unknown", to: [] },
        }),
    ],
    [
      "is about what the person withdrew",
      (story) => story.after(tom, { type: "withdraw", reason: "She rang." }),
    ],
    ["is about an answer that is looked at again", (story) => stageTwo(grace, story)],
  ])("is not owed where it %s", (_why, happens) => {
    expect(awaited(happens(storyUntil("answered")))).toBeUndefined();
  });

  it("outlives the closing of the case", () => {
    expect(awaited(storyUntil("answered").after(priya, close))).toBeDefined();
  });
});

describe("A check-in", () => {
  it("keeps how it was done, when, what it came to and what they said", () => {
    const story = storyUntil("answered").after(tom, unmet);
    expect(story.case.checkIns).toEqual([
      {
        ...{ stage: 1, how: "phone", on: "2026-11-10", met: "no" },
        ...{ said: "The bin is still there.", recordedBy: { id: "tom", name: "Tom Okafor" } },
      },
    ]);
    expect(lastLine(story)).toEqual({
      what: "asked by phone on Tue 10 Nov whether the stage 1 answer met their need: it did not meet their need",
      kind: "mail",
      text: "The bin is still there.",
    });
  });

  it("is recorded once, or again after nobody was reached", () => {
    const story = storyUntil("answered").after(tom, unreached);
    expect(eventsOf(story.ask(tom, unmet))).toHaveLength(1);
    expect(story.case.checkIns).toMatchObject([{ met: "no" }]);
    expect(inTheWay(story, "record-check-in")).toContain("Tom Okafor has asked them already");
  });

  it.each<[string, Partial<CommandOf<"record-check-in">>, string]>([
    ["before the answer", { on: "2026-11-09" }, "before the answer went out"],
    ["on a day to come", { on: "2026-11-11" }, "has not come yet"],
    ["without what is still open", { said: "" }, "Write down what they said"],
    ["without what is open in part", { met: "partly", said: "" }, "Write down what they said"],
  ])("is not recorded %s", (_what, change, message) => {
    const asked: PersonCommand = { ...unmet, ...change };
    expect(refusalOf(storyUntil("answered").ask(tom, asked)).message).toContain(message);
  });

  it("comes with words to begin with, and with what is open to them by which day", () => {
    const story = storyUntil("answered");
    const { intro = [] } = formOf(story, "record-check-in", tom);
    expect(intro[0]).toContain(
      "“Hello, this is Tom Okafor from the council. On Tuesday 10 November 2026 we answered your complaint CMP-7K3Q-9D.",
    );
    expect(intro[1]).toMatch(/^Whoever is not satisfied can ask for stage 2.*“Take to stage 2”\.$/);
  });
});
