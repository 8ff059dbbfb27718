// Prints every bench of this folder as ratios: a machine's speed cancels out of them, a slope does not.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Ratio } from "./measure.ts";

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".bench.ts"));
for (const file of files) {
  const bench = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as {
    ratios: () => Ratio[];
  };
  console.log(file);
  for (const { what, ratio, expected } of bench.ratios()) {
    console.log(`  ${ratio.toFixed(2)} (about ${expected} expected)  ${what}`);
  }
}
