import AdmZip from "adm-zip";
import { beforeAll, describe, expect, it } from "vitest";
import { getDocumentProxy } from "unpdf";
import { pdfLetter } from "#api/adapters/paper/pdf-letter.ts";
import { wordLetter } from "#api/adapters/paper/word-letter.ts";
import { readLetter } from "#api/domain/letters/letter-document.ts";
import type { PaperLetter } from "#api/domain/letters/paper-letter.ts";

const letter: PaperLetter = {
  title: "Letter about CMP-7K3Q-9D",
  letterhead: ["Wexcombe Borough Council", "Town Hall", "WX1 1AA"],
  to: ["Łucja Wiśniewska", "4 Żabia Lane", "Wexcombe"],
  date: "Tuesday 24 November 2026",
  reference: "CMP-7K3Q-9D",
  words: readLetter(
    "Dear Łucja Wiśniewska\n\n## Our decision\n\nWe **uphold** it.\nShukriyā, ğ, ő.\n\n- £35\n- an apology\n\n  3. in writing\n\nSee [our page](https://x.example/a).",
  ),
  points: 18,
  isDraft: false,
};
const wordsOf = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("a letter as a PDF", () => {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  beforeAll(async () => {
    pdf = await getDocumentProxy(await pdfLetter(letter));
  });

  it("says every word with its own letters, in the size asked for, its font within", async () => {
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    const shown = items.flatMap((item) => ("str" in item ? [item] : []));
    expect(wordsOf(shown.map(({ str }) => str).join(" "))).toMatch(
      /Wexcombe Borough Council Town Hall WX1 1AA .*CMP-7K3Q-9D Tuesday 24 November 2026 Łucja Wiśniewska 4 Żabia Lane .*Our decision We uphold it\. Shukriyā, ğ, ő\. • £35 • an apology 3\. in writing See our page \(https:\/\/x\.example\/a\) ?\./,
    );
    const sizes = shown.filter(({ str }) => str.trim() !== "").map(({ height }) => height);
    expect(Math.min(...sizes)).toBe(18);
    const raw = Buffer.from(await pdf.getData()).toString("latin1");
    expect(raw).toContain("/FontFile2");
    expect(raw).not.toContain("Helvetica");
  });

  it("can be listened to: language, title, headings and lists are marked", async () => {
    const { info } = (await pdf.getMetadata()) as unknown as { info: object };
    expect(info).toMatchObject({ Title: letter.title, Language: "en-GB" });
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const tags = JSON.stringify(await (await pdf.getPage(1)).getStructTree()).match(
      /(?<="role":")\w+/g,
    );
    expect(tags?.join(" ")).toMatch(
      /^Document( P)+ H2 P L LI Lbl LBody P LI Lbl LBody P L LI Lbl LBody P P Root$/,
    );
  });
});

describe("a letter as a Word document", () => {
  it("has its words, real headings and lists, and the size asked for", async () => {
    const zip = new AdmZip(Buffer.from(await wordLetter({ ...letter, isDraft: true })));
    const part = (name: string): string => zip.readAsText(name);
    const body = part("word/document.xml");
    const said = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text);
    expect(said).toEqual([
      ...letter.letterhead,
      "DRAFT: not approved, not to be posted",
      "Our reference: CMP-7K3Q-9D",
      letter.date,
      ...letter.to,
      "Dear Łucja Wiśniewska",
      "Our decision",
      ...["We ", "uphold", " it.", "Shukriyā, ğ, ő."],
      ...["£35", "an apology", "in writing"],
      ...["See ", "our page", " (https://x.example/a)", "."],
    ]);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>.*Our decision/);
    expect(body.match(/<w:numPr>/g)).toHaveLength(3);
    expect(part("word/styles.xml")).toMatch(/<w:docDefaults>.*<w:sz w:val="36"\/>.*en-GB/);
    expect(part("word/numbering.xml")).toContain('<w:start w:val="3"/>');
    expect(part("docProps/core.xml")).toContain(`<dc:title>${letter.title}</dc:title>`);
  });
});
