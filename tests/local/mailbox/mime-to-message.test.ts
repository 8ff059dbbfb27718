import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseMail } from "#local/mailbox/mime-to-message.ts";

/** A mail's bytes: texts as UTF-8, buffers as they are. */
const raw = (...pieces: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const from = "From: Joan <joan@example.com>\n";
const base64 = (text: string, charset: string): string => encode(text, charset).toString("base64");

describe("who wrote a mail", () => {
  test.each([
    ["a quoted name", `"Whitfield, Joan" <joan@example.com>`, "Whitfield, Joan"],
    [
      "a name with a comma that nobody quoted",
      `Whitfield, Joan <joan@example.com>`,
      "Whitfield, Joan",
    ],
    ["a name behind the address", `joan@example.com (Joan Whitfield)`, "Joan Whitfield"],
    ["a name without brackets after it", `Joan Whitfield joan@example.com`, "Joan Whitfield"],
    ["an encoded name", `=?utf-8?Q?Jos=C3=A9_Ruiz?= <joan@example.com>`, "José Ruiz"],
    [
      "an encoded name in quotation marks",
      `"=?utf-8?B?${base64("José Ruiz", "utf8")}?=" <joan@example.com>`,
      "José Ruiz",
    ],
    ["an encoded address", `Joan <=?utf-8?Q?joan@example.com?=>`, "Joan"],
    ["an address alone", `joan@example.com`, "joan@example.com"],
    ["a link to mail", `Joan <mailto:joan@example.com>`, "Joan"],
  ])("is read from %s", async (_how, value, name) => {
    const mail = await parseMail(raw(`From: ${value}\nSubject: x\n\nHi`));
    expect(mail.from).toEqual({ name, address: "joan@example.com" });
  });

  test.each([
    ["Sender", "Sender: Joan <joan@example.com>\n", "Joan"],
    ["Return-Path", "Return-Path: <joan@example.com>\n", "joan@example.com"],
    ["Reply-To", "Reply-To: Joan <joan@example.com>\n", "Joan"],
  ])("is read from %s when From is missing", async (_header, line, name) => {
    expect((await parseMail(raw(line, "\nHi"))).from).toEqual({
      name,
      address: "joan@example.com",
    });
  });

  test("may have a name and no address, as daemons do", async () => {
    expect((await parseMail(raw("From: MAILER-DAEMON <>\n\nHi"))).from).toEqual({
      name: "MAILER-DAEMON",
      address: "",
    });
  });
});

describe("a subject", () => {
  test.each([
    ["raw UTF-8", raw("Größe – zu klein"), "Größe – zu klein"],
    ["raw Western bytes", latin1("caf\xe9"), "café"],
    [
      "raw bytes of the body's charset",
      raw(encode("Привет", "koi8-r"), "\nContent-Type: text/plain; charset=koi8-r"),
      "Привет",
    ],
    ["raw Japanese shifts", latin1("\x1b$B$3$s\x1b(B"), "こん"],
    ["a character cut in two between words", "=?utf-8?B?4w==?= =?utf-8?B?gYI=?=", "あ"],
    ["words that spell one charset in two ways", "=?utf-8?Q?x=C3?= =?UTF-8?Q?=A9?=", "xé"],
    ["UTF-7", "=?utf-7?Q?caf+AOk-?=", "café"],
    ["a word that was cut off", "=?utf-8?Q?caf=C3=A9", "café"],
    ["a Chinese charset", `=?gb2312?B?${base64("你好", "gbk")}?=`, "你好"],
    ["an unknown charset", "=?x-strange?Q?caf=E9?=", "café"],
    ["a folded word with blanks in it", "=?utf-8?Q?a b?=\n =?utf-8?Q?_c?=", "a b c"],
  ])("survives %s", async (_how, subject, text) => {
    const mail = raw(from, "Subject: ", subject, "\n\nHi");
    expect((await parseMail(mail)).subject).toBe(text);
  });
});

describe("a text", () => {
  test.each([
    ["undeclared Western bytes", "", latin1("D\xe9j\xe0 \xa350"), "Déjà £50"],
    [
      "bytes that are not the UTF-8 they say",
      "Content-Type: text/plain; charset=utf-8\n",
      latin1("D\xe9j\xe0"),
      "Déjà",
    ],
    [
      "UTF-8 that says it is Western",
      "Content-Type: text/plain; charset=iso-8859-1\n",
      raw("Déjà"),
      "Déjà",
    ],
    [
      "undeclared Cyrillic",
      "",
      encode("Привет, мусор не вывезли", "win1251"),
      "Привет, мусор не вывезли",
    ],
    [
      "undeclared Cyrillic of Unix",
      "",
      encode("Привет, мусор не вывезли", "koi8-r"),
      "Привет, мусор не вывезли",
    ],
    [
      "undeclared Japanese",
      "",
      encode("ごみが収集されませんでした", "shift_jis"),
      "ごみが収集されませんでした",
    ],
    [
      "undeclared Chinese",
      "",
      encode("垃圾没有收集，请尽快处理", "gbk"),
      "垃圾没有收集，请尽快处理",
    ],
    ["a DOS charset", "Content-Type: text/plain; charset=cp850\n", encode("Déjà", "cp850"), "Déjà"],
    ["UTF-7", "Content-Type: text/plain; charset=utf-7\n", raw("caf+AOk-"), "café"],
    [
      "an unknown charset",
      "Content-Type: text/plain; charset=x-strange\n",
      latin1("D\xe9j\xe0"),
      "Déjà",
    ],
    [
      "plain lines after base64",
      "Content-Transfer-Encoding: base64\n",
      raw("SGVsbG8=\n-- \nfooter"),
      "Hello\n-- \nfooter",
    ],
    [
      "words that were never base64",
      "Content-Transfer-Encoding: base64\n",
      raw("Hello council"),
      "Hello council",
    ],
    [
      "careless quoted-printable",
      "Content-Transfer-Encoding: quoted-printable\n",
      raw("caf=C3=A9 100=% a=\nb"),
      "café 100=% ab",
    ],
  ])("is read from %s", async (_how, ...[header, body, text]) => {
    expect((await parseMail(raw(from, header, "\n", body))).body.text).toBe(text);
  });

  test.each([
    [
      "line ends of an old Macintosh",
      "From: joan@example.com\rSubject: x\r\rHello\rthere",
      "Hello\nthere",
    ],
    [
      "a postmark before the header",
      "From joan@example.com Tue Nov 10 09:58:00 2026\nFrom: joan@example.com\n\nHello",
      "Hello",
    ],
    ["blank lines before the header", "\n\nFrom: joan@example.com\n\nHello", "Hello"],
    [
      "no blank line after the header",
      "From: joan@example.com\nSubject: x\nHello council.\nBye",
      "Hello council.\nBye",
    ],
    [
      "a boundary that does not match",
      'From: joan@example.com\nContent-Type: multipart/mixed; boundary="A"\n\n--B\nContent-Type: text/plain\n\nHello\n--B--\n',
      "Hello",
    ],
    [
      "no boundary at all",
      "From: joan@example.com\nContent-Type: multipart/mixed\n\n--B\nContent-Type: text/plain\n\nHello\n--B--\n",
      "Hello",
    ],
    [
      "parts without a header that says so",
      "From: joan@example.com\n\n--B\nContent-Type: text/plain\n\nHello\n--B--\n",
      "Hello",
    ],
    [
      "parts that never end",
      "From: joan@example.com\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nHello",
      "Hello",
    ],
    [
      "HTML alone",
      "From: joan@example.com\nContent-Type: text/html\n\n<p>Hello<br>there</p>",
      "Hello\nthere",
    ],
    [
      "an HTML reply",
      'From: joan@example.com\nContent-Type: text/html\n\n<p>Hello</p><blockquote type="cite"><p>Dear Joan</p></blockquote><div class="gmail_signature">Joan</div>',
      "Hello\n\n> Dear Joan\n\n--\nJoan",
    ],
    [
      "HTML nested without an end",
      `From: joan@example.com\nContent-Type: text/html\n\nHello${"<div>".repeat(5000)}`,
      "Hello",
    ],
    [
      "an invitation",
      "From: joan@example.com\nContent-Type: text/calendar\n\nBEGIN:VEVENT\nDESCRIPTION:Come and see\\n the\n  bins\nEND:VEVENT",
      "Come and see\n the bins",
    ],
  ])("is read in spite of %s", async (_how, mail, text) => {
    expect((await parseMail(raw(mail))).body.text).toBe(text);
  });
});

describe("an attachment's name", () => {
  test.each([
    [
      "continued and encoded",
      "Content-Type: application/pdf;\n name*0*=UTF-8''caf%C3;\n name*1*=%A9.pdf",
      "café.pdf",
    ],
    ["an encoded word", "Content-Type: application/pdf; name==?utf-8?B?w6kucGRm?=", "é.pdf"],
    [
      "encoded words over two lines",
      'Content-Disposition: attachment; filename="=?iso-8859-1?Q?=E9?=\n =?iso-8859-1?Q?t=E9.png?="',
      "été.png",
    ],
    [
      "blanks that nobody quoted",
      "Content-Disposition: attachment; filename=my file.doc",
      "my file.doc",
    ],
    ["raw bytes", 'Content-Disposition: attachment; filename="Müll.doc"', "Müll.doc"],
  ])("survives as %s", async (_how, header, name) => {
    const mail = `${from}Content-Type: multipart/mixed; boundary=B\n\n--B\n\nHi\n--B\n${header}\n\nx\n--B--\n`;
    expect((await parseMail(raw(mail))).attachments.map((each) => each.name)).toEqual([name]);
  });

  test("is given to a returned mail that says nothing of itself", async () => {
    const mail = `${from}Content-Type: multipart/mixed; boundary=B\n\n--B\n\nFailed\n--B\nReceived: from a\nMessage-ID: <a@b>\nFrom: c@d.example\nSubject: Bins\n\nHi\n--B--\n`;
    expect((await parseMail(raw(mail))).attachments).toMatchObject([
      { contentType: "message/rfc822", kind: "item" },
    ]);
  });
});

describe("files that old programs put into a mail", () => {
  test("are taken out of the text they were uuencoded into", async () => {
    const mail = await parseMail(raw(from, "\nHello\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye"));
    expect(mail.body.text).toBe("Hello\nBye");
    expect(mail.attachments).toMatchObject([{ name: "cat.txt", bytes: Buffer.from("Cat") }]);
  });

  test.each(["begin 644 the work\nand finish it, please", "begin 644 x\n#0V%T"])(
    "are no files when somebody only writes so: %s",
    async (text) => {
      expect(await parseMail(raw(from, "\n", text))).toMatchObject({
        body: { text },
        attachments: [],
      });
    },
  );

  test("are unwrapped from Outlook's winmail.dat, with its text and long names", async () => {
    const attribute = (level: number, id: number, data: Buffer): Buffer => {
      const head = Buffer.alloc(9);
      head.writeUInt8(level, 0);
      head.writeUInt32LE(id, 1);
      head.writeUInt32LE(data.length, 5);
      return Buffer.concat([head, data, Buffer.alloc(2)]);
    };
    const longName = Buffer.from("A long name.pdf\0", "utf16le");
    const property = Buffer.alloc(12);
    property.writeUInt32LE(0x3707_001f, 0);
    property.writeUInt32LE(1, 4);
    property.writeUInt32LE(longName.length, 8);
    const tnef = raw(
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0]),
      attribute(1, 0x0002_800c, Buffer.from("Hello council\0")),
      attribute(2, 0x0006_9002, Buffer.alloc(14)),
      attribute(2, 0x0001_8010, Buffer.from("ALONGN~1.PDF\0")),
      attribute(2, 0x0006_800f, Buffer.from("%PDF")),
      attribute(2, 0x0006_9005, Buffer.concat([property, longName])),
    );
    const header =
      "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n";
    const mail = await parseMail(raw(from, header, tnef.toString("base64"), "\n--B--\n"));
    expect(mail.body.text).toBe("Hello council");
    expect(mail.attachments).toMatchObject([
      { name: "A long name.pdf", bytes: Buffer.from("%PDF") },
    ]);
  });
});

describe("a mail made to be unreadable", () => {
  test.each([
    [
      "parts within parts",
      `${from}Content-Type: multipart/mixed; boundary=B0\n\n${Array.from({ length: 400 }, (_, n) => `--B${n}\nContent-Type: multipart/mixed; boundary=B${n + 1}\n\n`).join("")}`,
    ],
    [
      "more parts than a mail has",
      `${from}Content-Type: multipart/mixed; boundary=B\n\n${"--B\n\nx\n".repeat(5000)}`,
    ],
    ["more header lines than a mail has", `${from}${"X-A: b\n".repeat(20_000)}\nHello`],
    ["a header line without end", `${from}X-A: ${"=?utf-8?Q?a".repeat(50_000)}\n\nHello`],
    ["nothing but control characters", `${from}\n${"\0".repeat(100_000)}`],
  ])("still has its writer: %s", async (_what, mail) => {
    expect((await parseMail(raw(mail))).from?.address).toBe("joan@example.com");
  });
});
