import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof Manifest>;

export const budgetKilobytes = 230;

/** The JavaScript files of a built tab that must arrive before "My cases" shows. */
export function firstLoadFiles(manifest: Manifest): readonly string[] {
  const needed = new Set<string>();
  const need = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || needed.has(chunk.file)) return;
    needed.add(chunk.file);
    chunk.imports?.forEach(need);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) need(key);
  return [...needed].filter((file) => file.endsWith(".js"));
}

/** The size of a built tab's first load in kilobytes (1,000 bytes), compressed as it travels. */
export function firstLoadKilobytes(builtTab: string): number {
  const read = (file: string) => readFileSync(path.join(builtTab, file));
  const manifest = Manifest.parse(JSON.parse(read(".vite/manifest.json").toString("utf8")));
  const sizes = firstLoadFiles(manifest).map((file) => gzipSync(read(file)).byteLength);
  if (sizes.length === 0)
    throw new Error(`No entry in the manifest of ${builtTab}: build it first.`);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

if (process.argv[1] === import.meta.filename) {
  const size = firstLoadKilobytes(path.join(import.meta.dirname, "../dist/tab"));
  process.stdout.write(
    `First load of the tab: ${size.toFixed(1)} kB of JavaScript (gzip), budget ${budgetKilobytes} kB\n`,
  );
  if (size > budgetKilobytes) process.exitCode = 1;
}
