import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** What a key asks of the case it is pressed on; the case says whether it is offered. */
const wishes: Readonly<Record<string, string>> = { a: "assign", d: "save-draft" };

/**
 * J and K (and the arrows) move between the rows of the list the keys were pressed in. Enter needs no
 * help: a row is a link. The keys only work while the list has the focus, so that they never get in
 * the way of dictation.
 */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || withModifier(event)) return;
  const rows = rowsIn(event.currentTarget);
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[current === -1 ? 0 : current + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The case and what is to be done with it, where a key asks for that. */
export function wishOfKey(
  event: KeyboardEvent<HTMLElement>,
): { readonly caseId: string; readonly wish: string } | undefined {
  const wish = wishes[event.key];
  const row = rowsIn(event.currentTarget).find((each) => each.contains(document.activeElement));
  const caseId = row?.dataset.caseRow;
  return wish === undefined || caseId === undefined || withModifier(event)
    ? undefined
    : { caseId, wish };
}

/** The rows of a list, from top to bottom. */
export function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-case-row]") ?? [])];
}

function withModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
