import { describe, expect, it } from "vitest";
import { check, inHand, twoPoints } from "./checked.ts";
import { good } from "./letters.ts";

const insertOf = (id: string, text: string, facts = inHand()) =>
  check(text, facts).find((finding) => finding.id === id)?.insert;
const without = (heading: string) =>
  good.replace(new RegExp(`## ${heading}\\n\\n[^\\n]*\\n\\n`), "");

describe("what is missing", () => {
  it("comes with the paragraph that begins it, under its heading, and the line it belongs before", () => {
    expect(insertOf("understanding", without("Your complaint"))).toEqual({
      text: "## Your complaint\n\nYou told us that [what the person told us].",
      before: "## What we found",
    });
    expect(insertOf("how-to-escalate", without("What you can do next"))).toMatchObject({
      before: "Yours sincerely",
    });
  });

  it("needs no heading at the beginning", () => {
    const insert = insertOf("stage", good.replace("stage 1 ", ""));
    expect(insert?.text).toMatch(/^This is our stage 1 answer to your complaint CMP-7K3Q-9D/);
    expect(insert?.before).toBe("## Your complaint");
  });

  it("of a point comes under the point’s heading, before the decision", () => {
    const text = good.replace("We uphold your complaint", "We uphold point 1");
    const insert = insertOf("decision-2", text, inHand(twoPoints));
    expect(insert?.text).toMatch(/^## Point 2: Rude phone call\n\n\[contact has not answered/);
    expect(insert?.before).toBe("## Our decision");
    const neither = good.replace(/We uphold your complaint[^.]*\./, "");
    expect(insertOf("decision-1", neither, inHand(twoPoints))?.text).toMatch(/^## Point 1: Missed/);
  });

  it.each([
    ["marked", "## What we will do"],
    ["bold", "**What we will do**"],
    ["typed", "  what we will do "],
    ["of a smaller kind", "#### What we will do"],
  ])("finds the next heading however it is typed: %s", (_how, line) => {
    const text = without("Our decision").replace("## What we will do", line);
    expect(insertOf("decision", text)?.before).toBe(line);
  });

  it("finds it between lines of any system", () => {
    const text = without("Our decision").replaceAll("\n", "\r\n");
    expect(insertOf("decision", text)?.before).toBe("## What we will do");
  });

  it("belongs before the closing where no later heading stands, or at the end", () => {
    const short = "Dear Joan\n\nIt was late.\n\nKind regards\nTom";
    expect(insertOf("decision", short)?.before).toBe("Kind regards");
    expect(insertOf("decision", "Dear Joan\n\nWe said so, yours sincerely.")).not.toHaveProperty(
      "before",
    );
    expect(insertOf("remedy", "## Our decision\n\nUpheld.\n\nRegards,")?.before).toBe("Regards,");
  });

  it("is no paragraph where words that stand there are wrong", () => {
    const wrong = check(
      good.replace("Mrs Whitfield", "Mr Hughes").replace("on Thursday 3 December 2026", "soon"),
    );
    const missing = wrong.filter(({ standing }) => standing === "missing");
    expect(missing.map(({ id, insert }) => [id, insert])).toEqual([
      ["remedy-by-when", undefined],
      ["greeting", undefined],
    ]);
  });

  it("alone comes with a paragraph", () => {
    const others = check(without("Our decision")).filter(({ standing }) => standing !== "missing");
    expect(others.some(({ insert }) => insert !== undefined)).toBe(false);
  });
});
