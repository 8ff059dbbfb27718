import { describe, expect, it } from "vitest";
import { safeHtml } from "#api/domain/mail/safe-html.ts";

describe("how a mail is laid out", () => {
  it.each([
    ["its direction and language", `<p dir="rtl" lang="ur">سلام</p>`],
    ["where its words stand", `<p align="right">a</p>`],
    ["what a part is called", `<p title="Note">a</p>`],
    ["old type", `<font color="#c00" face="Arial" size="4">a</font>`],
    ["the middle", `<center>a</center>`],
    ["what was struck out and put in", `<del>a</del><ins>b</ins>`],
    [
      "a place to jump to",
      `<a name="top" target="_blank" rel="noopener noreferrer nofollow">a</a>`,
    ],
    [
      "tables, with the colours of their cells",
      `<table bgcolor="#eeeeee"><tr bgcolor="white"><th colspan="2" rowspan="2" width="50%" scope="col" bgcolor="red">a</th><td colspan="2" rowspan="3" width="9" valign="top" bgcolor="blue">b</td></tr></table>`,
    ],
    ["the size of its own pictures", `<img src="cid:a@b" width="20" height="30" alt="Bins" />`],
    ["a colour by name", `<p style="color:red">a</p>`],
    ["a colour by number", `<p style="color:#c00000">a</p>`],
    ["a colour by its parts", `<p style="color:rgb(1, 2, 50%)">a</p>`],
    ["marked words", `<span style="background-color:#ffff00">a</span>`],
    ["bold and slanted words", `<span style="font-weight:700;font-style:italic">a</span>`],
    [
      "struck and underlined words",
      `<span style="text-decoration:underline line-through">a</span>`,
    ],
    ["an edge", `<p style="text-align:justify">a</p>`],
  ])("keeps %s", (_what, html) => {
    expect(safeHtml(html).html).toBe(html);
  });

  it.each(["left", "right", "center", "justify", "start", "end"])(
    "keeps text at the %s",
    (edge) => {
      const html = `<p style="text-align:${edge}">a</p>`;
      expect(safeHtml(html).html).toBe(html);
    },
  );

  it.each([
    ["a colour that loads", "color:red url(https://x.example/a)"],
    ["a colour that loads first", "color:url(//x.example) red"],
    ["a colour without end", `color:${"f".repeat(41)}`],
    ["a background that loads", "background-color:url(https://x.example/a)"],
    ["a background without end", `background-color:${"f".repeat(41)}`],
    ["a weight that is none", "font-weight:bold url(x)"],
    ["a weight after something else", "font-weight:-bold"],
    ["a style that is none", "font-style:italic/x"],
    ["a style after something else", "font-style:-italic"],
    ["an edge that is none", "text-align:left-ish"],
    ["an edge after something else", "text-align:far-left"],
    ["a decoration that loads", "text-decoration:underline url(x)"],
    ["a decoration after something else", "text-decoration:(x) underline"],
    ["what covers the page", "position:fixed;top:0;z-index:9"],
    ["what hides words", "display:none;font-size:0"],
  ])("loses %s", (_what, style) => {
    expect(safeHtml(`<p style="${style}">a</p>`).html).toBe("<p>a</p>");
  });
});

describe("where a link leads", () => {
  it.each([
    "https://x.example/a?b=1",
    "http://x.example",
    "mailto:joan@example.com",
    "tel:+441632960123",
  ])("is kept: %s", (href) => {
    expect(safeHtml(`<a href="${href}">a</a>`).html).toContain(`href="${href}"`);
  });

  it.each(["//x.example", "data:text/html,<script>", "vbscript:x", "file:///c:/x", "cid:a@b"])(
    "is left out: %s",
    (href) => {
      expect(safeHtml(`<a href="${href}">a</a>`).html).not.toContain("href");
    },
  );
});

describe("what is no text of the page", () => {
  it.each(["script", "style", "textarea", "noscript", "title"])("is gone with its %s", (tag) => {
    expect(safeHtml(`<${tag}>words</${tag}><p>a</p>`).html).toBe("<p>a</p>");
  });

  it("is gone with the choices of a form", () => {
    expect(safeHtml(`<select><option>words</option></select><p>a</p>`).html).toBe("<p>a</p>");
  });

  it("does not bury what is nested deeper than anybody writes", () => {
    const deep = `${"<div>".repeat(400)}a${"</div>".repeat(400)}`;
    const { html } = safeHtml(deep);
    expect(html).toContain("a");
    expect(html.match(/<div>/g)).toHaveLength(200);
  });
});

describe("a picture", () => {
  it.each([
    [1, `<img src="https://x.example/a.png">`],
    [1, `<img src="x-cid:a@b">`],
    [1, `<img src="https://x.example/?cid:a">`],
    [0, `<img src=" CID:a@b">`],
    [0, `<img alt="nothing">`],
  ])("from the network is counted: %i in %s", (count, html) => {
    expect(safeHtml(html).remoteImages).toBe(count);
  });

  it("without a source is left out", () => {
    expect(safeHtml(`<img alt="nothing"><p>a</p>`).html).toBe("<p>a</p>");
  });
});
