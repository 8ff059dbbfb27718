import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/tab/",
  plugins: [react()],
  build: {
    outDir: "../dist/tab",
    emptyOutDir: true,
    // Read by first-load.ts, which holds the first page to its budget.
    manifest: true,
    modulePreload: { polyfill: false },
  },
});
