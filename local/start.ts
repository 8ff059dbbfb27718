import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, BuildFailed, isBuildStale } from "./build.ts";
import { type CheckResult, runCheck } from "./check.ts";
import { DataFolderInUse } from "./data-folder.ts";
import { estate as council } from "./estate.ts";
import { PortTaken, portBlock, refuseTakenPorts } from "./estate-ports.ts";
import { type Estate, startEstate } from "./estate-runtime.ts";
import { deliverSampleMail } from "./first-mail.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const usage = `npm start -- [options]
  --port N   serve the page at port N and move the estate's other ports with it
  --data F   keep everything in folder F instead of .estate
  --fresh    begin anew: empty the data folder first
  --check    walk through the main journey on an estate of its own; prints its result as one line of JSON`;

/** Carries out `npm start` with its options, and ends the process with the exit code that tells how it went. */
export async function start(args: readonly string[]): Promise<void> {
  try {
    const options = readOptions(args);
    // What `--check` prints on standard output is read by programs.
    const say = options.check ? console.error : console.log;
    // Before the build, which takes longer than anybody wants to wait for this answer.
    if (!options.check) await refuseTakenPorts(portBlock(options.port));
    if (isBuildStale(root)) {
      say("Building the app, its tab and the Teams shell ...");
      build(root);
    }
    if (options.check) await check();
    else await serve(options);
  } catch (error) {
    console.error(isExplained(error) ? error.message : error);
    process.exitCode = 1;
  }
}

/** Wrong use, for which a sentence says more than a stack trace. */
class WrongUse extends Error {}

const isExplained = (error: unknown): error is Error =>
  [WrongUse, BuildFailed, PortTaken, DataFolderInUse].some((kind) => error instanceof kind);

type StartOptions = {
  readonly data: string;
  readonly fresh: boolean;
  readonly check: boolean;
  readonly port?: number;
};

function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        data: { type: "string", default: join(root, ".estate") },
        fresh: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
      },
    });
    const { port, ...others } = values;
    return port === undefined ? others : { ...others, port: portNumber(port) };
  } catch (cause) {
    throw new WrongUse(`${cause instanceof Error ? cause.message : ""}\n${usage}`, { cause });
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  // The block of ports reaches from 55 below the page's to 12 above it.
  if (Number.isInteger(port) && port >= 1100 && port <= 65_500) return port;
  throw new WrongUse(`--port needs a number from 1100 to 65500, not "${text}".`);
}

async function serve({ data, fresh, port }: StartOptions): Promise<void> {
  console.log(`Starting Redress for ${council.council}, on this machine only:`);
  const estate = await startEstate({
    dataFolder: resolve(data),
    ports: portBlock(port),
    fresh,
    firstMail: deliverSampleMail,
    log: (line) => console.log(`  ${line}`),
  });
  console.log(welcome(estate, data));
  const why = await Promise.race([estate.lost, untilStopped()]);
  if (why !== undefined) {
    console.error(`${why} Stopping the estate.`);
    process.exitCode = 1;
  }
  await estate.stop();
}

/** Resolves when the person presses Ctrl-C or another process asks this one to end. */
const untilStopped = (): Promise<undefined> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve(undefined));
    }
  });

const welcome = ({ url, smtp }: Estate, data: string): string => `
Open ${url}

  Be one of the council's people there: each has the Redress tab and a chat with the bot.
  Complain as a citizen on the same page, or from any mail program that sends to
  ${council.mailbox} through ${smtp.host}:${smtp.port}.
  Move the clock to see deadlines come.

Everything is kept in ${data}; start with --fresh to begin anew. Ctrl-C stops it.
`;

/** Runs the scripted journey on an estate beside any other; its data stays only when it failed, to see why. */
async function check(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "redress-check-"));
  try {
    const result = await checkedIn(dataFolder);
    rmSync(dataFolder, { recursive: true });
    console.log(JSON.stringify(result));
  } catch (error) {
    console.error(error);
    console.error(`What the estate wrote is in ${dataFolder}.`);
    const why = error instanceof Error ? error.message : String(error);
    console.log(JSON.stringify({ failed: why }));
    process.exitCode = 1;
  }
}

async function checkedIn(dataFolder: string): Promise<CheckResult> {
  const estate = await startEstate({
    ...{ dataFolder, ports: "free", log: console.error },
    firstMail: deliverSampleMail,
  });
  try {
    return await runCheck(estate, console.error);
  } finally {
    await estate.stop();
  }
}
