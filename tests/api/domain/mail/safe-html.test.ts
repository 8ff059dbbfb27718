import { describe, expect, test } from "vitest";
import { safeHtml } from "#api/domain/mail/safe-html.ts";

describe("the HTML an officer is shown", () => {
  test.each([
    ["scripts", `<p>Hi</p><script>alert(1)</script>`, "<p>Hi</p>"],
    ["event handlers", `<p onclick="alert(1)">Hi</p>`, "<p>Hi</p>"],
    [
      "script links",
      `<a href="javascript:alert(1)">Hi</a>`,
      `<a target="_blank" rel="noopener noreferrer nofollow">Hi</a>`,
    ],
    ["frames", `<iframe src="https://x.example"></iframe>Hi`, "Hi"],
    ["forms", `<form action="https://x.example"><input name="p">Hi</form>`, "Hi"],
    ["style sheets", `<style>p{display:none}</style><p>Hi</p>`, "<p>Hi</p>"],
    [
      "styles that cover the page",
      `<p style="position:fixed;color:red">Hi</p>`,
      `<p style="color:red">Hi</p>`,
    ],
    ["styles that load", `<p style="color:url(https://x.example)">Hi</p>`, "<p>Hi</p>"],
    ["objects", `<object data="https://x.example"></object><embed src="x">Hi`, "Hi"],
    ["a base for links", `<base href="https://x.example"><p>Hi</p>`, "<p>Hi</p>"],
    ["vector pictures", `<svg onload="alert(1)"><path/></svg>Hi`, "Hi"],
    ["comments for Outlook", `<!--[if mso]><b>x</b><![endif]-->Hi`, "Hi"],
  ])("has no %s", (_what, html, safe) => {
    expect(safeHtml(html).html).toBe(safe);
  });

  test("loads no picture from the network, and says how many there were", () => {
    const html = `<img src="https://x.example/a.png"><img src="//x.example/b.png"><img src="data:image/png;base64,AA">Hi`;
    expect(safeHtml(html)).toEqual({ html: "Hi", remoteImages: 3 });
  });

  test("keeps pictures the mail brought along, for the caller to serve", () => {
    expect(safeHtml(`<img src="cid:a@b" alt="Bins">`)).toEqual({
      html: `<img src="cid:a@b" alt="Bins" />`,
      remoteImages: 0,
    });
  });

  test("keeps what a letter is made of", () => {
    const html = `<h1>A</h1><p>b <b>c</b></p><ul><li>d</li></ul><table><tr><td colspan="2">e</td></tr></table><blockquote>f</blockquote>`;
    expect(safeHtml(html).html).toBe(html);
  });

  test("opens links apart, without telling where they were followed from", () => {
    expect(safeHtml(`<a href="https://x.example" target="_top">x</a>`).html).toBe(
      `<a href="https://x.example" target="_blank" rel="noopener noreferrer nofollow">x</a>`,
    );
  });
});
