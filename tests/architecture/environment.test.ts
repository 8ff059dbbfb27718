import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesIn, root } from "./source-files.ts";

/** Whether this source can read the environment: it names Node's `process` for anything but another member. */
function readsEnvironment(source: string): boolean {
  const isReader = (node: ts.Node): boolean => {
    if (ts.isStringLiteral(node) && ts.isImportDeclaration(node.parent))
      return node.text === "process" || node.text === "node:process";
    return ts.isIdentifier(node) && node.text === "process" && isReading(node);
  };
  const visit = (node: ts.Node): boolean => isReader(node) || !!ts.forEachChild(node, visit);
  return visit(ts.createSourceFile("source.tsx", source, ts.ScriptTarget.Latest, true));
}

function isReading(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isMethodDeclaration(parent) || ts.isPropertyAssignment(parent)) return false;
  if (!ts.isPropertyAccessExpression(parent)) return true;
  const isNodes = parent.expression === name || parent.expression.getText() === "globalThis";
  const member = parent.expression === name ? parent : parent.parent;
  return isNodes && (!ts.isPropertyAccessExpression(member) || member.name.text === "env");
}

describe("the environment", () => {
  it.each([
    "const key = process.env.KEY;",
    `const key = process["env"]["KEY"];`,
    "const { env } = process;",
    "const key = globalThis.process.env.KEY;",
    "const node = process; const key = node.env.KEY;",
    `import { env } from "node:process";`,
    `import settings from "process";`,
  ])("is seen to be read by %s", (source) => {
    expect(readsEnvironment(source)).toBe(true);
  });

  it.each([
    "await adapter.process(request);",
    "process.stdout.write('done'); globalThis.process.exitCode = 1;",
    "class Queue { process() { return 1; } }",
    `// process.env is read elsewhere\nconst words = "we process complaints";`,
  ])("is not seen to be read by %s", (source) => {
    expect(readsEnvironment(source)).toBe(false);
  });

  it("is read by api/main.ts alone", () => {
    const readers = filesIn("api", "bot", "tab")
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith("vite.config.ts"))
      .filter((path) => readsEnvironment(readFileSync(join(root, path), "utf8")));
    expect(readers).toEqual(["api/main.ts"]);
  });
});
