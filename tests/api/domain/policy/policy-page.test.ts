import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { policyPage } from "#api/domain/policy/policy-page.ts";
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

  it("in docs/policies.md is as the data now stands (npm run docs:policies writes it anew)", async () => {
    expect(await readFile(policiesPath, "utf8")).toBe(await policiesDocument());
  });
});
