import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * J and K (and the arrows) move between the rows of the list the keys were pressed in. Enter needs no
 * help: a row is a link. The keys only work while the list has the focus, so that they never get in
 * the way of dictation.
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = rowsIn(event.currentTarget);
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[current === -1 ? 0 : current + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The rows of a list, from top to bottom. */
export function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-case-row]") ?? [])];
}
