/** What may go with a log line: identifiers, counts and kinds; never people's names or addresses, nor texts. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Telling those who run Redress what happened. An adapter writes of a `cause` its name, code and stack. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, cause?: unknown): void;
  error(event: string, fields?: LogFields, cause?: unknown): void;
}
