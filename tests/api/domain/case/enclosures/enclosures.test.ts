import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { enclosedWith } from "#api/domain/case/enclosures/rules.ts";
import { lastLine } from "../forms.ts";
import { helen, tom } from "../people.ts";
import { hash, letter, refusalOf, storyUntil, submit } from "../story.ts";

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
    ],
    ["one that is too large", [{ ...map, bytes: 3_000_001 }]],
    ["the same one twice", [map, { ...map, name: "Copy.pdf" }]],
    ["two of one name", [map, { ...photo, name: map.name }]],
  ])("are refused when there are %s", (_words, files) => {
    const story = storyUntil("investigating");
    expect(refusalOf(story.ask(tom, enclose(...files))).kind).toBe("not-possible");
  });
});
