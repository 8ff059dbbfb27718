import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type FunctionsHost,
  type FunctionsHostOptions,
  startFunctionsHost,
} from "#local/functions-host/functions-host.ts";

type FixtureOptions = Partial<FunctionsHostOptions> & {
  /** host.json without its version. */
  readonly hostJson?: object;
};

/** A small app in a folder of its own, and the hosts started on it. */
export type FixtureApp = {
  readonly folder: string;
  start(options?: FixtureOptions): Promise<FunctionsHost>;
  /** What the app recorded about its runs, across restarts of its host. */
  recorded(name: string): readonly Record<string, unknown>[];
  /** The lines of the host's log whose event is this one. */
  logged(event: string): readonly Record<string, unknown>[];
  remove(): Promise<void>;
};

/** Lays out an app around one file of `fixtures/`, as a built app with its dependencies would lie. */
export function fixtureApp(main: string): FixtureApp {
  const folder = mkdtempSync(join(tmpdir(), "functions-app-"));
  const logFile = join(folder, "host.log");
  const record = join(folder, "record.log");
  const hosts: FunctionsHost[] = [];
  writeFileSync(record, "");
  copyFileSync(fileURLToPath(new URL(`fixtures/${main}`, import.meta.url)), join(folder, main));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fixture", main }));
  symlinkSync(
    fileURLToPath(new URL("../../../node_modules", import.meta.url)),
    join(folder, "node_modules"),
  );
  return {
    folder,
    async start({ hostJson = {}, settings = {}, ...options } = {}) {
      writeFileSync(join(folder, "host.json"), JSON.stringify({ version: "2.0", ...hostJson }));
      const host = await startFunctionsHost({
        appFolder: folder,
        port: 0,
        logFile,
        offsetMs: 0,
        settings: { RECORD: record, ...settings },
        ...options,
      });
      hosts.push(host);
      return host;
    },
    recorded: (name) => lines(record).filter((line) => line.name === name),
    logged: (event) => lines(logFile).filter((line) => line.event === event),
    async remove() {
      await Promise.all(hosts.map((host) => host.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}

const lines = (file: string): readonly Record<string, unknown>[] =>
  readFileSync(file, "utf8")
    .split("\n")
    // What a crashing process itself writes is no JSON.
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
