import type { Server } from "node:http";
import type axe from "axe-core";
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActionRequest } from "#api/contract/case-action.ts";
import { builtPage, type BuiltPage } from "#tests/browser/built-page.ts";
import { launchChromium } from "#tests/browser/chromium.ts";
import { referenceOf, startingLetter, triageRow } from "./council-data.ts";
import { FakeCouncil, hashOf } from "./fake-council.ts";
import { originOf, serveTab } from "./fixture-server.ts";
import { brokenPdf, passedOnMail, pdfOf, scannedPdf } from "./sent-files.ts";

// The built tab in a real browser, inside a page that plays Teams, under the strictest CSP it can bear.

const caseId = referenceOf(0);
const letter = startingLetter
  .replace(/\[What we looked into.*\]/, "The crew missed it. We are sorry.")
  .replace(/\[What we will do.*\]/, "We will refund **£35** by Friday.");

let builtTab: BuiltPage;
let browser: Browser;
let council: FakeCouncil;
let server: Server;
/** One window for nearly all, which so has the tab's script compiled already. */
let lasting: Page;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  builtTab = await builtPage("tab");
  [server, browser] = await Promise.all([
    serveTab(builtTab.folder, () => council),
    launchChromium(),
  ]);
  lasting = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await builtTab.remove();
});

beforeEach(() => {
  council = new FakeCouncil({ mine: 40, triage: 3, all: 40 });
  council.awaitApproval(referenceOf(5), letter);
});

afterEach(async () => {
  if (page === lasting) await leave();
  expect(complaints.splice(0)).toEqual([]);
});

const desk = { width: 1280, height: 800 };
const narrowestPhone = { width: 320, height: 800 };

type Visit = {
  readonly at: string;
  readonly width?: number;
  readonly subPageId?: string;
  /** The browser that further windows share; the window of all unless told otherwise. */
  readonly within?: BrowserContext;
};

/** Opens the tab in its Teams at a page such as `/my-cases`; collects what the browser complains of. */
async function visit({ at, width = desk.width, subPageId, within }: Visit) {
  page = within === undefined ? lasting : await within.newPage();
  await page.setViewportSize({ ...desk, width });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // teams-js asks Microsoft for its list of hosts, and has one of its own when it may not.
    const ownTrouble = !message.text().includes("res.cdn.office.net");
    if (message.type() === "error" && ownTrouble) complaints.push(message.text());
  });
  const asked = new URLSearchParams(subPageId === undefined ? {} : { subPageId });
  await page.goto(`${originOf(server)}/?${asked.toString()}`);
  const frame = page.frameLocator("iframe");
  await frame.locator("nav").waitFor();
  if (at !== "") await go(at);
  return frame;
}

async function leave(): Promise<void> {
  await tab().evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  page.removeAllListeners();
  await page.goto("about:blank");
}

async function go(at: string): Promise<void> {
  await tab().evaluate((hash) => {
    location.hash = hash;
  }, at);
}

/** The tab's own frame. */
function tab() {
  const [, frame] = page.frames();
  if (frame === undefined) throw new Error("Teams shows no tab.");
  return frame;
}

const sent = () =>
  council.requests.flatMap(({ method, url, body }) =>
    method === "POST" && url.endsWith("/actions") ? [(body as ActionRequest).action] : [],
  );
/** The name of the field that the keyboard is in. */
const focused = () => tab().evaluate(() => document.activeElement?.getAttribute("name"));
/** What was done is said twice: seen in passing, and read out. */
const said = (frame: FrameLocator, words: string | RegExp) =>
  frame.getByText(words).first().waitFor();
const button = (frame: FrameLocator, name: string) =>
  frame.getByRole("button", { name, exact: true });

/** Everything that WCAG 2.2 AA asks and a machine can see. */
const everyRule = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** What of that a theme can break: it changes colours and nothing else. */
const colourRules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What is wrong for people with disabilities once everything that moves has come to rest. */
async function obstacles(rules = everyRule, within = "html"): Promise<string[]> {
  await tab().evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished)),
  );
  const isThere = await tab().evaluate(() => "axe" in globalThis);
  if (!isThere) await tab().addScriptTag({ url: "/axe.js" });
  return tab().evaluate(
    async ({ runOnly, include }) => {
      const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await loaded.run(
        // Tabster's own sentinels, which keep the focus inside a dialog.
        { include, exclude: ["[data-tabster-dummy]"] },
        { runOnly: runOnly as axe.RunOnly, resultTypes: ["violations"] },
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { runOnly: rules, include: within },
  );
}

describe("an officer's day", () => {
  it("goes from the list to a case, writes the reply and submits it", async () => {
    const frame = await visit({ at: "" });
    await frame.getByRole("link", { name: new RegExp(caseId) }).click();
    await button(frame, "Draft reply").click();
    await button(frame, "Next gap (F8), 2 to fill in").click();
    const { keyboard } = page;
    await keyboard.type("The crew missed it. We are sorry.");
    await keyboard.press("F8");
    await keyboard.type("We will refund ");
    await keyboard.press("Control+b");
    await frame.getByRole("button", { name: "Bold (Ctrl+B)", pressed: true }).waitFor();
    await keyboard.type("£35");
    await keyboard.press("Control+b");
    await keyboard.type(" by Friday.");
    await frame.getByText("Saved 14:02").waitFor();
    expect(await obstacles()).toEqual([]);
    await frame.getByRole("tab", { name: "As e-mail" }).click();
    await frame.locator("strong", { hasText: "£35" }).waitFor();
    await button(frame, "Submit for approval").click();
    await said(frame, "Sent to Helen Marsh for approval.");
    await frame.getByRole("region", { name: "Response" }).waitFor();
    // Whoever types slowly is saved more than once.
    expect(sent().at(-2)).toMatchObject({ type: "save-draft", text: letter });
    expect(sent().at(-1)).toEqual({ type: "submit", text: hashOf(letter) });
  });

  it("triages one message and sees the next", async () => {
    const frame = await visit({ at: "/triage" });
    await frame.getByRole("heading", { name: triageRow(0).subject }).waitFor();
    await frame.getByRole("combobox", { name: "Who takes it?" }).selectOption("tom");
    await button(frame, "Confirm and show the next").click();
    await frame.getByRole("heading", { name: triageRow(1).subject }).waitFor();
    expect(sent().map(({ type }) => type)).toEqual(["classify", "assign"]);
  });

  it("takes down a call with the keyboard alone, from the first key to the reference", async () => {
    const frame = await visit({ at: "/log" });
    await expect
      .poll(() => tab().evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe("phone");
    const { keyboard } = page;
    // The day has a part for each of its numbers.
    for (let tabs = 0; tabs < 10 && (await focused()) !== "name"; tabs += 1) {
      await keyboard.press("Tab");
    }
    const words = ["Edith Marlow", "01632 960001", "", "", "Bin in the road", "It is in my way."];
    for (const [index, word] of words.entries()) {
      if (index > 0) await keyboard.press("Tab");
      await keyboard.type(word);
    }
    await keyboard.press("Control+Enter");
    await frame.getByRole("button", { name: "Log another" }).waitFor();
    expect(await obstacles()).toEqual([]);
    const logged = council.requests.find(({ url }) => url === "/api/complaints");
    expect(logged?.body).toMatchObject({
      channel: "phone",
      complainant: { name: "Edith Marlow", phone: "01632 960001" },
      subject: "Bin in the road",
      words: "It is in my way.",
    });
  });

  it("approves a response and keeps the receipt", async () => {
    const frame = await visit({ at: "/approvals" });
    await frame.getByRole("link", { name: new RegExp(referenceOf(5)) }).click();
    await button(frame, "Approve").click();
    await said(frame, /The response to .* is on its way/);
    expect(sent()).toEqual([{ type: "approve", text: hashOf(letter) }]);
  });

  it("asks in a dialog that keeps the focus and gives it back", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "Add a note").focus();
    await page.keyboard.press("Enter");
    const note = frame.getByRole("textbox", { name: "Note" });
    await note.fill("Rang the depot.");
    await frame.getByRole("dialog").getByRole("button", { name: "Add a note" }).click();
    await frame.getByRole("dialog").waitFor({ state: "detached" });
    await said(frame, "Note added.");
    expect(await tab().evaluate(() => document.activeElement?.textContent)).toBe("Add a note");
  });

  it("finds what is rare in the menu, and gives the focus back to it", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "More").focus();
    await page.keyboard.press("Enter");
    await frame.getByRole("menuitem", { name: "Restrict who sees the case" }).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: /^Rhys Evans/ }).check();
    await dialog.getByRole("textbox", { name: "Why only they may see it" }).fill("A colleague.");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    expect(sent()).toEqual([
      { type: "restrict-access", members: ["rhys"], reason: "A colleague." },
    ]);
    expect(await tab().evaluate(() => document.activeElement?.textContent)).toBe("More");
  });

  it("keeps what was written when somebody clicks beside the dialog", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "Add a note").click();
    const note = frame.getByRole("textbox", { name: "Note" });
    await note.fill("Rang the depot.");
    await page.mouse.click(5, 5);
    expect(await note.inputValue()).toBe("Rang the depot.");
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "detached" });
    expect(sent()).toEqual([]);
  });

  it("downloads what came with a message", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    const download = page.waitForEvent("download");
    await button(frame, "Download bins.jpg, 2.4 MB").click();
    expect((await download).suggestedFilename()).toBe("bins.jpg");
  });

  it("reads a PDF beside the case page by page, and learns what to do with one that cannot be drawn", async () => {
    council.files.set("a1", await pdfOf(60));
    const frame = await visit({ at: `/my-cases/${caseId}` });
    const show = button(frame, "Show Receipt 12 November.pdf");
    await show.click();
    await frame.getByText("Only the first 50 are shown here.").waitFor();
    const sheet = (number: number) => frame.getByRole("region", { name: `Page ${number} of 60` });
    await expect.poll(() => inkOn(sheet(1).locator("canvas"))).toBe(true);
    await sheet(1).getByText("Receipt, sheet 1").waitFor();
    await expect.poll(() => frame.locator("canvas").count()).toBeLessThan(5);
    // By the keyboard alone, from the first page to the last one shown.
    await frame.getByRole("dialog").getByText("60 pages").click();
    await page.keyboard.press("End");
    await expect.poll(() => inkOn(sheet(50).locator("canvas"))).toBe(true);
    await sheet(1).locator("canvas").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await frame.getByRole("dialog").waitFor({ state: "detached" });

    council.files.set("a1", scannedPdf);
    await show.click();
    await expect.poll(() => inkOn(frame.locator("canvas"))).toBe(true);
    await frame.getByText("No words on this page can be read out.").waitFor();
    await button(frame, "Close").click();
    council.files.set("a1", await pdfOf(1, "sesame"));
    await show.click();
    await frame.getByText("A password protects this PDF. Download it").waitFor();
    const download = page.waitForEvent("download");
    await button(frame, "Download").click();
    expect((await download).suggestedFilename()).toBe("Receipt 12 November.pdf");
    await button(frame, "Close").click();
    council.files.set("a1", brokenPdf);
    await show.click();
    await frame.getByText("This PDF cannot be drawn here").waitFor();
    await button(frame, "Close").click();
    council.files.set("a1", passedOnMail);
    await show.click();
    await frame.getByText("It is no PDF, whatever it is called.").waitFor();
  });
});

describe("what must not get lost", () => {
  it("is there again after a reload that came before it was saved", async () => {
    let frame = await visit({ at: `/my-cases/${caseId}/reply` });
    const editor = () => frame.getByRole("textbox", { name: "Reply to Margaret Ellis" });
    await editor().fill("Written a moment before the reload");
    await page.reload();
    frame = page.frameLocator("iframe");
    await frame.locator("nav").waitFor();
    await go(`/my-cases/${caseId}/reply`);
    await editor().getByText("Written a moment before the reload").waitFor();
  });

  it("is kept and said to be kept while there is no connection, and saved when there is", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}/reply` });
    const editor = frame.getByRole("textbox", { name: "Reply to Margaret Ellis" });
    await editor.waitFor();
    await page.context().setOffline(true);
    await editor.fill("Written on a train");
    await frame.getByText("Not saved: you are offline, your words are kept here").waitFor();
    await page.context().setOffline(false);
    await frame.getByText("Saved 14:02").waitFor();
    complaints.splice(0);
    expect(sent().at(-1)).toEqual({ type: "save-draft", text: "Written on a train", from: "" });
  });

  it("outlives windows that are closed offline: it is named on every page, and all of it is saved", async () => {
    const machine = await browser.newContext({ viewport: desk });
    const kept = "Not saved: you are offline, your words are kept here";
    const editorIn = (frame: FrameLocator) =>
      frame.getByRole("textbox", { name: "Reply to Margaret Ellis" });
    const windows: Page[] = [];
    for (const words of ["Written in the first window", "Written in the second"]) {
      const frame = await visit({ at: `/my-cases/${caseId}/reply`, within: machine });
      await editorIn(frame).waitFor();
      await tab().evaluate(() => {
        globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
      });
      await editorIn(frame).fill(words);
      await frame.getByText(kept).waitFor();
      windows.push(page);
    }
    expect(sent()).toEqual([]);
    for (const window of windows) await window.close();

    const frame = await visit({ at: "/all-cases", within: machine });
    const stored = await tab().evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(stored).toContain(caseId);
    expect(stored).not.toContain("Written");
    await frame.getByRole("link", { name: `open the letter of ${caseId}` }).click();
    await editorIn(frame).getByText("Written in the second").waitFor();
    await frame.getByText("What another window had not saved becomes a version too.").waitFor();
    await frame.getByText("Saved 14:02").waitFor();
    const first = "Written in the first window";
    expect(sent().slice(-2)).toEqual([
      { type: "save-draft", text: first, from: "", keep: true },
      { type: "save-draft", text: "Written in the second", from: hashOf(first), keep: true },
    ]);
    expect(await tab().evaluate(() => localStorage.length)).toBe(0);
    await expectNoObstacles();
    await machine.close();
  });

  it("is the row under a finger, when numbers and tools come after the list on a phone", async () => {
    const frame = await visit({ at: "", width: narrowestPhone.width });
    const rowsCame = page.waitForResponse((response) => response.url().endsWith("/all-cases"));
    await page.route("**/all-cases/summary", async (route) => {
      await rowsCame;
      await framesPainted(10);
      await route.continue();
    });
    await tab().evaluate(() => {
      const shifted: string[] = [];
      Object.assign(globalThis, { shifted });
      new PerformanceObserver((list) => {
        for (const { sources = [] } of list.getEntries() as (PerformanceEntry & Shift)[]) {
          for (const { node } of sources) shifted.push(node?.textContent ?? "");
        }
      }).observe({ type: "layout-shift" });
    });
    await go("/all-cases");
    await frame.getByRole("group", { name: "Order and filters" }).waitFor();
    await frame.getByRole("link", { name: new RegExp(caseId) }).waitFor();
    await framesPainted(2);
    const shifted = await tab().evaluate(() => (globalThis as unknown as Shifted).shifted);
    expect(shifted.filter((words) => words.includes("CMP-"))).toEqual([]);
  });

  it("is the place in the list, when a case was opened over it on a phone", async () => {
    const frame = await visit({ at: "/my-cases", width: 360 });
    const row = frame.getByRole("link", { name: new RegExp(referenceOf(30)) });
    await row.scrollIntoViewIfNeeded();
    const before = await row.boundingBox();
    await row.click();
    await frame.getByRole("link", { name: "Back to My cases" }).click();
    await row.waitFor();
    expect(await row.boundingBox()).toEqual(before);
    expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe("inside Teams", () => {
  it("opens the case that a link names", async () => {
    const frame = await visit({ at: "", subPageId: referenceOf(3) });
    await frame.getByRole("heading", { name: /Pothole outside/ }).waitFor();
  });

  it("opens the case that a link names when the tab was only asleep", async () => {
    const frame = await visit({ at: "/my-cases" });
    const contentUrl = `${originOf(server)}/tab/?case=${referenceOf(3)}`;
    await page.evaluate((url) => {
      const load = { func: "load", args: [{ entityId: "cases", contentUrl: url }] };
      frames[0]?.postMessage(load, "*");
    }, contentUrl);
    await frame.getByRole("heading", { name: /Pothole outside/ }).waitFor();
  });
});

const everyPage = [
  ["My cases", "/my-cases", "link"],
  ["a case", `/my-cases/${caseId}`, "tablist"],
  ["a reply", `/my-cases/${caseId}/reply`, "textbox"],
  ["triage", "/triage", "radiogroup"],
  ["an approval", `/approvals/${referenceOf(5)}`, "document"],
  ["taking down a complaint", "/log", "radiogroup"],
  ["who is away", "/away", "radiogroup"],
  ["assurance", "/assurance", "table"],
  ["the mail of assurance", "/assurance/mail?from=2026-11-01&to=2026-11-23", "list"],
] as const;

const everyTab = ["Points 1/2", "Putting it right", "History", "Related", "Panel and Ombudsman"];
const everyMenuDialog = ["Restrict who sees the case", "Record an answer by phone"];

describe("everybody can use, in every theme and on the narrowest phone,", () => {
  it.each(everyPage)("%s", async (_name, at, sign) => {
    const frame = await visit({ at });
    const shown = () => frame.locator("main").getByRole(sign).first().waitFor();
    await shown();
    await expectNoObstacles();
    await page.setViewportSize(narrowestPhone);
    await shown();
    await expectNoSidewaysScroll();
  });

  it("every tab of a case", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    const open = async (name: string) => {
      await frame.getByRole("tab", { name, exact: true }).click();
      await frame.getByRole("tabpanel", { name, exact: true }).waitFor();
    };
    for (const name of everyTab) {
      await open(name);
      // What is around it was looked at with the case.
      await expectNoObstacles("[role=tabpanel]");
    }
    await page.setViewportSize(narrowestPhone);
    for (const name of everyTab) {
      await open(name);
      await expectNoSidewaysScroll();
    }
  });

  it("a case's menu", async () => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "More").click();
    await frame.getByRole("menu").waitFor();
    await expectNoObstacles();
  });

  it("a PDF and a mail looked at beside the case", async () => {
    const [first] = council.detail(caseId).conversation;
    const mail = { id: "a3", name: "My permit.eml", type: "message/rfc822", bytes: 900 };
    first?.attachments.splice(1, 1, mail);
    council.files.set("a1", await pdfOf(2)).set("a3", passedOnMail);
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "Show My permit.eml").click();
    await frame.getByText("From Ann Hill <ann@hill.example>").waitFor();
    expect(await frame.getByRole("dialog").textContent()).toContain("Where is my permit?\n\nAnn");
    await expectNoObstacles();
    await button(frame, "Close").click();
    await button(frame, "Show Receipt 12 November.pdf").click();
    await frame.getByText("Receipt, sheet 1").waitFor();
    await expectNoObstacles();
    await page.setViewportSize(narrowestPhone);
    await expectNoSidewaysScroll();
    const sheet = frame.getByRole("region", { name: "Page 1 of 2" });
    const narrow = await sheet.boundingBox();
    await button(frame, "Larger").click();
    await expect
      .poll(async () => (await sheet.boundingBox())?.width)
      .toBeGreaterThan(narrow?.width ?? 0);
  });

  it.each(everyMenuDialog)("the dialog of %s, refused for what is missing", async (name) => {
    const frame = await visit({ at: `/my-cases/${caseId}` });
    await button(frame, "More").click();
    await frame.getByRole("menuitem", { name }).click();
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("button", { name }).click();
    await dialog
      .getByText(/^Needed: /)
      .first()
      .waitFor();
    await expectNoObstacles();
    await page.setViewportSize(narrowestPhone);
    await dialog.waitFor();
    await expectNoSidewaysScroll();
    // The browser notes every refusal in its console.
    complaints.splice(0);
  });
});

/** Something on the page that moved by itself, as the browser tells it. */
type Shift = { readonly sources?: readonly { readonly node?: Node | null }[] };
type Shifted = { readonly shifted: readonly string[] };

const framesPainted = (frames: number) =>
  tab().evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, frames);

/** Whether anything dark is drawn on a canvas. */
const inkOn = (canvas: Locator): Promise<boolean> =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const dots = (element as HTMLCanvasElement)
      .getContext("2d")
      ?.getImageData(0, 0, width, height).data;
    return dots?.some((value, index) => index % 4 === 0 && value < 64) ?? false;
  });

/** Puts the open page under each theme in turn, as Teams does, and looks for obstacles in it. */
async function expectNoObstacles(within?: string): Promise<void> {
  for (const theme of ["dark", "contrast", "default"] as const) {
    await changeTheme(theme);
    const rules = theme === "default" ? everyRule : colourRules;
    expect({ theme, obstacles: await obstacles(rules, within) }).toEqual({ theme, obstacles: [] });
  }
}

async function changeTheme(theme: string): Promise<void> {
  const before = await inkOf();
  await page.evaluate(
    (asked) => frames[0]?.postMessage({ func: "themeChange", args: [asked] }, "*"),
    theme,
  );
  await expect.poll(inkOf).not.toBe(before);
}

/** Every theme has its own colour for what is less important. */
const inkOf = () =>
  tab()
    .locator(".fui-FluentProvider")
    .first()
    .evaluate((provider) =>
      getComputedStyle(provider).getPropertyValue("--colorNeutralForeground3"),
    );

async function expectNoSidewaysScroll(): Promise<void> {
  const wider = await tab().evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("*")]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(wider).toEqual([]);
  const cut = await tab().evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(cut).toBe(0);
}
