import type { Locator } from "playwright-core";
import type { Window } from "./council-in-a-browser.ts";

/** The newest card of the chat that says these words. */
export function cardSaying({ page }: Window, words: string): Locator {
  return page.getByRole("log").getByRole("listitem").filter({ hasText: words }).last();
}

/** Waits until the tab has said it: a toast to the eye, a live region to a screen reader. */
export async function announced(tab: Window["tab"], words: string): Promise<void> {
  await tab.getByText(words).first().waitFor();
}

/** Chooses from a list by words of the option. */
export async function choose(select: Locator, words: string): Promise<void> {
  const option = select.locator("option", { hasText: words });
  await select.selectOption((await option.getAttribute("value")) ?? "");
}

/** Takes one of the things a form offers, whether as a list or as radio buttons. */
export async function pick(dialog: Locator, words: string): Promise<void> {
  const radio = dialog.getByRole("radio", { name: words });
  const select = dialog.getByRole("combobox");
  await radio.or(select).first().waitFor();
  if ((await radio.count()) > 0) await radio.check();
  else await choose(select, words);
}
