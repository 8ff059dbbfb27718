import { describe, expect, it } from "vitest";
import { shortFingerprint } from "#api/domain/mail/campaign.ts";
import { lastingMarks } from "#api/domain/mail/lasting-marks.ts";
import { mailOf } from "./mail.ts";

const letter =
  "Please do not close the library in Mill Lane, which so many children and older people of our town rely on every day.";
const fingerprint = shortFingerprint(letter);
const quotation =
  "On 10 November the library wrote:\nThe library in Mill Lane closes on the last day of March because nobody can pay for its roof.";

describe("what a case keeps of the mail that began it", () => {
  it("is what its words are recognised by", () => {
    expect(fingerprint).toMatch(/^[0-9a-f]{96}$/);
    expect(lastingMarks(mailOf({ text: letter }))).toStrictEqual({ fingerprint });
  });

  it("is nothing for a text too short to be recognised", () => {
    expect(lastingMarks(mailOf({ text: "Save our library!" }))).toStrictEqual({});
  });

  it.each([
    ["by its headers", { headers: { "In-Reply-To": "<letter@wexcombe.gov.uk>" } }],
    ["by its subject", { subject: "Re: Library" }],
  ])("is of the new text alone in a mail that answers another %s", (_how, given) => {
    expect(lastingMarks(mailOf({ ...given, text: `${letter}\n\n${quotation}` }))).toStrictEqual({
      fingerprint,
    });
  });

  it("is of the whole text in a mail that tells what somebody wrote", () => {
    const text = `${letter}\n\n${quotation}`;
    expect(lastingMarks(mailOf({ subject: "Library", text }))).toStrictEqual({
      fingerprint: shortFingerprint(text),
    });
  });

  it("is whom else it was sent to, each once, but neither the mailbox nor its writer", () => {
    const to = ["complaints@wexcombe.gov.uk", "Helen.Marsh@wexcombe.gov.uk", ""];
    const cc = ["helen.marsh@wexcombe.gov.uk", "Joan.Whitfield@example.com", "mp@parliament.uk"];
    expect(lastingMarks(mailOf({ to, cc, text: "Save our library!" }))).toStrictEqual({
      alsoTo: ["helen.marsh@wexcombe.gov.uk", "mp@parliament.uk"],
    });
    const many = Array.from({ length: 40 }, (_, at) => `officer-${at}@wexcombe.gov.uk`);
    expect(lastingMarks(mailOf({ to: many, text: "Save our library!" })).alsoTo).toHaveLength(20);
  });

  it("is a filter's verdict too, if there is one", () => {
    expect(
      lastingMarks(mailOf({ text: "Cheap pills", headers: { "X-Spam-Flag": "YES" } })),
    ).toStrictEqual({ spamSign: "The mail filter marked it as spam." });
  });
});
