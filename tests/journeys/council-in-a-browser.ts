import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { estate as council } from "#local/estate.ts";
import { startEstate, type Estate } from "#local/estate-runtime.ts";
import { launchChromium } from "#tests/browser/chromium.ts";

/** Long enough for anything this machine does; a step that takes longer has failed. */
const patienceMs = 20_000;

/** One of the council's people at a browser window of their own. */
export type Window = { readonly page: Page; readonly tab: FrameLocator };

/** The running estate and a browser in which everybody has a window. */
export class CouncilInABrowser {
  /** What any page logged as an error or threw. */
  readonly errors: string[] = [];
  readonly estate: Estate;
  readonly #browser: Browser;
  readonly #dataFolder: string;

  private constructor(estate: Estate, browser: Browser, dataFolder: string) {
    this.estate = estate;
    this.#browser = browser;
    this.#dataFolder = dataFolder;
  }

  static async open(): Promise<CouncilInABrowser> {
    const dataFolder = await mkdtemp(join(tmpdir(), "redress-journey-"));
    const estate = await startEstate({ dataFolder, ports: "free" });
    return new CouncilInABrowser(estate, await launchChromium(), dataFolder);
  }

  /** What every open window shows, for whoever has to find out why a step failed. */
  async photograph(folder: string): Promise<void> {
    const pages = this.#browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: join(folder, `window-${index}.png`) });
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.estate.stop();
    await rm(this.#dataFolder, { recursive: true });
  }

  /** Opens the shell as a person, at their tab, their chat or a citizen's mailbox. */
  async window(name: string, view: string, width = 1400): Promise<Window> {
    const page = await this.#browser.newPage({ viewport: { width, height: 900 } });
    page.setDefaultTimeout(patienceMs);
    this.#listen(page);
    await page.goto(`${this.estate.url}/#/as/${idOf(name)}/${view}`);
    return { page, tab: page.frameLocator("iframe") };
  }

  /** The same person again, in a fresh window: for what another window has changed meanwhile. */
  async reopen(window: Window, name: string, view: string): Promise<Window> {
    await window.page.close();
    return this.window(name, view);
  }

  /** Moves the estate's clock as its title bar does; what fell due has happened when it resolves. */
  async moveClock(to: string): Promise<void> {
    await this.estate.clock.moveTo(new Date(to));
  }

  #listen(page: Page): void {
    page.on("pageerror", ({ message }) => this.errors.push(message));
    page.on("console", (message) => {
      const { url } = message.location();
      // teams-js asks Microsoft for a list of hosts, and does without it when it is offline.
      if (message.type() === "error" && !url.includes("res.cdn.office.net")) {
        this.errors.push(`${message.text()} (${url})`);
      }
    });
  }
}

function idOf(name: string): string {
  const person = council.people.find((one) => one.name === name);
  if (person === undefined) throw new Error(`Nobody of the council is called ${name}.`);
  return person.id;
}
