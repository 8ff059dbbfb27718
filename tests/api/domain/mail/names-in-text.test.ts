import { describe, expect, it } from "vitest";
import { factsIn } from "#api/domain/mail/facts-in-text.ts";

describe("the name in a text", () => {
  it.each([
    ["My name is Joan Whitfield and I rent.", "Joan Whitfield"],
    ["Hello, this is Tom Reed.", "Tom Reed"],
    ["I am Siân Ap-Rhys, of Mill Lane", "Siân Ap-Rhys"],
    ["my name is Mrs. Joan M. O’Neill", "Mrs. Joan M. O’Neill"],
    ["This is Dr Łucja Żak", "Dr Łucja Żak"],
    ["I am Councillor Joan Anne Whitfield, as you know", "Councillor Joan Anne Whitfield"],
  ])("is how they introduce themselves: %s", (text, name) => {
    expect(factsIn(text, "jw").name).toBe(name);
  });

  it.each([
    "Kind regards",
    "Kindest regards,",
    "Best wishes,",
    "Warm regards",
    "Many thanks,",
    "With thanks,",
    "With kind regards,",
    "Warmest wishes",
    "Regards,",
    "Yours sincerely,",
    "YOURS FAITHFULLY",
    "Yours truly,",
    "Yours in anticipation",
    "Thanks",
    "Thanks again!",
    "Thank you.",
    "Cheers,",
    "Sincerely,",
    "  Regards -  ",
  ])("stands below the closing words: %s", (closing) => {
    expect(factsIn(`Please act.\n\n${closing}\n\n  Tom Reed,\nMill Lane`, "treed").name).toBe(
      "Tom Reed",
    );
    expect(factsIn(`${closing}\nMr Tom J. Reed\n`, "treed").name).toBe("Mr Tom J. Reed");
  });

  it.each([
    ["after closing words in a sentence", "Best wishes to all\nTom Reed"],
    ["without closing words", "Tom Reed\nMill Lane\nPlease act."],
    ["below a sentence of thanks", "Thanks\nfor nothing at all\nTom Reed"],
    ["of one word", "Regards\nTom"],
    ["of a firm", "Regards\nReed & Sons"],
    ["that never comes", "Please act.\nRegards\n\n"],
    ["in the middle of a word", "Sami am Tom Reed"],
  ])("is not one %s", (_what, text) => {
    expect(factsIn(text, "Joan Whitfield").name).toBe("Joan Whitfield");
    expect(factsIn(text).name).toBeUndefined();
  });

  it.each(["joan@example.com", "Flat 3", ""])("is not what the mail shows as %j", (shown) => {
    expect(factsIn("Please act.", shown).name).toBeUndefined();
  });
});

describe("the facts in a text", () => {
  it("are nothing when it says nothing of its writer", () => {
    expect(factsIn("Please act.")).toStrictEqual({});
  });

  it("are read from its beginning, where people introduce themselves", () => {
    expect(factsIn(`${"Please act. ".repeat(700)} I live in WX1 3RB.`)).toEqual({});
  });
});
