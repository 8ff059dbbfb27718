import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL("page", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../../dist/teams-shell", import.meta.url)),
    emptyOutDir: true,
    // One page on one machine: a single script is simpler than it is large.
    chunkSizeWarningLimit: 2000,
  },
});
