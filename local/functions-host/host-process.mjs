// The process around the functions host. The host is TypeScript and is loaded in a namespace of its own; the app is
// loaded by Node's own import, so that it runs exactly as it was built.
import { tsImport } from "tsx/esm/api";

process.once("disconnect", () => process.exit());
if (!process.connected) process.exit();

const { runHost } = await tsImport("./host.ts", import.meta.url);
await runHost(JSON.parse(process.argv[2]), (url) => import(url));
