import { describe, expect, it } from "vitest";
import { cutSignature } from "#api/domain/mail/signature.ts";

const letter = "The bins were missed again today.";

describe("a signature below a letter", () => {
  it.each(["-Joan", "— Joan Whitfield", "~ Joan M. O’Neill", "--Zoë"])(
    "is a name with a dash before it, as on paper: %s",
    (name) => {
      expect(cutSignature(`${letter}\n\n${name}\n`)).toEqual({
        text: letter,
        signature: `\n${name}\n`,
      });
    },
  );
});
