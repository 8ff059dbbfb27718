// `npm start`: plain JavaScript, because on a fresh clone nothing that reads TypeScript is installed yet.
import { installDependencies, requireNode } from "./install.mjs";

requireNode();
installDependencies();

// Installed a moment ago, so it cannot be imported at the top.
const { tsImport } = await import("tsx/esm/api");
const { start } = await tsImport("./start.ts", import.meta.url);
await start(process.argv.slice(2));
