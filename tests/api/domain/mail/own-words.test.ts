import { describe, expect, it } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const reply = "The bins were missed again today.";
const parts = (text: string, subject = "Bins") => newTextOf({ subject, text });
const only = (text: string) => ({ text, signature: "", quotes: false });
const passedOn =
  "---------- Forwarded message ---------\nFrom: Tom Reed <tom@example.com>\nDate: 10 November 2026\nSubject: Bins\n\nOur bins were missed.";

describe("the parts of a mail", () => {
  it("are told apart, and whether it quotes", () => {
    const text = `${reply}\n\nOn 10/11/2026 09:58, Wexcombe wrote:\n> Dear Joan\n\n-- \nJoan\n4 Quay Street`;
    expect(parts(text)).toEqual({
      text: reply,
      signature: "--\nJoan\n4 Quay Street",
      quotes: true,
    });
    expect(parts(reply)).toEqual(only(reply));
  });

  it("may be a signature alone", () => {
    expect(parts("-- \nJoan")).toEqual({ text: "", signature: "--\nJoan", quotes: false });
  });

  it("say that it answers by its headers where its subject does not", () => {
    const text = `${reply}\n\nOn 9 November your officer wrote:\nWe will not come.`;
    expect(newTextOf({ subject: "Bins", text, answers: true })).toEqual({
      ...only(reply),
      quotes: true,
    });
  });

  it("are read up to 200,000 characters", () => {
    const text = `${"a".repeat(199_999)}\nb`;
    expect(parts(text)).toEqual(only("a".repeat(199_999)));
  });
});

describe("a mail that somebody passes on without a word", () => {
  it.each(["Fw: Bins", "Re: Fwd: Bins", "Re: Bins", "Bins"])(
    "is their text, whatever it is called: %s",
    (subject) => {
      expect(parts(passedOn, subject)).toEqual(only(passedOn));
    },
  );

  it("is their text when it answers and its subject says that they pass it on", () => {
    expect(parts("> Our bins were missed.", "Re: Fwd: Bins")).toEqual(
      only("Our bins were missed."),
    );
  });

  it("is their text when it quotes something else too", () => {
    const text = `> Please see to it.\n\n${passedOn}`;
    expect(parts(text, "Re: Bins")).toEqual(only(`Please see to it.\n\n${passedOn}`));
  });

  it("keeps their signature apart", () => {
    expect(parts("> Our bins were missed.\n\n-- \nTom Reed", "Fw: Bins")).toEqual({
      text: "Our bins were missed.\n\n--\nTom Reed",
      signature: "--\nTom Reed",
      quotes: false,
    });
  });

  it("is nothing new when it merely answers", () => {
    expect(parts("> Our bins were missed.", "Re: Bins")).toEqual({ ...only(""), quotes: true });
  });

  it.each([
    [">Our bins\n>were missed.", "Our bins\nwere missed."],
    ["> > Our bins\n>> were missed.", "Our bins\nwere missed."],
    ["  > Our bins", "Our bins"],
    ["> Our bins\n>   were missed.", "Our bins\n  were missed."],
    ["&gt; Our bins\n&gt;&gt; were missed.", "Our bins\nwere missed."],
    ["> Our 3 > 2 bins", "Our 3 > 2 bins"],
  ])("loses the marks of its lines: %j", (text, unmarked) => {
    expect(parts(text, "Fw: Bins").text).toBe(unmarked);
  });
});

describe("a line that introduces a quotation and lost its break", () => {
  const quotation = "\n> Dear Joan,\n> Thank you.";
  const introduced = [
    "On 10/11/2026 09:58, Wexcombe Council wrote:",
    "On Tue, 10 Nov 2026 at 09:58, complaints@wexcombe.gov.uk wrote:",
    "On Tuesday, 10 November 2026 at 09:58, complaints@wexcombe.gov.uk wrote: ",
  ];

  it.each(introduced)("is taken from the words before it: %s", (line) => {
    expect(parts(`Thank you. ${line}${quotation}`).text).toBe("Thank you.");
    expect(parts(`Thank you.---${line}${quotation}`).text).toBe("Thank you.");
    expect(parts(`Thank you. -- ${line}${quotation}`).text).toBe("Thank you.");
    expect(parts(`${reply}\nThank you.--- ${line}${quotation}`).text).toBe(`${reply}\nThank you.`);
    const paragraph = "The bins were missed again today. ".repeat(40).trim();
    expect(parts(`${paragraph} ${line}${quotation}`).text).toBe(paragraph);
  });

  it("is told from a sentence that nothing quoted follows", () => {
    const text =
      "I asked. On Tue, 10 Nov 2026 at 09:58, complaints@wexcombe.gov.uk wrote:\nWe will not come.";
    expect(parts(text).text).toBe(
      "I asked. On Tue, 10 Nov 2026 at 09:58, complaints@wexcombe.gov.uk wrote:\nWe will not come.",
    );
  });

  it.each([
    "I asked what he wrote: On Tue, we will come.",
    "I know what Joan wrote:",
    "I know when. On no day Joan wrote:",
    "The shop on 4th Street wrote:",
  ])("is told from other sentences: %s", (sentence) => {
    expect(parts(`${sentence}${quotation}`).text).toBe(sentence);
  });
});

describe("what stays of a text", () => {
  it.each([
    ["the lines of a Windows program", "Dear Sir\r\nplease\r\n", "Dear Sir\nplease"],
    ["the lines of an old Macintosh", "Dear Sir\rplease\r", "Dear Sir\nplease"],
    ["separated lines", "Dear Sir\u2028please", "Dear Sir\nplease"],
    ["fixed blanks", "Dear\u00a0Sir", "Dear Sir"],
    ["marks without width", "\ufeffDear\u200b Sir", "Dear Sir"],
    ["blanks before a line", "I need:\n  a bin   \n  a bag", "I need:\n  a bin\n  a bag"],
    ["blank lines", "\n\nDear Sir\n \n\n\t\n\nplease\n\n", "Dear Sir\n\nplease"],
  ])("is as readable as it was written: %s", (_what, text, kept) => {
    expect(parts(text)).toEqual(only(kept));
  });
});

describe("the warning of a mail gateway", () => {
  it.each([
    "CAUTION: external sender.",
    "Caution - this message came from outside.",
    "  ** WARNING ** Do not trust links.",
    "External email: be careful, this is from outside.",
    "EXTERNAL SENDER\nDo not click unless you recognise who wrote it.",
    "[External message] Not from a trusted origin.",
    "External: unknown sender",
    "ALERT! This originated elsewhere.",
    "Attention: this is from an unknown sender.",
    "This email originated from outside the council.",
    "This e-mail came from outside our network.",
    "This message was sent from outside.",
    "This message has been sent from outside.",
    "This email is from outside the council.",
    "Attention\nThis mail\nwas not\nwritten\nby a trusted person",
    "CAUTION: this email\nis not one to be trusted.\nThink before you click.\nIT Services\nWexcombe",
    "WARNING: do not click unless you recognize the sender.",
  ])("is not what somebody wrote: %j", (warning) => {
    expect(parts(`${warning}\n\n${reply}`).text).toBe(reply);
    expect(parts(`${warning}\n  \n${reply}`).text).toBe(reply);
  });

  it.each([
    "I saw this. CAUTION: external sender.",
    "Caution: the path is icy.",
    "This email is about outside lamps",
    "Warnings do not help with unknown callers.",
  ])("is told from what somebody wrote: %j", (sentence) => {
    expect(parts(`${sentence}\n\n${reply}`).text).toBe(`${sentence}\n\n${reply}`);
  });

  it("stands in a paragraph of its own", () => {
    const text = `CAUTION: external sender.\n${reply}`;
    expect(parts(text).text).toBe(text);
  });
});
