/** Storage may be full, blocked or damaged by hand; writing goes on without it. */
export function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
