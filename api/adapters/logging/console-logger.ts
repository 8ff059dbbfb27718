import type { Logger, LogFields } from "../../services/ports/logger.ts";

/**
 * One line of JSON an event, which the Functions host carries to Application Insights. Of a cause only
 * its kinds and statuses are written, since a message may quote what a person wrote (invariant I8).
 */
export function createConsoleLogger(write: (line: string) => void): Logger {
  const log =
    (level: string) =>
    (event: string, fields: LogFields = {}, cause?: unknown) => {
      write(
        JSON.stringify({ level, event, ...fields, ...(cause ? { cause: causeOf(cause) } : {}) }),
      );
    };
  return { info: log("info"), warn: log("warn"), error: log("error") };
}

function causeOf(cause: unknown): string {
  const kinds: string[] = [];
  for (let one: unknown = cause; one instanceof Error && kinds.length < 5; one = one.cause) {
    const status = (one as { statusCode?: unknown }).statusCode;
    kinds.push(typeof status === "number" ? `${one.name} ${status}` : one.name);
  }
  return kinds.length > 0 ? kinds.join(" < ") : typeof cause;
}
