import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { mailAsSent, saysFormatted } from "#api/domain/mail/mail-as-sent.ts";

const gif = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");
const shownGif = `data:image/gif;base64,${gif.toString("base64")}`;

type Part = {
  /** Its header, without its encoding. */
  readonly head: readonly string[];
  readonly bytes: Buffer;
};

/** A formatted mail with these parts. */
function mailOf(html: string, ...parts: readonly Part[]): Buffer {
  const head = ["MIME-Version: 1.0", "Content-Type: multipart/related; boundary=q", "", "--q"];
  const files = parts.flatMap((part) => [
    "--q",
    ...part.head,
    "Content-Transfer-Encoding: base64",
    "",
    part.bytes.toString("base64"),
  ]);
  const body = ["Content-Type: text/html; charset=utf-8", "", html];
  return Buffer.from([...head, ...body, ...files, "--q--", ""].join("\r\n"));
}

const picture = (id: string, bytes = gif, name = "bins.gif"): Part => ({
  head: [`Content-Type: image/gif; name="${name}"`, `Content-ID: ${id}`],
  bytes,
});

const shown = async (html: string, ...parts: readonly Part[]) => {
  const mail = await mailAsSent(mailOf(html, ...parts));
  return { html: mail?.html.trim(), unshown: mail?.unshown };
};

describe("a picture that a mail brought along", () => {
  it.each([
    ["between brackets", "<one@x>", "cid:one@x"],
    ["without brackets", "one@x", "cid:one@x"],
    ["in other letters", "<One@X>", "CID:oNE@x"],
    ["percent-encoded in the page", "<one@x>", "cid:one%40x"],
    ["with an ampersand", "<a&b@x>", "cid:a&amp;b@x"],
    ["with spaces around it", "<one@x>", "cid: one@x "],
    ["with a percent sign that encodes nothing", "<100%@x>", "cid:100%@x"],
  ])("is found by its id: %s", async (_how, id, source) => {
    expect(await shown(`<p><img src="${source}">Bins</p>`, picture(id))).toEqual({
      html: `<p><img src="${shownGif}" />Bins</p>`,
      unshown: [],
    });
  });

  it("stands in each of its places, with what the page says of it", async () => {
    const page = `<img alt="One" width="20" src="cid:one@x" title="a"><br /><img src="cid:one@x">`;
    expect((await shown(page, picture("<one@x>"))).html).toBe(
      `<img alt="One" width="20" src="${shownGif}" title="a" /><br /><img src="${shownGif}" />`,
    );
  });

  it("is the first of two that came under one id", async () => {
    const second = picture("<one@x>", Buffer.from("MZ\u0090", "latin1"), "virus.gif");
    expect((await shown(`<img src="cid:one@x">`, picture("<one@x>"), second)).unshown).toEqual([]);
  });

  it("is put into its own place, whatever else came along", async () => {
    const letter = { head: ["Content-Type: application/pdf; name=x.pdf"], bytes: gif };
    const other = picture("<other@x>", Buffer.from("MZ\u0090", "latin1"), "other.gif");
    expect(await shown(`<img src="cid:one@x">`, letter, other, picture("<one@x>"))).toEqual({
      html: `<img src="${shownGif}" />`,
      unshown: [],
    });
  });

  it("is not any other, where a percent sign encodes nothing", async () => {
    const other = picture("<50%@x>", Buffer.from("%PDF-1.7\n"), "other.gif");
    const page = `<img src="cid:100%@x"><img src="cid:50%@x">`;
    expect(await shown(page, other, picture("<100%@x>"))).toEqual({
      html: `<img src="${shownGif}" />`,
      unshown: ["other.gif"],
    });
  });

  it("is named when it is no picture, as far as it has a name", async () => {
    const document = Buffer.from("%PDF-1.7\n");
    const nameless = { head: ["Content-Type: image/gif", "Content-ID: <b@x>"], bytes: document };
    const page = `<img src="cid:a@x"><img src="cid:b@x"><img src="cid:gone@x">Bins`;
    expect(await shown(page, picture("<a@x>", document, "bill.gif"), nameless)).toEqual({
      html: "Bins",
      unshown: [
        "bill.gif",
        "a picture without a name",
        "a picture that did not come with the mail",
      ],
    });
  });

  it("is shown up to the size of a photo, and all of them up to that of an album", async () => {
    const sizes = { a: 3_000_000, b: 3_000_000, c: 3_000_000, d: 1_000_001, e: 1_000_000, f: 100 };
    const album = Object.entries(sizes).map(([id, size]) =>
      picture(`<${id}@x>`, Buffer.concat([gif, Buffer.alloc(size - gif.length)]), `${id}.gif`),
    );
    const page = Object.keys(sizes).map((id) => `<img src="cid:${id}@x">`);
    expect((await shown(page.join(""), ...album)).unshown).toEqual(["d.gif", "f.gif"]);
  });

  it("is left to whoever asks for it when it is only spoken of", async () => {
    const page = `<p title="src=&quot;cid:one@x&quot;">src="cid:one@x"</p>`;
    expect((await shown(page, picture("<one@x>"))).html).not.toContain("data:");
  });
});

describe("the formatted body", () => {
  it("is that of the mail, not of one attached to it", async () => {
    const raw = [
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=q",
      "",
      "--q",
      "Content-Type: text/plain",
      "",
      "See attached.",
      "--q",
      "Content-Type: message/rfc822",
      "Content-Disposition: inline",
      "",
      "Content-Type: text/html",
      "",
      "<p>Missed again</p>",
      "--q--",
      "",
    ];
    expect(await mailAsSent(Buffer.from(raw.join("\r\n")))).toBeUndefined();
  });

  it("is none when it holds nothing", async () => {
    expect(
      await mailAsSent(Buffer.from("Content-Type: text/html\r\n\r\n \r\n\r\n")),
    ).toBeUndefined();
  });

  it.each([
    ["as most write it", "Content-Type: text/html; charset=utf-8", true],
    ["in other letters", "CONTENT-TYPE: TEXT/HTML", true],
    ["without a space", "content-type:text/html", true],
    ["on the next line", "Content-Type:\r\n text/html", true],
    ["in a part", "Subject: x\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>", true],
    ["not at all", "Content-Type: text/plain", false],
    ["only within a line", "Subject: Re: Content-Type: text/html", false],
  ])("is said to be there %s", (_how, raw, says) => {
    expect(saysFormatted(raw)).toBe(says);
  });
});
