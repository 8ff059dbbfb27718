import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endChild, endedByItself, machineEnvironment } from "../child-process.ts";

/** Where blobs, queues and tables listen on the loopback interface; 0 takes any free port. */
export type AzuritePorts = {
  readonly blobs: number;
  readonly queues: number;
  readonly tables: number;
};

type AzuriteOptions = {
  /** Where the data is kept; without a folder it lives in memory and is gone at the stop. */
  readonly folder?: string;
  readonly ports?: AzuritePorts;
  /** How far the estate's clock is ahead of the machine's. */
  readonly offsetMs?: number;
};

/** One running Azurite. */
export type Azurite = {
  readonly connectionString: string;
  readonly pid: number;
  /** Resolves, with what happened, only when Azurite ends without having been stopped. */
  readonly ended: Promise<string>;
  /** Moves its time, so that delayed messages become visible when the estate's clock says so. */
  readonly moveClock: (offsetMs: number) => Promise<void>;
  /** Asks it to save and end, and resolves when the process is gone. */
  readonly stop: () => Promise<void>;
};

const freePorts: AzuritePorts = { blobs: 0, queues: 0, tables: 0 };
const services = ["Blob", "Queue", "Table"] as const;
type ServiceUrls = Record<(typeof services)[number], string>;

/** Starts the storage emulator as a child process; rejects with Azurite's own words when it cannot listen. */
export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  const child = forkAzurite(options);
  const { pid } = child;
  if (pid === undefined) throw new Error("Azurite's process could not be started.");
  const urls = await listening(child);
  let stopping = false;
  const ended = endedByItself(child, "Azurite", () => stopping);
  return {
    connectionString: connectionString(urls),
    pid,
    ended,
    async moveClock(offsetMs) {
      if (!child.connected) return;
      const moved = once(child, "message");
      child.send({ offsetMs });
      await moved;
    },
    async stop() {
      stopping = true;
      await endChild(child);
    },
  };
}

function forkAzurite({ folder, ports = freePorts, offsetMs = 0 }: AzuriteOptions): ChildProcess {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const { blobs, queues, tables } = ports;
  return fork(
    fileURLToPath(new URL("azurite-process.mjs", import.meta.url)),
    [
      ...["--silent", "--disableTelemetry", "--skipApiVersionCheck"],
      ...["--blobPort", blobs, "--queuePort", queues, "--tablePort", tables].map(String),
      ...(folder === undefined ? ["--inMemoryPersistence"] : ["--location", folder]),
    ],
    {
      // In a process group of its own: Ctrl-C must reach the parent alone, which stops things in order.
      detached: true,
      env: { ...machineEnvironment(), ESTATE_CLOCK_OFFSET_MS: String(offsetMs) },
      execArgv: [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
}

/** Azurite says on its standard output where each service listens: the only sign that is surely its own. */
function listening(child: ChildProcess): Promise<ServiceUrls> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const [Blob, Queue, Table] = services.map((service) => listeningUrl(said, service));
      if (Blob !== undefined && Queue !== undefined && Table !== undefined) {
        child.removeAllListeners("exit");
        // Read on and forget, or a full pipe would stop Azurite.
        child.stdout?.off("data", read).resume();
        child.stderr?.off("data", read).resume();
        resolve({ Blob, Queue, Table });
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`Azurite did not start. It said: ${said.trim()}`)));
    child.once("error", reject);
  });
}

function listeningUrl(said: string, service: string): string | undefined {
  return new RegExp(`Azurite ${service} service is successfully listening at (\\S+)`).exec(
    said,
  )?.[1];
}

/** The account and key every Azurite has: they are published and protect nothing. */
const account = "devstoreaccount1";
const accountKey =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

function connectionString(urls: ServiceUrls): string {
  return [
    "DefaultEndpointsProtocol=http",
    `AccountName=${account}`,
    `AccountKey=${accountKey}`,
    ...services.map((service) => `${service}Endpoint=${urls[service]}/${account}`),
  ].join(";");
}
