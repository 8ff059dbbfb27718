import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { FixtureShell } from "./fixture-shell.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Someone at a browser window on the shell, who notices what goes wrong in it. */
export type Visitor = {
  readonly page: Page;
  /** Errors the page logged or threw, and what its host warned of. */
  readonly errors: string[];
  readonly warnings: string[];
  goTo(path: string): Promise<void>;
  leave(): Promise<void>;
};

type Choices = {
  readonly path?: string;
  readonly width?: number;
  readonly context?: BrowserContext;
};

/**
 * Opens a window on the shell; in the same browser profile as another when given its context, where a
 * window that somebody left is used again.
 */
export async function visit(
  browser: Browser,
  { origin }: FixtureShell,
  { path = "", width = 1280, context }: Choices = {},
): Promise<Visitor> {
  const profile = context ?? (await browser.newContext());
  const page = profile.pages().find(isLeft) ?? (await profile.newPage());
  await page.setViewportSize({ width, height: 800 });
  const errors: string[] = [];
  const warnings: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "warning") warnings.push(message.text());
    // teams-js asks Microsoft for a list of hosts, and falls back on its own when it is offline.
    if (message.type() === "error" && !message.location().url.includes("res.cdn.office.net")) {
      errors.push(message.text());
    }
  });
  const goTo = async (next: string) => {
    await page.goto(`${origin}/${next}`);
  };
  await goTo(path);
  const leave = async () => {
    if (context === undefined) return profile.close();
    // A window behind another one is hardly drawn any more.
    if (profile.pages().length > 1) return page.close();
    page.removeAllListeners();
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto(nowhere);
  };
  return { page, errors, warnings, goTo, leave };
}

const nowhere = "about:blank";
const isLeft = (page: Page) => page.url() === nowhere;

type AxeWindow = {
  axe: {
    run: (
      context: unknown,
      options: unknown,
    ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
};

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme can break: it changes colours and nothing else. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with what is on the page, once nothing on it moves any more. */
export async function accessibilityProblems(page: Page, runOnly = everyRule): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.addScriptTag({ path: axePath });
  return page.evaluate(async (rules) => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
    const { violations } = await (window as unknown as AxeWindow).axe.run(
      // Tabster's sentinels are focusable and hidden on purpose.
      { exclude: ["[data-tabster-dummy]"] },
      { iframes: false, runOnly: rules },
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, runOnly);
}
