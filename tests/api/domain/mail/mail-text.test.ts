import { describe, expect, it } from "vitest";
import { mailText } from "#api/domain/mail/mail-text.ts";

const read = (...lines: readonly string[]) =>
  mailText(new Uint8Array(Buffer.from(lines.join("\r\n"), "latin1")));

describe("a kept mail, shown as text", () => {
  it("tells who wrote it, when and about what", async () => {
    expect(
      await read(
        "From: Joan Whitfield <joan@example.com>",
        "Subject: Bins",
        "Date: Tue, 10 Nov 2026 09:58:00 +0000",
        "",
        "Our bins were missed.",
      ),
    ).toEqual({
      from: "Joan Whitfield <joan@example.com>",
      subject: "Bins",
      sentAt: "2026-11-10T09:58:00.000Z",
      text: "Our bins were missed.\n",
      cut: false,
    });
  });

  it.each([
    ["an address alone", "From: joan@example.com", "<joan@example.com>"],
    ["a name alone", 'From: "Joan Whitfield" <>', "Joan Whitfield"],
    ["nobody", "X-Mailer: fax", ""],
  ])("names as its sender what it gives: %s", async (_what, header, from) => {
    expect(await read(header, "", "Hello")).toMatchObject({ from, subject: "", text: "Hello\n" });
  });

  it.each([
    ["without a date", "X-Mailer: fax"],
    ["whose date is none", "Date: the day before yesterday"],
  ])("says nothing of when it was sent where it is a mail %s", async (_what, header) => {
    expect(await read(header, "", "Hello")).not.toHaveProperty("sentAt");
  });

  it("is read without the marks, styles and scripts of a page", async () => {
    const { text } = await read(
      "Content-Type: text/html",
      "",
      "<html><head><style>p { color: red }",
      "</style><SCRIPT>alert(1)</SCRIPT></head><body>",
      '<p class="big">Our<br>bins</p><style>b{}</style></body></html>',
    );
    expect(text.trim().split(/\s+/)).toEqual(["Our", "bins"]);
  });

  it("prefers what was written as text over the page beside it", async () => {
    const { text } = await read(
      "Content-Type: multipart/alternative; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "As text",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>As a page</p>",
      "--b--",
    );
    expect(text).toBe("As text\n");
  });

  it("is shown as it arrived when there is nothing in it to read", async () => {
    const lines = ["Subject: caf\u00e9", "Content-Type: application/pdf", "", "%PDF-1.4"];
    expect((await read(...lines)).text).toBe(lines.join("\r\n"));
  });

  it("is shown as it arrived when its parts are nested too deep to be read", async () => {
    const nested = Array.from({ length: 300 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=b${depth}`,
      "",
      `--b${depth}`,
    ]).flat();
    expect(await read(...nested, "", "Hello")).toEqual({
      from: "",
      subject: "",
      text: [...nested, "", "Hello"].join("\r\n").slice(0, 20_000),
      cut: false,
    });
  });

  it("is cut where nobody reads on, and says so", async () => {
    const longest = "a".repeat(19_999);
    expect(await read("", longest)).toMatchObject({ text: `${longest}\n`, cut: false });
    expect(await read("", `${longest}b`)).toMatchObject({ text: `${longest}b`, cut: true });
  });
});
