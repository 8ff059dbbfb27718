import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { shownType } from "#api/domain/mail/known-file.ts";
import { mailAsSent, saysFormatted } from "#api/domain/mail/mail-as-sent.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

type Part = { readonly id: string; readonly name: string; readonly bytes: Buffer };

function mailOf(html: string, parts: readonly Part[] = []): Buffer {
  const lines = [
    "From: Joan <joan@example.com>",
    "MIME-Version: 1.0",
    "Content-Type: multipart/related; boundary=q",
    "",
    "--q",
    "Content-Type: text/html; charset=utf-8",
    "",
    html,
    ...parts.flatMap(({ id, name, bytes }) => [
      "--q",
      `Content-Type: image/png; name="${name}"`,
      `Content-ID: <${id}>`,
      "Content-Transfer-Encoding: base64",
      "",
      bytes.toString("base64"),
    ]),
    "--q--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

describe("a mail as its writer laid it out", () => {
  it("has the pictures it brought along, and no other", async () => {
    const html = `<p>See <img alt="Bins" src="cid:one%40x"><img src="https://t.example/x.gif"></p>`;
    const shown = await mailAsSent(mailOf(html, [{ id: "ONE@x", name: "bins.png", bytes: png }]));
    expect(shown).toMatchObject({ remoteImages: 1, unshown: [], cut: false });
    expect(shown?.html.trim()).toBe(
      `<p>See <img alt="Bins" src="data:image/png;base64,${png.toString("base64")}" /></p>`,
    );
  });

  it.each([
    ["is a page", Buffer.from("<html><script>alert(1)</script></html>")],
    [
      "is a drawing that may hold scripts",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
    ["is a program", Buffer.from("MZ\u0090\u0000\u0003", "latin1")],
    ["is larger than a page can carry", Buffer.concat([png, Buffer.alloc(3_000_000)])],
  ])("names a picture that %s instead of showing it", async (_what, bytes) => {
    const shown = await mailAsSent(
      mailOf(`<p>See <img src="CID:one@x"></p>`, [{ id: "one@x", name: "bins.png", bytes }]),
    );
    expect(shown?.html.trim()).toBe("<p>See </p>");
    expect(shown?.unshown).toEqual(["bins.png"]);
  });

  it("says so when a picture it speaks of did not come", async () => {
    const shown = await mailAsSent(mailOf(`<img src="cid:gone">Hi`));
    expect(shown).toMatchObject({ unshown: ["a picture that did not come with the mail"] });
  });

  it("takes no picture from words that only look like one", async () => {
    const html = `<p title='<img src="cid:one@x">'>&lt;img src="cid:one@x"&gt;</p>`;
    const shown = await mailAsSent(mailOf(html, [{ id: "one@x", name: "bins.png", bytes: png }]));
    expect(shown?.html).not.toContain("data:");
  });

  it("ends where nobody reads on, and says so", async () => {
    const shown = await mailAsSent(mailOf(`<p>${"word ".repeat(300_000)}</p>`));
    expect(shown?.cut).toBe(true);
    expect(shown?.html.length).toBeLessThan(1_000_100);
  });

  it("is not there for a mail of plain text, nor for one that no parser reads", async () => {
    expect(await mailAsSent(Buffer.from("Subject: x\r\n\r\nHi"))).toBeUndefined();
    const nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(400);
    expect(await mailAsSent(Buffer.from(nested))).toBeUndefined();
  });

  it("is looked for only where the raw mail speaks of it", () => {
    expect(saysFormatted(mailOf("<p>Hi</p>").toString("latin1"))).toBe(true);
    expect(saysFormatted("Subject: text/html\r\nContent-Type: text/plain\r\n\r\nHi")).toBe(false);
  });
});

describe("what a file may be shown as", () => {
  it("follows from its bytes", async () => {
    expect(await shownType(png)).toBe("image/png");
    expect(await shownType(Buffer.from("%PDF-1.7\n%âãÏÓ\n"))).toBe("application/pdf");
    expect(await shownType(Buffer.from("<!doctype html><script>"))).toBeUndefined();
    expect(await shownType(Buffer.from("PK\u0003\u0004 and so on", "latin1"))).toBeUndefined();
    expect(await shownType(new Uint8Array())).toBeUndefined();
  });
});
