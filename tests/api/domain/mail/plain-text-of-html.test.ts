import { describe, expect, it } from "vitest";
import { plainTextOf } from "#api/domain/mail/plain-text-of-html.ts";

describe("what a formatted mail says as plain text", () => {
  it.each<[string, string, string]>([
    ["paragraphs apart", "<p>Dear council</p><p>My bin</p>", "Dear council\n\nMy bin"],
    [
      "lines as they are broken",
      "One<br>two<div>three</div><div>four</div>",
      "One\ntwo\nthree\nfour",
    ],
    ["long lines whole", `<p>${"word ".repeat(60)}</p>`, "word ".repeat(60).trim()],
    ["signs as they read", "Tom &amp; Joan &lt;us&gt; &pound;5", "Tom & Joan <us> £5"],
    [
      "headings as they are written",
      "<h1>Bins</h1><h2>Late</h2><h3>a</h3><h4>b</h4><h5>c</h5><h6>d</h6>",
      "Bins\n\nLate\n\na\n\nb\n\nc\n\nd",
    ],
    ["links by their words", `See <a href="https://x.example/long">our form</a>.`, "See our form."],
    ["no pictures", `Bins<img src="cid:a" alt="A photo"> here`, "Bins here"],
    ["rules as lines", "Hi<hr>Joan", `Hi\n\n${"-".repeat(32)}\n\nJoan`],
    [
      "a row of a table in a line",
      "<table><tr><td>Day</td><td>Tuesday</td></tr><tr><td>Bin</td><td>Green</td></tr></table>",
      "Day Tuesday\n\nBin Green",
    ],
    ["lists by their marks", "<ul><li>one</li><li>two</li></ul>", "* one\n * two"],
    [
      "no styles, scripts or titles",
      "<head><title>x</title><style>p{}</style></head><script>y()</script>Hi",
      "Hi",
    ],
    ["no spaces that nobody sees", "Bins\u00a0late\u200b \ufeffa\u00adgain  ", "Bins late again"],
    ["no more than one empty line", "<p>a</p><p>&nbsp;</p><p>&nbsp;</p><p>b</p>", "a\n\nb"],
    ["nothing of nothing", "", ""],
  ])("has %s", (_what, html, text) => {
    expect(plainTextOf(html)).toBe(text);
  });

  it.each([
    `<blockquote type="cite">Old<br>words</blockquote>`,
    `<blockquote cite="mid:a@b">Old<br>words</blockquote>`,
    `<blockquote class="gmail_quote">Old<br>words</blockquote>`,
    `<blockquote class="protonmail_quote">Old<br>words</blockquote>`,
    `<blockquote style="margin:0;border-left:1px solid">Old<br>words</blockquote>`,
  ])("marks what is quoted: %s", (quotation) => {
    expect(plainTextOf(`New${quotation}`)).toBe("New\n\n> Old\n> words");
  });

  it("does not mark what is only set in", () => {
    expect(plainTextOf("New<blockquote>Old</blockquote>")).toBe("New\n\nOld");
  });

  it.each([
    `<div class="gmail_signature">Joan<br>Quay Street</div>`,
    `<div class="moz-signature">Joan<br>Quay Street</div>`,
    `<pre class="moz-signature">Joan\nQuay Street</pre>`,
  ])("marks where a signature begins: %s", (signature) => {
    expect(plainTextOf(`<div>Hi</div>${signature}<div>PS</div>`)).toBe(
      "Hi\n--\nJoan\nQuay Street\nPS",
    );
  });
});

describe("a page that no reader would read", () => {
  it.each([
    ["is nested deeper than anybody writes", `Hi${"<div>".repeat(5000)}Joan`],
    ["opens signs that are none", `Hi${"< ".repeat(5000)}Joan`],
    ["ends in an open sign", `Hi${"<b>".repeat(2000)}Joan<a href`],
  ])("is read without its marks when it %s", (_what, html) => {
    const text = plainTextOf(html);
    expect(text).toMatch(/^Hi/);
    expect(text).toContain("Joan");
    expect(text).not.toContain("<div");
  });

  it("keeps its words apart, and nothing of its marks", () => {
    const page = `${"< ".repeat(1500)}<p class="big">Tom</p><b>Joan</b><a href="https://x.example`;
    expect(plainTextOf(page)).toMatch(/^< [< ]*< +Tom +Joan$/);
  });

  it("is read to an end", () => {
    expect(plainTextOf(`${"<p>a word</p>".repeat(20_000)}<p>last</p>`)).not.toContain("last");
  });

  it.each([
    [
      "elements that need no end",
      "<br><hr><img><meta><link><input><p>x<li>y<td>z<tr><col>".repeat(150),
    ],
    ["elements that end in themselves", "<o:p/>".repeat(1500)],
    ["a few left open", "<b>".repeat(100)],
  ])("is not one that has %s", (_what, html) => {
    expect(plainTextOf(`<p>Tom &amp; Joan</p>${html}`)).toContain("Tom & Joan");
  });
});
