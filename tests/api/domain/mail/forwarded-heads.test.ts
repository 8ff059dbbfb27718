import { describe, expect, it } from "vitest";
import { forwardedMail } from "#api/domain/mail/forwarded-mail.ts";
import { mailOf } from "./mail.ts";

const isOfCouncil = (email: string) => email.toLowerCase().endsWith("@wexcombe.gov.uk");
const joan = { name: "Joan Whitfield", email: "joan@example.com" };
const from = "From: Joan Whitfield <joan@example.com>";
const rest = ["Sent: 09 November 2026 18:12", "To: Tom Okafor", "Subject: Bins"];
const body = ["", "My bin was missed again."];

const passedOn = (lines: readonly string[], subject = "FW: Bins") =>
  forwardedMail(mailOf({ subject, text: lines.join("\n") }), { isOfCouncil });

describe("who wrote a mail that is passed on", () => {
  it.each<[string, string, { name: string; email: string }]>([
    ["a name and an address", "Joan Whitfield <joan@example.com>", joan],
    ["a name in quotation marks", '"Joan Whitfield" <joan@example.com>', joan],
    ["a name in curly ones", "“Joan Whitfield” <joan@example.com>", joan],
    ["a name in single ones", "'Joan Whitfield' <joan@example.com>", joan],
    ["a name set apart by spaces", "  Joan   Whitfield\t<joan@example.com>", joan],
    ["a link", "Joan Whitfield [mailto:joan@example.com]", joan],
    ["a link in capitals", "Joan Whitfield <MAILTO:joan@example.com>", joan],
    ["brackets that are round", "Joan Whitfield (joan@example.com)", joan],
    ["bold type", "* Joan Whitfield <joan@example.com>*", joan],
    [
      "a name with an apostrophe",
      "Sean O'Brien <sean@example.com>",
      { name: "Sean O'Brien", email: "sean@example.com" },
    ],
    ["no name", "joan@example.com", { ...joan, name: "joan@example.com" }],
    ["no name but brackets", "<joan@example.com>", { ...joan, name: "joan@example.com" }],
    ["an address in quotation marks", "'joan@example.com'", { ...joan, name: "joan@example.com" }],
    ["an address in bold type", "**joan@example.com**", { ...joan, name: "joan@example.com" }],
    [
      "an address with everything that may stand in one",
      "J <j.o'neil+bins_2-x@mail.west-side.example.co.uk>",
      { name: "J", email: "j.o'neil+bins_2-x@mail.west-side.example.co.uk" },
    ],
  ])("is read from %s", (_what, value, writer) => {
    expect(passedOn([`From: ${value}`, ...rest, ...body])?.from).toEqual(writer);
  });

  it("is told without the subject, when the head has none", () => {
    expect(passedOn([from, ...rest.slice(0, 2), ...body])).toMatchObject({
      from: joan,
      subject: "",
    });
  });

  it.each([
    ["has no address of their own", ["From: Joan", ...rest]],
    ["has an address without a domain", ["From: joan@home", ...rest]],
    ["says too little", [from, "To: Tom Okafor"]],
    ["begins with those who had a copy", ["Cc: Tom", from, "Sent: Monday"]],
  ])("is not told by a head that %s", (_what, head) => {
    expect(passedOn([...head, ...body])).toBeUndefined();
  });
});

describe("the head of a mail that is passed on", () => {
  it.each<[string, string[]]>([
    ["a line that goes on", [from, "Sent: 09 November", "2026 18:12", "To: Tom", "Subject: Bins"]],
    [
      "those who had a copy, twice",
      [from, "Cc: A", "Sent: Monday", "Cc: B", "To: Tom", "Subject: Bins"],
    ],
    ["lines set apart", [from, "", "Sent: Monday", "", "", "To: Tom", "Subject: Bins"]],
    ["its fields in another order", ["Subject: Bins", "To: Tom", "Sent: Monday", from]],
    [
      "its fields in bold type",
      ["*From:* Joan Whitfield <joan@example.com>", "*Sent:* Monday", "*Subject:* Bins"],
    ],
    [
      "fields close to what they hold",
      ["From:Joan Whitfield <joan@example.com>", "Sent:Monday", "Subject:Bins"],
    ],
    [
      "fields in bold type as others mark it",
      [
        "__From:__ Joan Whitfield <joan@example.com>",
        "__Sent:__ Monday",
        "__To:__ Tom",
        "__Subject:__ Bins",
      ],
    ],
    [
      "underlined fields",
      ["_From:_ Joan Whitfield <joan@example.com>", "_Sent:_ Monday", "_Subject:_ Bins"],
    ],
  ])("may have %s", (_what, head) => {
    expect(passedOn([...head, ...body])).toMatchObject({
      from: joan,
      subject: "Bins",
      text: "My bin was missed again.",
    });
  });

  it.each([
    ["Importance: High", "Cc: A"],
    ["Cc: A", "Importance: High", "Attachments: bins.jpg"],
  ])("may end in several lines that nobody needs: %s, %s", (...last) => {
    expect(passedOn([from, ...rest, ...last, ...body])?.text).toBe("My bin was missed again.");
  });

  it.each([
    ["names those who have a copy", ["Missed again.", "Cc: my MP"]],
    ["holds an address as a letter does", ["One", "two", "three", "four", "To: the council"]],
  ])("ends before a mail that %s", (_what, mail) => {
    expect(passedOn([from, "Sent: Monday", "Subject: Bins", "", ...mail])?.text).toBe(
      mail.join("\n"),
    );
  });

  it.each(["> ", ">> ", "> > ", ">", "   > "])(
    "goes on in the next line of a quotation too: %s",
    (mark) => {
      const head = [from, "Subject: Bins in", "Quay Street", "To: Tom", "Sent: Monday", "", "Hi"];
      expect(passedOn(head.map((line) => `${mark}${line}`))?.subject).toBe("Bins in Quay Street");
    },
  );

  it("keeps a subject that goes on in the next line", () => {
    const head = [
      from,
      "Subject: Bins in Quay Street",
      " and Mill Lane",
      "To: Tom",
      "Sent: Monday",
    ];
    expect(passedOn([...head, ...body])?.subject).toBe("Bins in Quay Street and Mill Lane");
  });

  it("keeps a subject that speaks of hours", () => {
    const head = [from, "Sent: Monday", "Subject: Re: bins: 7:30"];
    expect(passedOn([...head, ...body])?.subject).toBe("Re: bins: 7:30");
  });

  it("ends where the mail begins, even one that begins like a head", () => {
    const mail = passedOn([from, ...rest, "", "To: whom it may concern", "Sent: in anger", "Joan"]);
    expect(mail?.text).toBe("To: whom it may concern\nSent: in anger\nJoan");
  });

  it("ends before a second one right below it", () => {
    const tom = [
      "From: Tom <tom@wexcombe.gov.uk>",
      "Sent: Tuesday",
      "To: Lee",
      "Subject: FW: Bins",
    ];
    expect(passedOn([...tom, from, ...rest, ...body])).toMatchObject({
      from: joan,
      subject: "Bins",
      text: "My bin was missed again.",
      words: "",
    });
  });

  it("is not longer than anybody's", () => {
    const copies = Array.from({ length: 30 }, (_, at) => `Cc: ${at}@example.org`);
    expect(passedOn([from, ...copies, ...rest, ...body])).toBeUndefined();
  });
});

describe("the words of a mail that is passed on", () => {
  it("are those below its head, without what its lines end and gape in", () => {
    const mail = passedOn([from, ...rest, "", "One  ", "", "", "", " two", "\t", ""]);
    expect(mail?.text).toBe("One\n\n two");
  });

  it.each([
    ["a mail program", (line: string) => `> ${line}`],
    ["one that saves spaces", (line: string) => `>${line}`],
    ["one that sets in", (line: string) => `  > ${line}`],
  ])("are given back as they were when they were quoted by %s", (_by, quoted) => {
    const mail = [from, ...rest, "", "One", "", "> They said two > one."].map(quoted);
    expect(passedOn(["See below.", "", ...mail])).toMatchObject({
      from: joan,
      subject: "Bins",
      text: "One\n\n> They said two > one.",
      words: "See below.",
    });
  });

  it("keep the quotations within them when they were not", () => {
    expect(passedOn([from, ...rest, "", "> You wrote: sorry.", "No."])?.text).toBe(
      "> You wrote: sorry.\nNo.",
    );
  });

  it.each([
    ["\r\n", "as most write them"],
    ["\r", "as old Macintoshes wrote them"],
  ])("are told apart by their line ends %#", (end) => {
    const text = [from, ...rest, "", "One", "two"].join(end);
    expect(forwardedMail(mailOf({ subject: "FW: Bins", text }), { isOfCouncil })?.text).toBe(
      "One\ntwo",
    );
  });
});

describe("the words of whoever passes it on", () => {
  const words = (...own: readonly string[]) => passedOn([...own, from, ...rest, ...body])?.words;

  it.each([
    ["underscores", "________________________________"],
    ["hyphens", "-----"],
    ["equal signs", "  ==========  "],
    ["stars", "*****"],
    ["words", "---------- Forwarded message ---------"],
  ])("end without the line of %s above the mail", (_what, line) => {
    expect(words("Tom, yours?", "", line)).toBe("Tom, yours?");
  });

  it.each(["----", "-- ", "*****urgent*****", "See ----- below", "-----x"])(
    "keep a line that is none: %s",
    (line) => {
      expect(words("Tom,", line, "")).toBe(`Tom,\n${line}`.trim());
    },
  );

  it("keep their lines, and gape no further than a letter does", () => {
    expect(words("Tom,", "", "", "", "yours?", "Lee")).toBe("Tom,\n\nyours?\nLee");
  });

  it("are none when they wrote nothing", () => {
    expect(words()).toBe("");
  });

  it("end where nobody reads on", () => {
    expect(words("x".repeat(3000))).toHaveLength(2000);
  });
});

describe("attached mails", () => {
  const attached = (...emails: readonly string[]) =>
    emails.map((email) => ({ from: { name: "A", email }, subject: "Bins", text: "Missed." }));
  const of = (...emails: readonly string[]) =>
    forwardedMail(mailOf({ subject: "Log", text: "Two\n\n\n\nof hers." }), {
      isOfCouncil,
      attached: attached(...emails),
    });

  it.each<[string, string[]]>([
    ["one of hers", ["joan@example.com"]],
    ["two of hers", ["joan@example.com", "Joan@Example.com"]],
    ["one of hers and a colleague's", ["tom@wexcombe.gov.uk", "joan@example.com"]],
    ["one of hers and one from nobody", ["", "joan@example.com"]],
  ])("are passed on as the first of hers: %s", (_what, emails) => {
    expect(of(...emails)).toMatchObject({
      from: { email: "joan@example.com" },
      subject: "Bins",
      text: "Missed.",
      words: "Two\n\nof hers.",
    });
  });

  it.each<[string, string[]]>([
    ["a colleague's only", ["tom@wexcombe.gov.uk"]],
    ["nobody's", [""]],
    ["two people's", ["joan@example.com", "beth@example.org"]],
  ])("are nobody's to log when they are %s", (_what, emails) => {
    expect(of(...emails)).toBeUndefined();
  });
});
