import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const { resolve } = createRequire(import.meta.url);

/** Puts beside the worker of pdf.js what that loads by its name for a scan in JPEG 2000. */
function scanDecoder(): Plugin {
  const decoder = resolve("pdfjs-dist/wasm/openjpeg_nowasm_fallback.js");
  const { version } = JSON.parse(readFileSync(resolve("pdfjs-dist/package.json"), "utf8")) as {
    version: string;
  };
  return {
    name: "scan-decoder",
    generateBundle() {
      const fileName = `assets/pdfjs-${version}/${path.basename(decoder)}`;
      this.emitFile({ type: "asset", fileName, source: readFileSync(decoder) });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: "/tab/",
  plugins: [react(), scanDecoder()],
  build: {
    outDir: "../dist/tab",
    emptyOutDir: true,
    // Read by first-load.ts, which holds the first page to its budget.
    manifest: true,
    modulePreload: { polyfill: false },
  },
});
