import { describe, expect, it } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const reply = "The bins were missed again today.";
const cut = (text: string, subject = "Re: Bins"): string => newTextOf({ subject, text }).text;

describe("a quotation above or below the new text", () => {
  it("leaves an answer that follows at once, as the last of the mail", () => {
    const asked = "> Would you rather have the crew back on Tuesday or in the course of Wednesday";
    expect(cut(`${asked}\nwednesday please`)).toBe("wednesday please");
  });

  it("begins at sender and date alone when the sender is an address or a number", () => {
    expect(
      cut(`${reply}\n\nFrom: complaints@wexcombe.gov.uk\nDate: 10 November 2026\n\nDear Joan,`),
    ).toBe(reply);
  });

  it("begins where somebody is said to have written on a day, in a reply alone", () => {
    const story = "On 9 November your officer wrote:\nWe will not come.";
    expect(cut(`${reply}\n\n${story}`, "Re: Bins")).toBe(reply);
    expect(cut(`${reply}\n\n${story}`, "Bins")).toBe(`${reply}\n\n${story}`);
  });
});
