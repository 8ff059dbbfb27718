import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { LogLevel } from "./core-api.ts";

/** Writes one line about what happened; `fields` name ids, counts and outcomes, never personal data. */
export type HostLog = (
  level: LogLevel,
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

/** Keeps the host's log as JSON lines in a file; synchronous, so that a crash does not swallow its own reason. */
export function openHostLog(file: string): HostLog {
  mkdirSync(dirname(file), { recursive: true });
  return (level, event, fields) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
    appendFileSync(file, `${line}\n`);
  };
}
