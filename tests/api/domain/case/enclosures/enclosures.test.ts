import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { enclosedWith } from "#api/domain/case/enclosures/rules.ts";
import { lastLine } from "../forms.ts";
import { helen, tom } from "../people.ts";
import { draft, hash, letter, otherLetter, refusalOf, storyUntil, submit } from "../story.ts";

const map = { id: hash("5"), name: "Map.pdf", type: "application/pdf", bytes: 4000 };
const photo = { id: hash("6"), name: "Photo.jpg", type: "image/jpeg", bytes: 4000 };
const enclose = (...files: readonly (typeof map)[]): PersonCommand => ({
  type: "enclose-files",
  files,
});
const leaveOut: PersonCommand = { type: "leave-out-file", file: map.id };

describe("Files that go with a letter", () => {
  it("are part of what is submitted, and stay with those words", () => {
    const story = storyUntil("investigating").after(tom, enclose(map, photo)).after(tom, leaveOut);
    expect(lastLine(story).what).toBe("left Map.pdf out of the stage 1 response");
    story.after(tom, submit(), [helen]);
    expect(enclosedWith(story.case, letter)).toEqual([photo]);
    expect(refusalOf(story.ask(tom, enclose(map))).kind).toBe("action-not-available");
  });

  it("cannot be others under words that were submitted before, as an old card would approve them", () => {
    const story = storyUntil("investigating").after(tom, submit(), [helen]);
    story.after(helen, { type: "return", text: letter, comment: "Add the map." });
    story.after(tom, enclose(map));
    expect(refusalOf(story.ask(tom, submit(), [helen])).message).toContain("other files");
    story.after(tom, leaveOut).after(tom, submit(), [helen]);
    expect(enclosedWith(story.case, letter)).toEqual([]);
  });

  it.each([
    [
      "too many of them",
      [1, 2, 3, 4, 5, 6].map((n) => ({ ...map, id: hash(`${n}`), name: `${n}` })),
      "At most 5 files go with a letter.",
    ],
    [
      "one that is too large",
      [{ ...map, bytes: 3_000_001 }],
      "Map.pdf is larger than 3 MB. Enclose it smaller.",
    ],
    [
      "the same one twice",
      [map, { ...map, name: "Copy.pdf" }],
      "Copy.pdf goes with the letter already. Leave that one out first.",
    ],
    [
      "two of one name",
      [map, { ...photo, name: map.name }],
      "Map.pdf goes with the letter already. Leave that one out first.",
    ],
  ])("are refused when there are %s", (_words, files, message) => {
    const story = storyUntil("investigating");
    expect(refusalOf(story.ask(tom, enclose(...files)))).toEqual({ kind: "not-possible", message });
  });

  it("may be five, of three million bytes each, and are named in the history", () => {
    const five = [1, 2, 3, 4, 5].map((n) => ({
      ...{ ...map, id: hash(`${n}`), name: `${n}.pdf`, bytes: 3_000_000 },
    }));
    const story = storyUntil("investigating").after(tom, enclose(...five));
    expect(story.case.enclosures).toHaveLength(5);
    expect(lastLine(story).what).toBe(
      "enclosed 1.pdf, 2.pdf, 3.pdf, 4.pdf, 5.pdf with the stage 1 response",
    );
  });

  it("are left out one by one, and only what is there", () => {
    const story = storyUntil("investigating");
    const nothingThere = refusalOf(story.ask(tom, leaveOut));
    expect(nothingThere.message).toContain("No file goes with the letter.");
    story.after(tom, enclose(photo));
    expect(refusalOf(story.ask(tom, leaveOut)).message).toBe(
      "That file does not go with the letter any more.",
    );
    expect(story.after(tom, enclose(map)).after(tom, leaveOut).case.enclosures).toEqual([photo]);
  });

  it("belong to their own words: another letter of the case has its own", () => {
    const story = storyUntil("investigating")
      .after(tom, enclose(map))
      .after(tom, submit(), [helen]);
    story.after(helen, { type: "return", text: letter, comment: "Shorter." });
    story
      .after(tom, leaveOut)
      .after(tom, draft(otherLetter))
      .after(tom, submit(otherLetter), [helen]);
    expect(enclosedWith(story.case, letter)).toEqual([map]);
    expect(enclosedWith(story.case, otherLetter)).toEqual([]);
    expect(enclosedWith(story.case, hash("9"))).toEqual([]);
  });
});
