import { describe, expect, it } from "vitest";
import { reasonWords, whyNoCaseYet } from "#api/domain/mail/outcome-words.ts";

describe("why a mail had no case at first", () => {
  it.each([
    ["own-mail", "sent by this mailbox itself"],
    ["loop", "going round in a loop"],
    ["delivery-report", "a report on a mail that could not be delivered"],
    ["read-receipt", "a receipt for a mail that was read"],
    ["abuse-report", "a report from another mail system"],
    ["automatic-reply", "an automatic reply"],
    ["bulk-mail", "a newsletter or mailing list"],
  ])("is told in words for the machine mail that the ledger calls %s", (reason, words) => {
    expect(whyNoCaseYet({ outcome: "machine", reason })).toBe(
      `Redress had taken it for machine mail: ${words}.`,
    );
  });

  it.each([
    [{ name: "Tom Reed" }, "Not for us", "Tom Reed had set it aside: Not for us."],
    [{ name: "Tom Reed" }, "Not for us.", "Tom Reed had set it aside: Not for us."],
    [{ name: "Tom Reed" }, "Is it for us? No!", "Tom Reed had set it aside: Is it for us? No!"],
    [undefined, "See U.S. desk", "Somebody had set it aside: See U.S. desk."],
  ])("is told in the words of who set it aside: %j, %s", (by, reason, sentence) => {
    expect(whyNoCaseYet({ outcome: "set-aside", reason, ...(by && { by }) })).toBe(sentence);
  });

  it("is a machine's reason as a sentence, and a person's as they wrote it", () => {
    expect(reasonWords("loop")).toBe("Going round in a loop");
    expect(reasonWords("A circular from the bank")).toBe("A circular from the bank");
  });
});
