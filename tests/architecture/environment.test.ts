import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesIn, root } from "./source-files.ts";

/** Whether this source mentions Node's `process`, through which alone the environment can be read. */
function touchesProcess(source: string): boolean {
  const isProcess = (node: ts.Node): boolean => {
    if (ts.isStringLiteral(node) && ts.isImportDeclaration(node.parent))
      return node.text === "process" || node.text === "node:process";
    if (!ts.isIdentifier(node) || node.text !== "process") return false;
    const { parent } = node;
    const isMemberOfSomethingElse =
      (ts.isPropertyAccessExpression(parent) &&
        parent.name === node &&
        parent.expression.getText() !== "globalThis") ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyAssignment(parent);
    return !isMemberOfSomethingElse;
  };
  const visit = (node: ts.Node): boolean => isProcess(node) || !!ts.forEachChild(node, visit);
  return visit(ts.createSourceFile("source.tsx", source, ts.ScriptTarget.Latest, true));
}

describe("the environment", () => {
  it.each([
    "const key = process.env.KEY;",
    `const key = process["env"]["KEY"];`,
    "const { env } = process;",
    "const key = globalThis.process.env.KEY;",
    `import { env } from "node:process";`,
    `import settings from "process";`,
  ])("is seen to be read by %s", (source) => {
    expect(touchesProcess(source)).toBe(true);
  });

  it.each([
    "await adapter.process(request);",
    "class Queue { process() { return 1; } }",
    `// process.env is read elsewhere\nconst words = "we process complaints";`,
  ])("is not seen to be read by %s", (source) => {
    expect(touchesProcess(source)).toBe(false);
  });

  it("is read by api/main.ts alone", () => {
    const readers = filesIn("api", "bot", "tab")
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith("vite.config.ts"))
      .filter((path) => touchesProcess(readFileSync(join(root, path), "utf8")));
    expect(readers).toEqual(["api/main.ts"]);
  });
});
