import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseMail } from "#local/mailbox/mime-to-message.ts";

const from = "From: Joan <joan@example.com>\n";

/** A mail of several parts, each with its header. */
const ofParts = (kind: string, ...parts: readonly string[]): Buffer =>
  Buffer.from(
    `${from}Content-Type: multipart/${kind}; boundary=B\n\n${parts.map((part) => `--B\n${part}\n`).join("")}--B--\n`,
  );

const names = async (mail: Buffer): Promise<string[]> =>
  (await parseMail(mail)).attachments.map(({ name }) => name);

describe("a text with a name", () => {
  const letter = "Content-Type: text/plain\n\nSee the log.\n";
  const log = `Content-Type: text/plain; name="log.txt"\nContent-Disposition: inline; filename="log.txt"\n\nline 1\n`;

  test("is a file when it comes after the letter, even in line", async () => {
    const mail = await parseMail(ofParts("mixed", letter, log));
    expect(mail.body.text).toBe("See the log.");
    expect(mail.attachments).toMatchObject([{ name: "log.txt" }]);
  });

  test("is the letter when nothing else is, as from a phone's picture message", async () => {
    const mail = await parseMail(ofParts("mixed", log));
    expect(mail).toMatchObject({ body: { text: "line 1" }, attachments: [] });
  });

  test("is the letter in another form when it stands beside it", async () => {
    const html = `Content-Type: text/html; name="letter.html"\nContent-Disposition: inline\n\n<p>See the <b>log</b>.</p>`;
    const mail = await parseMail(ofParts("alternative", letter, html));
    expect(mail).toMatchObject({ body: { text: "See the log." }, attachments: [] });
    expect(mail.body.html).toContain("<b>log</b>");
  });
});

describe("a signed mail that repeats its own header", () => {
  test.each(['protected-headers="v1"', 'hp="clear"'])("is read, marked by %s", async (mark) => {
    const signed = `Content-Type: text/plain; ${mark}\n${from}Message-ID: <a@example.com>\nSubject: Bins\n\nThe bins were missed.`;
    const mail = await parseMail(ofParts("signed", signed));
    expect(mail).toMatchObject({ body: { text: "The bins were missed." }, attachments: [] });
  });
});

describe("an address", () => {
  test.each([
    ["remarks of RFC 822", "Pete <pete(his account)@silly.example(his host)>"],
    ["blanks in it", "Pete <pete @ silly . example>"],
    ["a route of hosts", "Pete <@one.example,@two.example:pete@silly.example>"],
  ])("is read without %s", async (_what, value) => {
    const mail = await parseMail(Buffer.from(`From: ${value}\n\nHi`));
    expect(mail.from?.address).toBe("pete@silly.example");
  });
});

describe("the name of a file", () => {
  test.each([
    [
      "between escaped quotation marks",
      `Content-Type: application/pdf\nContent-Disposition: attachment; filename=\\"plan.pdf\\"`,
      "plan.pdf",
    ],
    [
      "where it lay on its sender's machine",
      "Content-Type: image/jpeg\nContent-Location: file:///C:/photos/bin.jpg",
      "bin.jpg",
    ],
    ["by its type when it has none", "Content-Type: image/jpeg", "attachment.jpg"],
    ["by no type at all", 'Content-Type: "??"', "attachment.bin"],
  ])("is found %s", async (_where, header, name) => {
    expect(await names(ofParts("mixed", "\nHi", `${header}\n\nx`))).toEqual([name]);
  });
});

describe("a text of old or damaged bytes", () => {
  const text = (charset: string, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${from}Content-Type: text/plain; charset=${charset}\n\n`), bytes]);

  test.each([
    [
      "UTF-8 with a byte lost on the way",
      text("utf-8", Buffer.concat([Buffer.from("Мусор не вывезли"), Buffer.from([0xd0])])),
      "Мусор не вывезли\ufffd",
    ],
    [
      "Japanese with a shift that shifts nothing",
      text("iso-2022-jp", Buffer.from("\x1b$B$3$s\x1b(B\x1b$B$3\x1b(B", "latin1")),
      "こんこ",
    ],
    [
      "Korean in seven bits",
      text("iso-2022-kr", Buffer.from("\x1b$)C\x0eGQ1[\x0f OK", "latin1")),
      "한글 OK",
    ],
    ["Chinese in seven bits", text("hz-gb-2312", Buffer.from("~{VPND~} OK")), "中文 OK"],
    ["Thai", text("tis-620", encode("ขยะ", "win874")), "ขยะ"],
    [
      "a charset with the line end written out",
      text('"utf-8"\\r\\n', Buffer.from("Grüße")),
      "Grüße",
    ],
  ])("is read as %s", async (_what, mail, expected) => {
    expect((await parseMail(mail)).body.text).toBe(expected);
  });
});

describe("an HTML signature", () => {
  test.each(["div id=Signature", "div id=ms-outlook-mobile-signature"])(
    "is marked in the text: %s",
    async (tag) => {
      const html = `<div>The bins were missed.</div><${tag}><div>Joan Whitfield</div></div>`;
      const mail = await parseMail(Buffer.from(`${from}Content-Type: text/html\n\n${html}`));
      expect(mail.body.text).toMatch(/^The bins were missed\.\n--\n+Joan Whitfield$/);
    },
  );
});
