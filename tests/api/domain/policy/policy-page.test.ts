import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { policyPage } from "#api/domain/policy/policy-page.ts";
import type { Policy } from "#api/domain/policy/policy.ts";
import { policiesDocument, policiesPath } from "#local/write-policies.ts";

describe("the page of a policy", () => {
  it("tells a citizen who answers, by when, and where to go after that", () => {
    const page = policyPage(policyOf("borough-2021-12"));
    for (const words of [
      "in force from Wednesday 1 December 2021",
      "| Stage 1 response | 20 working days | receipt |",
      "The next stage can be asked for within 28 calendar days.",
      "Signed off by: Director or Executive Director.",
      "the Local Government and Social Care Ombudsman, www.lgo.org.uk",
    ]) {
      expect(page).toContain(words);
    }
  });

  it("says what its dates wait for, and that those of the Code wait for nothing", () => {
    const council = policyPage(policyOf("stockton-2019"));
    expect(council).toContain(
      "These dates wait only for this:\n\n- Waiting for information from the person\n\nThe dates of the Code do not wait.",
    );
    expect(policyPage(policyOf("children-act-1989"))).not.toContain("The dates of the Code");
    expect(policyPage(policyOf("lgsco-2024"))).toContain("Pauses: none.");
  });

  const lgsco = policyOf("lgsco-2024");
  const pageWith = (counting: Partial<Policy["counting"]>) =>
    policyPage({ ...lgsco, counting: { ...lgsco.counting, ...counting } });

  it("tells how receipt counts where it is not the very day", () => {
    const rules = {
      "The day of receipt is day 1.": { receipt: "day 1" },
      "What arrives on a day off counts from the next working day.": {
        receivedOnDayOff: "next working day",
      },
      "What arrives from 17:00 on counts from the next working day.": { cutOff: "17:00" },
    } as const;
    for (const [words, counting] of Object.entries(rules)) {
      expect(pageWith(counting)).toContain(words);
      expect(policyPage(lgsco)).not.toContain(words);
    }
  });

  it("tells by when it is reviewed, where that is known", () => {
    expect(policyPage({ ...lgsco, reviewBy: "2027-03-31" })).toContain(
      "To be reviewed by Wednesday 31 March 2027.",
    );
    expect(policyPage({ ...lgsco, reviewBy: undefined })).not.toContain("To be reviewed");
  });

  it("has no heading without anything under it", () => {
    const page = policyPage({
      ...lgsco,
      leftOpen: [],
      flags: [],
      exclusions: [],
      triage: { ...lgsco.triage, questions: [] },
    });
    expect(page).not.toContain("What the document leaves open");
    expect(page).not.toContain("Shown on the case:");
    expect(page).not.toContain("Not handled here:");
    expect(page).not.toContain("Asked each time:");
    expect(page).not.toMatch(/\n{3}/);
  });

  it("keeps its tables whole when the document’s words hold a bar", () => {
    const [first, ...types] = lgsco.caseTypes;
    if (first === undefined) throw new Error("The Code knows kinds of cases.");
    const page = policyPage({
      ...lgsco,
      caseTypes: [{ ...first, definition: "late | wrong" }, ...types],
    });
    expect(page).toContain("| late \\| wrong |");
  });

  it("in docs/policies.md is as the data now stands (npm run docs:policies writes it anew)", async () => {
    expect(await readFile(policiesPath, "utf8")).toBe(await policiesDocument());
  });
});
