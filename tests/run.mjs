// `npm test` on a fresh clone: installs and builds what is missing, then runs every test.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installDependencies, requireNode } from "../local/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

requireNode();
installDependencies();
const chromium = await provideChromium();
run("npm", ["run", "build"]);
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], {
  CHROMIUM_PATH: chromium,
});

/** tsx was installed a moment ago, so it cannot be imported at the top. */
async function provideChromium() {
  const { tsImport } = await import("tsx/esm/api");
  const { installChromium } = await tsImport("./browser/install-chromium.ts", import.meta.url);
  try {
    return await installChromium();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** Ends the process with the command's own status when the command fails. */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: command === "npm" && process.platform === "win32",
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
