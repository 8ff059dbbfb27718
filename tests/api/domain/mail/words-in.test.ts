import { describe, expect, it } from "vitest";
import { quoted, wordsIn } from "#api/domain/mail/words-in.ts";

describe("the words a text holds", () => {
  it.each([
    ["bin", "Two bins were missed", ["bins"]],
    ["bus pass", "Our BUS PASSES have not come", ["BUS PASSES"]],
    ["lunch", "School lunches", ["lunches"]],
    ["complain", "Three complaints, no answer", ["complaints"]],
    ["complain", "My complaint is simple", ["complaint"]],
    ["damage", "The fence was damaged", ["damaged"]],
    ["park", "A parked car", ["parked"]],
    ["park", "Parking is dear", ["Parking"]],
    ["skip", "Fly skipping is a crime", ["skipping"]],
    ["mould", "The wall is mouldy", ["mouldy"]],
  ])("are found in their everyday forms: %s in “%s”", (word, text, found) => {
    expect(wordsIn(text, [word])).toEqual(found);
  });

  it.each([
    ["bin", "The cabinet met"],
    ["bin", "A dustbin was stolen"],
    ["bin", "They bind us"],
    ["again", "I have nothing against you"],
    ["rat", "The rates are high"],
  ])("are whole words: no %s in “%s”", (word, text) => {
    expect(wordsIn(text, [word])).toEqual([]);
  });

  it("may hold marks that mean themselves", () => {
    expect(wordsIn("The path by St. John's (rear) is dark", ["st. john's (rear)"])).toEqual([
      "St. John's (rear)",
    ]);
    expect(wordsIn("Stu Johns is late", ["st. john"])).toEqual([]);
  });

  it("are given in the order of what was looked for, each once", () => {
    expect(wordsIn("The lamp by the bin by the lamp", ["bin", "tree", "lamp"])).toEqual([
      "bin",
      "lamp",
    ]);
  });

  it("are quoted up to three", () => {
    expect(quoted(["bin"])).toBe("“bin”");
    expect(quoted(["bin", "lamp", "tree", "kerb"])).toBe("“bin”, “lamp”, “tree”");
  });
});
