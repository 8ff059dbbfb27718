import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asWords, plainText, readLetter } from "#api/domain/letters/letter-document.ts";
import { letterHtml } from "#api/domain/letters/letter-html.ts";
import { saysTheSame } from "#api/domain/letters/says-the-same.ts";
import { textOfHtml } from "#local/mailbox/body-forms.ts";

const asTyped = (text: string): string => plainText(readLetter(text));

/** Lines that people type, and those that only somebody who means harm would. */
const piece = fc.oneof(
  fc.constantFrom("#", "## ", "- ", "* ", "2. ", "3) ", "**", "_", "*", "\\", "[", "](", ")", "!"),
  fc.constantFrom("<b>", "</p>", "&amp;", "<script>", "`", "~~~", "    ", "\t", ">", "|", "---"),
  fc.constantFrom(
    "Joan",
    "£35.50",
    "Łódź",
    "نام",
    "x",
    "12",
    "https://x.example",
    "\n",
    "\n\n",
    " ",
  ),
  fc.string(),
);
const typed = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

/** All letters and digits; but "007." before a line is the number 7. */
const wordsOf = (text: string): string => text.normalize().replaceAll(/[^\p{L}\p{M}\p{N}]|0/gu, "");
const isLinked = (text: string): boolean => text.includes("](");

describe("what a letter's text means", () => {
  it("is paragraphs, headings, lists in lists, bold, italic, links and line breaks", () => {
    const letter = readLetter(
      "## Our **decision**\n\nWe uphold it.\nWe are *very sorry*: [see](https://x.example).\n\n- one\n- two\n  1. first",
    );
    expect(letter).toEqual([
      { kind: "heading", runs: [{ text: "Our " }, { text: "decision", strong: true }] },
      {
        kind: "paragraph",
        runs: [
          { text: "We uphold it.\nWe are " },
          { text: "very sorry", emphasis: true },
          { text: ": " },
          { text: "see", href: "https://x.example" },
          { text: "." },
        ],
      },
      {
        kind: "list",
        ordered: false,
        items: [
          [{ kind: "paragraph", runs: [{ text: "one" }] }],
          [
            { kind: "paragraph", runs: [{ text: "two" }] },
            {
              kind: "list",
              ordered: true,
              items: [[{ kind: "paragraph", runs: [{ text: "first" }] }]],
            },
          ],
        ],
      },
    ]);
  });

  it("has gaps to fill in, whether an editor escaped them or not", () => {
    expect(asTyped("We [uphold / do not uphold]: \\[reason\\].")).toBe(
      "We [uphold / do not uphold]: [reason].",
    );
  });

  it("keeps the numbers that somebody typed before their lines", () => {
    expect(asTyped("1. bins\n3. streets\n\n2026. A year.")).toBe(
      "1. bins\n\n3. streets\n\n2026. A year.",
    );
  });

  it("leads nowhere but to pages and mail addresses, and says where", () => {
    expect(asTyped("[Ring](tel:999) [run](javascript:x) [write](mailto:a@x.example)")).toBe(
      "[Ring](tel:999) [run](javascript:x) write (mailto:a@x.example)",
    );
  });

  it.each([
    ["[run](javascript:x//https://y.example)", "[run](javascript:x//https://y.example)"],
    ["[look](http://x.example)", "look (http://x.example)"],
    ["[look]()", "look"],
    ["[https://x.example](https://x.example)", "https://x.example"],
    ["[a@x.example](mailto:a@x.example)", "a@x.example"],
    [
      "[ours](https://x.example) **[bold](https://x.example)**",
      "ours (https://x.example) bold (https://x.example)",
    ],
  ])("says of %s where it leads, unless its words do", (typedLink, shown) => {
    expect(asTyped(typedLink)).toBe(shown);
  });

  it("keeps where a link leads through bold and italic words in it", () => {
    expect(readLetter("[see **this** *page*](https://x.example) now")).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "see ", href: "https://x.example" },
          { text: "this", strong: true, href: "https://x.example" },
          { text: " ", href: "https://x.example" },
          { text: "page", emphasis: true, href: "https://x.example" },
          { text: " now" },
        ],
      },
    ]);
  });

  it("sets the lines of a list under its mark, as a careful person types them", () => {
    expect(asTyped("9. nine\n   more\n10. ten\n    - a\n    - b\n\nafter\n- c")).toBe(
      "9. nine\n   more\n10. ten\n    - a\n    - b\n\nafter\n\n- c",
    );
  });

  it("takes lists within lists for lists eight deep, and for words beyond", () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, n) => `${"  ".repeat(n)}- level ${n + 1}`).join("\n");
    const depthOf = (blocks: ReturnType<typeof readLetter>): number =>
      Math.max(
        0,
        ...blocks.map((block) => (block.kind === "list" ? 1 + depthOf(block.items.flat()) : 0)),
      );
    expect(depthOf(readLetter(nested(8)))).toBe(8);
    expect(depthOf(readLetter(nested(12)))).toBe(8);
    expect(wordsOf(asTyped(nested(12)))).toBe(wordsOf(nested(12)));
  });

  it("makes neither a link nor bold of somebody's own words, and one line of them", () => {
    const name = "A  [b](https://x.example)\n**c** _d_ \\";
    expect(readLetter(asWords(name))).toEqual([
      { kind: "paragraph", runs: [{ text: "A [b](https://x.example) **c** _d_ \\" }] },
    ]);
  });

  it("has every word that was typed, in order, whatever signs stand about them", () => {
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(!isLinked(text));
        expect(wordsOf(asTyped(text))).toBe(wordsOf(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a letter as a mail", () => {
  it("has real headings and lists, and the paragraphs of a plain letter, at 14 point", () => {
    const mail = letterHtml(
      "Dear Joan\r\n\r\n## Our decision\r\nWe uphold it.\nAll.\n\n2. a\n3. b",
    );
    expect(mail).toBe(
      '<div style="font-family:Arial,sans-serif;font-size:14pt;line-height:1.5"><p>Dear Joan</p><h2 style="font-size:16pt;font-weight:bold">Our decision</h2><p>We uphold it.<br>All.</p><ol start="2"><li>a</li><li>b</li></ol></div>',
    );
  });

  it("shows bold, italic and links as such, and a list within a list in its item", () => {
    expect(letterHtml("**a** *b* [c](https://x.example/?d&e)\n\n- f\n  - g")).toContain(
      '<p><strong>a</strong> <em>b</em> <a href="https://x.example/?d&amp;e">c</a></p><ul><li>f<ul><li>g</li></ul></li></ul>',
    );
  });

  it("makes no link of one that leads nowhere", () => {
    expect(letterHtml("[look]()")).toContain("<p>look</p>");
  });

  it("shows what anybody typed and runs none of it", () => {
    const ours =
      /<\/?(?:div|p|h2|ul|ol|li|strong|em|a)>|<br>|<(?:div|h2) style="[a-zA-Z0-9:;,.-]+">|<ol start="\d+">|<a href="(?:https?:\/\/|mailto:)[^"<>]*">/gi;
    fc.assert(
      fc.property(typed, (text) => {
        const html = letterHtml(text);
        const shown = html.replaceAll(ours, "\n");
        expect(shown).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
        if (isLinked(text) || html.includes("<ol")) return;
        const words = shown.replaceAll(/&(?:lt|gt|quot);/g, " ").replaceAll("&amp;", "&");
        expect(wordsOf(words)).toBe(wordsOf(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a mail body that came back from the mailbox", () => {
  const approved = "Dear Joan\n\nWe uphold your complaint.\n\nYours sincerely";

  it("says the same when only the spacing was changed on the way", () => {
    expect(saysTheSame(approved, approved)).toBe(true);
    expect(
      saysTheSame(approved, "Dear Joan \r\n We uphold your\r\ncomplaint. Yours sincerely\n"),
    ).toBe(true);
  });

  it("says the same with a mailbox's own marks for lists and links, and with none", () => {
    const letter = "## Next\n\n- **pay** £35\n- say sorry\n\n3. [Appeal](https://x.example/a)";
    const exchange =
      "Next\n\n  *   pay £35\n  *   say sorry\n\n  3.  Appeal<https://x.example/a>\n";
    expect(saysTheSame(letter, exchange)).toBe(true);
    expect(saysTheSame(letter, "Next\npay £35\nsay sorry\nAppeal")).toBe(true);
    expect(saysTheSame(letter, exchange.replace("3.", "4."))).toBe(false);
    expect(saysTheSame(letter, exchange.replace("/a>", "/b>"))).toBe(false);
    expect(saysTheSame(letter, exchange.replace("*   say", "* not say"))).toBe(false);
  });

  it("says the same of any letter after a mailbox made text of its HTML", async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(saysTheSame(text, await textOfHtml(letterHtml(text)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("may stand above the mail it answers, under the line Exchange draws", () => {
    const quoted = "________________________________\nFrom: Joan\nMy bin was missed.";
    expect(saysTheSame(approved, `${approved}\n${quoted}`)).toBe(true);
    expect(saysTheSame(approved, `${approved}\nPS We do not.\n${quoted}`)).toBe(false);
    expect(saysTheSame(approved, `${approved}\n_________ From: Joan`)).toBe(false);
  });

  it("does not when a word was changed, added, put before it or lost", () => {
    for (const body of [
      approved.replace("uphold", "partly uphold"),
      `${approved}\nWe do not.`,
      `PS\n${approved}`,
      approved.slice(0, -1),
      "",
    ]) {
      expect(saysTheSame(approved, body), body).toBe(false);
    }
  });
});
