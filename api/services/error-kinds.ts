/**
 * The kinds and statuses of an error and its causes, such as `Error < RestError 503`: all that may be
 * written of it, since a message may quote what a person wrote (invariant I8).
 */
export function errorKinds(cause: unknown): string {
  const kinds: string[] = [];
  for (let one: unknown = cause; one instanceof Error && kinds.length < 5; one = one.cause) {
    const status = (one as { statusCode?: unknown }).statusCode;
    kinds.push(typeof status === "number" ? `${one.name} ${status}` : one.name);
  }
  return kinds.length > 0 ? kinds.join(" < ") : typeof cause;
}
