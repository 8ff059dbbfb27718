import { describe, expect, it } from "vitest";
import { effectsOf } from "#api/domain/case/effects.ts";
import type { CaseCommand, SystemCommand } from "#api/domain/case/commands.ts";
import { listedCase } from "#api/domain/case/listed-case.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { fieldOf, formOf } from "../forms.ts";
import { tom } from "../people.ts";
import {
  eventsOf,
  letter,
  lgsco,
  mail,
  otherLetter,
  refusalOf,
  storyUntil,
  writesAgain,
  type Asker,
  type Story,
} from "../story.ts";

const why = "550 5.1.1 User unknown";
const neverLeft: SystemCommand = {
  ...{ type: "record-undelivered", letter: "response", stage: 1, why, text: letter, to: [tom.id] },
};
const cameBack = (stage = 1): SystemCommand => ({
  ...{ ...neverLeft, stage, mail: mail("2026-11-10T11:00:00.000Z", "d") },
});

/** What Redress owes the world once this has been done. */
function owed(story: Story, who: Asker, command: CaseCommand) {
  const decision = story.ask(who, command);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value.events.flatMap((event) => effectsOf(event, decision.value.after));
}

const needsLook = (story: Story): boolean =>
  listedCase(story.case, lgsco, shippedCalendar()).sendingProblem;

describe("a letter that came back", () => {
  it("is told once, however many reports on it come", () => {
    const story = storyUntil("answered");
    expect(owed(story, "system", cameBack())).toMatchObject([
      { kind: "tell", person: tom.id, occasion: { kind: "letter-undelivered", why } },
    ]);
    expect(owed(story, "system", cameBack())).toEqual([]);
    expect(story.case.undelivered).toHaveLength(1);
  });

  it("is one of several where its kind, its stage or its words are known to differ", () => {
    const other = (change: object) => ({ ...cameBack(), ...change });
    const { text: _unknown, ...wordless } = cameBack() as { text: string };
    for (const [command, isNews] of [
      [other({ stage: 2 }), true],
      [other({ letter: "acknowledgement" }), true],
      [other({ text: otherLetter }), true],
      [wordless as SystemCommand, false],
    ] as const) {
      const story = storyUntil("answered").after("system", cameBack()).after("system", command);
      expect(story.case.undelivered).toHaveLength(isNews ? 2 : 1);
    }
    const unread = storyUntil("answered").after("system", wordless as SystemCommand);
    expect(unread.after("system", cameBack()).case.undelivered).toHaveLength(1);
  });

  it("whose words are not kept is posted, not sent again to a mended address", () => {
    const { text: _unknown, ...wordless } = cameBack() as { text: string };
    const story = storyUntil("answered").after("system", wordless as SystemCommand);
    const email = "joan@example.net";
    expect(eventsOf(story.ask(tom, { type: "mend-address", email }))).toEqual([
      { type: "address-mended", email, undelivered: [] },
    ]);
    expect(needsLook(story)).toBe(true);
  });

  it("leaves what the council did and when as it was, and answers nothing for the person", () => {
    const before = storyUntil("answered");
    const { stages, status, answeredBack, replyTo } = before.case;
    expect(before.after("system", cameBack()).case).toMatchObject({ stages, status, replyTo });
    expect(before.case.answeredBack).toBe(answeredBack);
  });

  it("stands on the case and in its lists until somebody posts it", () => {
    const story = storyUntil("answered").after("system", cameBack());
    expect(needsLook(story)).toBe(true);
    const post = (on: string, undelivered = "1") =>
      story.ask(tom, { type: "post-again", undelivered, channel: "letter", on });
    expect(refusalOf(post("2026-11-09")).message).toContain("before it came back");
    expect(refusalOf(post("2026-11-11")).message).toContain("has not come yet");
    expect(refusalOf(post("2026-11-10", "2")).kind).toBe("not-possible");
    expect(eventsOf(post("2026-11-10"))).toMatchObject([
      { type: "letter-posted", letter: "response", stage: 1, channel: "letter" },
    ]);
    expect(needsLook(story)).toBe(false);
    expect(refusalOf(post("2026-11-10")).kind).toBe("not-possible");
  });

  it("is not said to have come back when no mail could carry it", () => {
    const hints = [cameBack(), neverLeft].map((command) => {
      const form = formOf(storyUntil("answered").after("system", command), "post-again");
      return fieldOf(form, "undelivered");
    });
    expect(hints).toMatchObject([
      { choices: [{ hint: "Came back on Tue 10 Nov" }] },
      { choices: [{ hint: "Could not be sent on Tue 10 Nov" }] },
    ]);
  });

  it("goes, as it was, to an address that somebody mends, and so does all that follows", () => {
    const story = storyUntil("answered")
      .after("citizen", writesAgain("2026-11-10T10:30:00.000Z"))
      .after("system", cameBack());
    const same = story.ask(tom, { type: "mend-address", email: "JOAN@example.com" });
    expect(refusalOf(same).message).toContain("came back from");
    const email = "joan.whitfield@example.org";
    expect(owed(story, tom, { type: "mend-address", email })).toMatchObject([
      { kind: "send-again", letter: "response", stage: 1, text: letter },
    ]);
    expect(story.case.complainant.email).toBe(email);
    expect(story.case.replyTo).toBeUndefined();
    expect(needsLook(story)).toBe(false);
    expect(owed(story, "system", cameBack()), "and from there it may come back").toHaveLength(1);
  });

  it("asks nothing of whoever has the case when it was a notice to a colleague", () => {
    const story = storyUntil("answered");
    story.after("system", {
      ...{ type: "record-undelivered", letter: "notice", stage: 1, why },
      ...{ reader: { id: "helen", name: "Helen Marsh" }, to: [] },
    });
    expect(story.case.undelivered).toEqual([]);
  });

  it("is nothing to deal with where none came back", () => {
    const story = storyUntil("answered");
    const email = "a@example.org";
    const post = {
      type: "post-again",
      undelivered: "1",
      channel: "letter",
      on: "2026-11-10",
    } as const;
    for (const command of [{ type: "mend-address", email }, post] as const) {
      expect(refusalOf(story.ask(tom, command)).message).toContain("Every letter has arrived");
    }
  });
});
