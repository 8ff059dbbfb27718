import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, FrameLocator } from "playwright-core";
import { build, isBuildStale } from "#local/build.ts";
import { EstateClient, until } from "#local/check/estate-client.ts";
import { fillLetter } from "#local/check/fill-letter.ts";
import { estate as council } from "#local/estate.ts";
import { startEstate, type Estate } from "#local/estate-runtime.ts";
import { deliverSampleMail } from "#local/first-mail.ts";
import { launchChromium } from "./browser/chromium.ts";
import { workCase } from "./pictured-case.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/images/");
const wide = { width: 1400, height: 900 };
const tall = { width: 1400, height: 1150 };
const phone = { width: 320, height: 700 };

/** Takes the pictures of the README and the documents anew, from a running estate (`npm run docs:pictures`). */
async function takePictures(): Promise<void> {
  if (isBuildStale(root)) build(root);
  const dataFolder = mkdtempSync(join(tmpdir(), "redress-pictures-"));
  const estate = await startEstate({ dataFolder, ports: "free", firstMail: deliverSampleMail });
  const browser = await launchChromium();
  try {
    mkdirSync(folder, { recursive: true });
    const { waiting, drafted, worked } = await aMorningsWork(estate);
    const picture = photographer(browser, estate);
    await picture("triage", ["Priya Nair", "tab"], { shows: "Is it a complaint?" });
    await picture("case", ["Tom Okafor", `tab/${drafted}`], { shows: "Conversation" });
    await picture("approval", ["Helen Marsh", "chat"], { shows: "needs your approval" });
    await picture("letter", ["Helen Marsh", `tab/${waiting}`], { shows: "Our decision" });
    const list = ["Tom Okafor", "tab"] as const;
    const first = (tab: FrameLocator) =>
      tab.getByRole("group", { name: "Order and filters" }).waitFor();
    await picture("my-cases-dark", list, { shows: waiting, theme: "Dark", first });
    await picture("my-cases-contrast", list, { shows: waiting, theme: "High contrast", first });
    await picture("my-cases-phone", list, { shows: waiting, size: phone, first });
    await pictureCaseWork(picture, worked);
    await picture("assurance", ["Priya Nair", "tab"], {
      shows: "Day by day",
      first: (tab) => tab.getByRole("link", { name: "Assurance" }).click(),
      size: tall,
    });
  } finally {
    await browser.close();
    await estate.stop();
    rmSync(dataFolder, { recursive: true });
  }
}

/** What officers do with one case, for the page about it. */
async function pictureCaseWork(picture: Photographer, caseId: string): Promise<void> {
  const itsPage = ["Tom Okafor", `tab/${caseId}`] as const;
  const open = (title: string | RegExp) => (tab: FrameLocator) =>
    tab.getByRole("tab", { name: title }).click();
  await picture("log", ["Priya Nair", "tab"], {
    shows: "Ctrl+Enter",
    first: takeDownACall,
    size: tall,
  });
  await picture("points", itsPage, {
    shows: "Questions to colleagues",
    first: open(/^Points/),
    size: tall,
  });
  await picture("question", ["Fatima Aziz", "chat"], { shows: "a question for you" });
  await picture("reply", itsPage, {
    shows: "How to ask for stage 2.",
    first: (tab) => tab.getByRole("button", { name: "Draft reply" }).click(),
    size: tall,
  });
  await picture("extend", itsPage, {
    shows: "Why this date?",
    first: fillInTheExtension,
    size: tall,
  });
  await picture("putting-right", itsPage, {
    shows: "So that it does not happen again",
    first: open("Putting it right"),
  });
}

async function takeDownACall(tab: FrameLocator): Promise<void> {
  await tab.getByRole("link", { name: "Log a complaint" }).click();
  const notes = [
    ["Who complains?", "Edith Marlowe"],
    ["Phone", "01632 960144"],
    ["What is it about?", "Bins left across the pavement"],
    ["What was said", "The crew leaves the bins across the pavement. She wants them put back."],
  ] as const;
  for (const [name, text] of notes) await tab.getByRole("textbox", { name }).fill(text);
  await tab.getByRole("checkbox", { name: "Phone instead of mail" }).check();
}

async function fillInTheExtension(tab: FrameLocator): Promise<void> {
  await tab.getByRole("tab", { name: "Dates" }).click();
  await tab.getByRole("button", { name: "Extend the date" }).click();
  const form = tab.getByRole("dialog");
  await form.getByLabel("How much longer").fill("5");
  await form.getByLabel("Reason the person is given").fill("Two services have to answer.");
  await form
    .getByText(/11 December 2026/)
    .first()
    .scrollIntoViewIfNeeded();
}

/** Gives the waste service a few cases: one letter waiting for approval, one draft begun, one worked on. */
async function aMorningsWork(
  estate: Estate,
): Promise<{ waiting: string; drafted: string; worked: string }> {
  const client = new EstateClient(estate.url);
  const [priya, tom, helen] = ["Priya Nair", "Tom Okafor", "Helen Marsh"].map((name) =>
    client.person(name),
  );
  if (!priya || !tom || !helen) throw new Error("The council's people have changed.");
  await until("the sample mail is logged", async () => {
    const { unaccounted, arriving } = await priya.assurance();
    return unaccounted + arriving === 0 ? true : undefined;
  });
  const about = (await priya.list("triage")).filter(({ subject }) =>
    /bins?\b|litter/i.test(subject),
  );
  for (const { caseId } of about) {
    await priya.act(caseId, { type: "classify", caseType: "complaint", service: "waste" });
    await priya.act(caseId, { type: "assign", officer: tom.id });
  }
  const worked = about.find(({ subject }) => subject.includes("size of your letters"))?.caseId;
  const [waiting, drafted] = about.map(({ caseId }) => caseId).filter((id) => id !== worked);
  if (waiting === undefined || drafted === undefined || worked === undefined) {
    throw new Error("The sample mails about bins have changed.");
  }
  await tom.act(waiting, { type: "save-draft", text: await letter(tom, waiting) });
  const { draft } = await tom.open(waiting);
  if (draft) await tom.act(waiting, { type: "submit", text: draft.hash });
  await tom.act(drafted, { type: "save-draft", text: await letter(tom, drafted) });
  await workCase(client, worked);
  await helen.cardWith(waiting, "needs your approval");
  return { waiting, drafted, worked };
}

async function letter(author: { open: EstateClientOpen }, caseId: string): Promise<string> {
  const { startingLetter = "" } = await author.open(caseId);
  return fillLetter(startingLetter, {
    reason: "we should have come back the next day",
    remedy: "The crew will come on Thursday. The supervisor will ring you on Friday.",
  });
}

type EstateClientOpen = (caseId: string) => Promise<{ startingLetter?: string | undefined }>;

type Look = {
  /** Words that are on the page once it is ready. */
  readonly shows: string;
  readonly theme?: string;
  readonly size?: { width: number; height: number };
  /** What is done in the tab before the picture is taken. */
  readonly first?: (tab: FrameLocator) => Promise<void>;
};

type Photographer = ReturnType<typeof photographer>;

function photographer(browser: Browser, { url }: Estate) {
  return async (
    file: string,
    [name, view]: readonly [string, string],
    look: Look,
  ): Promise<void> => {
    const person = council.people.find((one) => one.name === name);
    const page = await browser.newPage({ viewport: look.size ?? wide });
    await page.goto(`${url}/#/as/${person?.id ?? ""}/${view}`);
    if (look.theme !== undefined) {
      await page.getByRole("button", { name: /theme/i }).click();
      await page.getByRole("menuitemradio", { name: look.theme }).click();
    }
    const tab = page.frameLocator("iframe");
    await look.first?.(tab);
    // Not by its role: behind an open form it has none.
    await (view === "chat" ? page.getByRole("log") : tab.locator("main"))
      .getByText(look.shows)
      .first()
      .waitFor();
    for (const frame of page.frames()) await frame.evaluate(animationsEnd);
    await page.screenshot({ path: join(folder, `${file}.png`) });
    await page.close();
  };
}

async function animationsEnd(): Promise<void> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
}

await takePictures();
