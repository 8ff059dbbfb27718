import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { plainText, readLetter } from "#api/domain/letters/letter-document.ts";
import { gapsIn, selectNextGap } from "../../../tab/reply/rich-text/gaps.ts";
import { documentOf, textOf } from "../../../tab/reply/rich-text/letter-text.ts";
import { hrefOf, schema } from "../../../tab/reply/rich-text/schema.ts";

const letter = `Dear Joan

## Our decision

We [uphold / do not uphold] your complaint, **because** it was *true*.
We are sorry.

- £35 by [date]
- an apology
  1. in writing
  2. in person

See [our page](<https://x.example/a_b>).`;

const words = fc.oneof(
  fc.constantFrom(
    "* a",
    "- b",
    "1. c",
    "# d",
    "[gap]",
    "[a](b)",
    "![x](y)",
    "_e_",
    "\\",
    "C:\\*",
    "**",
  ),
  fc.constantFrom("2026.", "<b>", "&amp;", "`x`", "~", "+", "#", ")", " ", "(see)", "snake_case"),
  fc.string({ minLength: 1 }),
);
const { nodes, marks } = schema;
const inline = fc
  .tuple(words, fc.subarray(["strong", "emphasis", "link"] as const))
  .map(([text, looks]) =>
    schema.text(
      text.replaceAll(/[\n\r\0]/g, " ") || " ",
      looks.map((look) =>
        look === "link"
          ? marks.link.create({ href: "https://x.example/(a)" })
          : marks[look].create(),
      ),
    ),
  );
const lineBreak = fc.constant(null).map(() => nodes.hard_break.create());
const paragraph = fc
  .array(fc.oneof({ weight: 4, arbitrary: inline }, lineBreak), { maxLength: 4 })
  .map((content) => nodes.paragraph.create(null, content));
const heading = fc.array(inline, { maxLength: 2 }).map((runs) => nodes.heading.create(null, runs));
const list = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([ordered, items]) =>
    nodes[ordered ? "ordered_list" : "bullet_list"].create(
      null,
      items.map((content) => nodes.list_item.create(null, content)),
    ),
  );
const written = fc
  .array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 4 })
  .map((blocks) => nodes.doc.create(null, blocks));

const wordsOf = (text: string): string => plainText(readLetter(text)).replaceAll(/\s/g, "");
const shown = (doc: Node): string => doc.textContent.normalize().replaceAll(/\s/g, "");

describe("a letter in the editor", () => {
  it("has the formats of its text, and becomes the same text again", () => {
    expect(textOf(documentOf(letter))).toBe(letter);
  });

  it("keeps its gaps as they are, so that nobody looks for a gap behind a backslash", () => {
    expect(textOf(documentOf("We \\[decide\\] on [date](not a link)"))).toBe(
      "We [decide] on [date\\](not a link)",
    );
  });

  it("says in its text what it says on the screen, whatever is typed, and does so for good", () => {
    fc.assert(
      fc.property(written, (doc) => {
        const text = textOf(doc);
        const again = documentOf(text);
        expect(shown(again)).toBe(shown(doc));
        expect(wordsOf(textOf(again))).toBe(wordsOf(text));
      }),
      { numRuns: 400 },
    );
  });

  it("leads from gap to gap, and from the last to the first", () => {
    const doc = documentOf(letter);
    let state = EditorState.create({ doc, selection: TextSelection.atStart(doc) });
    const next = () => {
      selectNextGap(state, (transaction) => (state = state.apply(transaction)));
      return state.doc.textBetween(state.selection.from, state.selection.to);
    };
    expect(gapsIn(doc)).toHaveLength(2);
    expect([next(), next(), next()]).toEqual([
      "[uphold / do not uphold]",
      "[date]",
      "[uphold / do not uphold]",
    ]);
  });

  it("takes addresses as people type them, and none that would run something", () => {
    expect(hrefOf(" www.wexcombe.gov.uk/bins ")).toBe("https://www.wexcombe.gov.uk/bins");
    expect(hrefOf("complaints@wexcombe.gov.uk")).toBe("mailto:complaints@wexcombe.gov.uk");
    expect(hrefOf("http://x.example")).toBe("http://x.example");
    for (const odd of ["javascript:alert(1)", "data:text/html,x", "tel:999", "bins", ""]) {
      expect(hrefOf(odd), odd).toBeUndefined();
    }
  });
});
