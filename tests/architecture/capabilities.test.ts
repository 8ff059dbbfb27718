import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

type Capability = {
  readonly number: string;
  readonly words: string;
  readonly status: string;
  readonly proofs: readonly string[];
};

function capabilitiesIn(page: string): Capability[] {
  const rows = page.split("\n").filter((line) => /^\| C-\d/.test(line));
  return rows.map((row) => {
    const [number = "", words = "", status = "", proof = ""] = row
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { number, words, status, proofs: proof === "" ? [] : proof.split(/,\s*/) };
  });
}

/** What is wrong with a row's claim, in words; nothing when the claim can be believed. */
function faultOf({ status, proofs }: Capability, exists: (path: string) => boolean) {
  if (status === "not yet") return proofs.length === 0 ? undefined : "proves what is not there";
  if (status !== "works" && !/^partly: \S/.test(status))
    return `has the unknown status "${status}"`;
  if (proofs.length === 0) return "names no test";
  const missing = proofs.filter(
    (proof) => !/^`tests\/.+\.test\.tsx?`$/.test(proof) || !exists(proof.slice(1, -1)),
  );
  return missing.length === 0 ? undefined : `names no test file: ${missing.join(", ")}`;
}

describe("docs/capabilities.md", () => {
  const capabilities = capabilitiesIn(readFileSync(join(root, "docs/capabilities.md"), "utf8"));

  it("has each of C-1 to C-160 once, in order, in words", () => {
    const wanted = Array.from({ length: 160 }, (_, index) => `C-${index + 1}`);
    expect(capabilities.map(({ number }) => number)).toEqual(wanted);
    expect(capabilities.filter(({ words }) => words === "")).toEqual([]);
  });

  it("claims nothing without a test file that proves it", () => {
    const faults = capabilities.flatMap((capability) => {
      const fault = faultOf(capability, (path) => existsSync(join(root, path)));
      return fault === undefined ? [] : [`${capability.number} ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ["works | `tests/here.test.ts`", undefined],
    ["partly: mail only | `tests/here.test.ts`, `tests/here.test.tsx`", undefined],
    ["not yet | ", undefined],
    ["works | ", "names no test"],
    ["partly | `tests/here.test.ts`", 'has the unknown status "partly"'],
    [
      "works | `tests/here.test.ts`, `tests/gone.test.ts`",
      "names no test file: `tests/gone.test.ts`",
    ],
    ["works | `api/here.ts`", "names no test file: `api/here.ts`"],
    ["not yet | `tests/here.test.ts`", "proves what is not there"],
  ])("would be judged on a row that says %s", (claim, fault) => {
    const [capability] = capabilitiesIn(`| C-1 | Do it | ${claim} |`);
    const exists = (path: string) => path.includes("/here.");
    expect(capability && faultOf(capability, exists)).toBe(fault);
  });
});
