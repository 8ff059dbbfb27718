import { errorKinds } from "../../services/error-kinds.ts";
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
        JSON.stringify({ level, event, ...fields, ...(cause ? { cause: errorKinds(cause) } : {}) }),
      );
    };
  return { info: log("info"), warn: log("warn"), error: log("error") };
}
