import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { newestWords } from "#api/domain/case/response/versions.ts";
import { helen, priya, tom } from "../people.ts";
import {
  draft,
  eventsOf,
  hash,
  letter,
  otherLetter,
  refusalOf,
  storyUntil,
  submit,
  type Story,
} from "../story.ts";

const words = (digit: string, more: { from?: string; keep?: boolean } = {}): PersonCommand => ({
  type: "save-draft",
  text: hash(digit),
  ...more,
});

/** Every text that the history holds a version of, and whose it is. */
const versionsIn = (story: Story): string[] =>
  story.events.flatMap((event) => {
    if (event.type !== "draft-saved") return [];
    const saver = event.by.kind === "person" ? event.by.name : "Redress";
    return [`${event.writer?.name ?? saver}: ${event.text.slice(0, 1)}`];
  });

describe("the versions of a letter", () => {
  it("are few: what one author saves every few seconds is one text that is being written", () => {
    const story = storyUntil("investigating");
    const { length } = story.events;
    for (const digit of ["4", "5", "6"]) story.after(tom, words(digit));
    expect(story.events).toHaveLength(length);
    expect(newestWords(story.case)).toMatchObject({ text: hash("6"), savedBy: tom.id, draft: 2 });
  });

  it("hold what was there before a pause, when its author goes on, with the time it was written", () => {
    const story = storyUntil("investigating").after(tom, words("4"));
    const { writing } = story.case;
    expect(eventsOf(story.waits(5).ask(tom, words("5")))).toEqual([
      { type: "draft-saved", stage: 1, draft: 2, text: hash("4"), writtenAt: writing?.at },
    ]);
    expect(newestWords(story.case)?.text).toBe(hash("5"));
  });

  it("are never further back than twenty minutes, however long somebody writes without a pause", () => {
    const story = storyUntil("investigating");
    const { length } = story.events;
    for (let minute = 0; minute < 60; minute += 1) {
      story.after(tom, words(minute % 2 === 0 ? "4" : "5"));
    }
    expect(story.events.length - length).toBeGreaterThanOrEqual(2);
    expect(story.events.length - length).toBeLessThanOrEqual(4);
  });

  it("hold what a colleague wrote before somebody else goes on, under the colleague's name", () => {
    const story = storyUntil("investigating").after(tom, words("4")).after(priya, words("5"));
    expect(versionsIn(story).slice(-2)).toEqual([`${tom.name}: 4`, `${priya.name}: 5`]);
    expect(story.case.stages[0]?.writers).toEqual([tom.id, priya.id]);
  });

  it("hold both texts when one is put in the other's place on purpose", () => {
    const story = storyUntil("investigating").after(tom, words("4"));
    story.after(tom, words("5", { from: hash("4"), keep: true }));
    expect(versionsIn(story).slice(-2)).toEqual([`${tom.name}: 4`, `${tom.name}: 5`]);
  });

  it("hold what somebody keeps on purpose, once", () => {
    const story = storyUntil("investigating").after(tom, words("4"));
    expect(eventsOf(story.ask(tom, words("4", { keep: true })))).toHaveLength(1);
    expect(eventsOf(story.ask(tom, words("4", { keep: true })))).toEqual([]);
    expect(story.case.writing).toBeUndefined();
  });

  it("hold exactly what was submitted", () => {
    const story = storyUntil("investigating").after(tom, words("4"));
    expect(refusalOf(story.ask(tom, submit(letter), [helen]))).toMatchObject({
      kind: "changed-since",
    });
    const submitted = eventsOf(story.ask(tom, submit(hash("4")), [helen]));
    expect(submitted).toMatchObject([
      { type: "draft-saved", draft: 2, text: hash("4") },
      { type: "response-submitted", text: hash("4") },
    ]);
  });
});

describe("saving", () => {
  it.each([
    ["a colleague's newer words", priya],
    ["one's own, saved in another window", tom],
  ])("is refused over %s", (_whose, other) => {
    const story = storyUntil("investigating").after(other, words("4", { from: letter }));
    story.after(other, words("6", { from: hash("4") }));
    const mine = words("5", { from: letter });
    expect(refusalOf(story.ask(tom, mine))).toMatchObject({ kind: "changed-since" });
    expect(newestWords(story.case)?.text).toBe(hash("6"));
  });

  it("takes what a closing window sends once more before it has heard, and keeps both", () => {
    const story = storyUntil("investigating").after(tom, words("4", { from: letter }));
    story.after(tom, words("5", { from: letter }));
    expect(versionsIn(story).slice(-1)).toEqual([`${tom.name}: 4`]);
    expect(newestWords(story.case)?.text).toBe(hash("5"));
  });

  it("is refused to somebody who began when there was no draft, once there is one", () => {
    const story = storyUntil("investigating");
    const late = words("5", { from: "" });
    expect(refusalOf(story.ask(priya, late))).toMatchObject({ kind: "changed-since" });
  });

  it("is not refused for words that are the newest already", () => {
    const story = storyUntil("investigating").after(tom, draft(otherLetter));
    const again = { ...draft(otherLetter), from: letter } as const;
    expect(eventsOf(story.ask(tom, again))).toEqual([]);
  });

  it("loses no author's last words, whoever saves what from whatever they had before them", () => {
    const step = fc.record({
      who: fc.boolean(),
      digit: fc.integer({ min: 1, max: 15 }),
      behind: fc.boolean(),
      pause: fc.nat(8),
      over: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const story = storyUntil("investigating");
        const seen = new Map([
          [tom.id, letter],
          [priya.id, letter],
        ]);
        const lastAccepted = new Map<string, string>();
        for (const { who, digit, behind, pause, over } of steps) {
          const author = who ? tom : priya;
          const newest = newestWords(story.case)?.text ?? "";
          const from = behind ? (seen.get(author.id) ?? "") : newest;
          const text = hash(digit.toString(16));
          const saved = story
            .waits(pause)
            .ask(author, { type: "save-draft", text, from, keep: over });
          if (saved.ok) {
            seen.set(author.id, text);
            if (text !== newest) lastAccepted.set(author.id, text);
          } else expect(newestWords(story.case)?.text).toBe(newest);
        }
        const known = new Set([
          ...story.events.flatMap((event) => (event.type === "draft-saved" ? [event.text] : [])),
          story.case.writing?.text,
        ]);
        for (const text of lastAccepted.values()) expect(known).toContain(text);
      }),
    );
  });
});
