import { describe, expect, it } from "vitest";
import { languageOf } from "#api/domain/mail/language.ts";

describe("the language of a text", () => {
  it.each(["Xqzv brrk plmf wqty", "Whitfield, Okonkwo, Szymański"])(
    "is unknown where the words tell too little: %s",
    (text) => {
      expect(languageOf(text)).toBe("und");
    },
  );
});
