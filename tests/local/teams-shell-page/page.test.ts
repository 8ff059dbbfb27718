import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { builtPage, type BuiltPage } from "#tests/browser/built-page.ts";
import { launchChromium } from "#tests/browser/chromium.ts";
import { approvalCard, freshState, idOf, receiptCard } from "./fixture-data.ts";
import { type FixtureShell, startFixtureShell } from "./fixture-shell.ts";
import { accessibilityProblems, colourRules, visit, type Visitor } from "./visitor.ts";

let browser: Browser;
/** The profile of a browser that comes back, and so has the page's script compiled already. */
let returning: BrowserContext;
let built: BuiltPage;
let shell: FixtureShell;
let visitor: Visitor;
let page: Page;

const state = freshState();
const helen = idOf("Helen Marsh");
const tom = idOf("Tom Okafor");
const hintsHidden = "redress-shell.hints-hidden";
const maria = "maria.santos@example.org";

/** Opens the shell for somebody who was here before, and hid the hints that a first visit shows. */
async function open(path: string, width = 1280): Promise<void> {
  visitor = await visit(browser, shell, { path, width, context: returning });
  ({ page } = visitor);
}

const theTab = () => page.frameLocator("iframe[title=Redress]");
const pressInTab = (name: string) => theTab().getByRole("button", { name, exact: true }).click();
const answerInTab = () => theTab().locator("#answer");
const chooseTheme = async (name: string) => {
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name }).click();
};

beforeAll(async () => {
  built = await builtPage("teams-shell");
  [shell, browser] = await Promise.all([startFixtureShell(built.folder, state), launchChromium()]);
  returning = await browser.newContext();
  await returning.addInitScript((key) => {
    localStorage.setItem(key, "yes");
  }, hintsHidden);
});

beforeEach(() => void Object.assign(state, freshState()));

afterEach(async () => {
  const { errors } = visitor;
  await visitor.leave();
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await shell.stop();
  await built.remove();
});

describe("the tab, by Microsoft's own library", () => {
  it("learns for whom and where it runs", async () => {
    await open("");
    await theTab().getByText("Priya Nair in 7b1c6f0e-5a0d-4a52-9d6e-3f6f1c2a9e10").waitFor();
    await theTab().getByText("content at cases, sub page none").waitFor();
    await theTab().getByText("default", { exact: true }).waitFor();
  });

  it("gets the person's token", async () => {
    await open(`#/as/${helen}/tab`);
    await pressInTab("Get token");
    await theTab().getByText(`Get token: "token-of-${helen}"`).waitFor();
  });

  it("hears of a theme as soon as it is chosen", async () => {
    await open("");
    await theTab().getByText("default", { exact: true }).waitFor();
    await chooseTheme("High contrast");
    await theTab().getByText("contrast", { exact: true }).waitFor();
  });

  it("is opened at the sub page of a deep link, and again after a reload", async () => {
    await open("");
    await pressInTab("Open deep link");
    const arrived = theTab().getByText("content at cases, sub page case/CMP-2M8A-4T");
    await arrived.waitFor();
    await page.reload();
    await arrived.waitFor();
  });

  it("navigates to its own pages, and is refused another app's", async () => {
    await open("");
    await pressInTab("Navigate elsewhere");
    await answerInTab().getByText("not installed in this Teams shell").waitFor();
    await pressInTab("Navigate");
    await theTab().getByText("content at cases, sub page triage").waitFor();
  });

  it("sleeps while the person looks elsewhere, and wakes where it was", async () => {
    await open("");
    await pressInTab("Set frame");
    await page.getByRole("link", { name: "Chat" }).click();
    await page.getByText("Nothing here yet").waitFor();
    await page.getByRole("link", { name: "Redress" }).click();
    await theTab().getByText("awake at /tab/").waitFor();
    await answerInTab().getByText("Set frame").waitFor();
  });

  it("starts again when it cannot sleep", async () => {
    state.canTabSleep = false;
    await open("");
    await pressInTab("Set frame");
    await page.getByRole("link", { name: "Chat" }).click();
    await page.locator("iframe[title=Redress]").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Redress" }).click();
    await theTab().getByText("content at cases").waitFor();
    expect(await answerInTab().count()).toBe(0);
  });

  it("opens a dialog whose page runs as a task, talks to it and submits to it", async () => {
    await open("");
    await pressInTab("Open dialog");
    const dialog = page.getByRole("dialog", { name: "Pick a reason" }).frameLocator("iframe");
    await dialog.getByText("task at cases").waitFor();
    await dialog.getByRole("button", { name: "Tell the tab" }).click();
    await theTab().getByText("hello from the dialog").waitFor();
    await dialog.getByRole("button", { name: "Submit" }).click();
    await answerInTab().getByText('{"result":{"reason":"third time"}}').waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("is told when the person closes a dialog without an answer", async () => {
    await open("");
    await pressInTab("Open dialog");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await answerInTab().getByText("User cancelled/closed the task module.").waitFor();
  });

  it("can set its frame, which Teams never answers", async () => {
    await open("");
    await pressInTab("Set frame");
    await answerInTab().getByText("set", { exact: false }).waitFor();
    expect(visitor.warnings).toEqual([]);
  });

  it("is refused what this host does not do, which is said aloud", async () => {
    await open("");
    await pressInTab("Ask for a profile");
    await answerInTab().getByText("refused").waitFor();
    expect(visitor.warnings).toContain(
      'This Teams shell does not answer teams-js "authentication.getUser".',
    );
  });

  it("can be tried again when it does not open", async () => {
    state.tabStatus = 503;
    visitor = await visit(browser, shell);
    ({ page } = visitor);
    await page.getByText("The functions host answered 503.").waitFor();
    state.tabStatus = 200;
    await page.getByRole("button", { name: "Try again" }).click();
    await theTab().getByText("content at cases").waitFor();
    // Chromium's own words for the 503.
    visitor.errors.length = 0;
  });
});

describe("a colleague's message", () => {
  it("has the app's actions in its menu, whose dialog asks, submits and shows what came of it", async () => {
    await open(`#/as/${tom}/chat`);
    await page.getByRole("link", { name: "Lee Barton" }).click();
    await page.getByText("Ms Petrova rang me.").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: /^More options for the message of Lee/ }).click();
    await page.getByRole("menuitem", { name: "Log a complaint" }).click();
    const dialog = page.getByRole("dialog", { name: "Log a complaint" });
    await dialog.getByRole("button", { name: "Log the complaint" }).click();
    await dialog.getByText("Write who complains.").waitFor();
    await dialog.getByLabel("Who complains?").fill("Ms Petrova");
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Log the complaint" }).click();
    await dialog.getByText("Logged for Ms Petrova").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "detached" });
  });
});

describe("making Microsoft 365 misbehave", () => {
  it("is a choice for each fault, and all well with one press", async () => {
    await open("");
    await page.getByRole("button", { name: /misbehave. All is well./ }).click();
    const panel = page.getByRole("dialog", { name: "Make Microsoft 365 misbehave" });
    await panel.getByLabel("The mailbox is away").selectOption("The next 5 calls");
    await panel.getByText("One fault is on.").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    state.faults = {
      words: "One fault is on.",
      faults: state.faults.faults.map((fault) => ({
        ...fault,
        left: 3,
        state: "The next 3 calls",
      })),
    };
    shell.tell({ type: "faults" });
    await panel.getByRole("option", { name: "The next 3 calls" }).waitFor({ state: "attached" });
    await panel.getByRole("button", { name: "All well" }).click();
    await panel.getByText("All is well.").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });
});

describe("proclaiming a bank holiday", () => {
  it("puts it on GOV.UK's list, also on a narrow screen, until it is withdrawn", async () => {
    await open("", 320);
    await page.getByRole("button", { name: "Proclaim a bank holiday" }).click();
    const panel = page.getByRole("dialog", { name: "Proclaim a bank holiday" });
    await panel.getByLabel("Day").first().fill("2027-06-14");
    await panel.getByLabel("Name").fill("Day of the Match");
    await panel.getByLabel("Where").selectOption("Scotland");
    await panel.getByRole("button", { name: "Proclaim" }).click();
    const line = panel.getByText("Day of the Match, Monday 14 June 2027, Scotland");
    await line.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel.getByRole("button", { name: "Withdraw Day of the Match" }).click();
    await line.waitFor({ state: "detached" });
  });
});

describe("who you are", () => {
  it("is one of five people or of many more, and is kept in the address", async () => {
    await open("");
    await page.getByRole("button", { name: "Become Helen Marsh, Head of Waste" }).click();
    await theTab().getByText("Helen Marsh in").waitFor();
    expect(page.url()).toContain(`#/as/${helen}/tab`);
    await page.getByRole("button", { name: "More people" }).click();
    await page.getByRole("menuitem", { name: "Become Sunita Rao, Head of Housing" }).click();
    await theTab().getByText("Sunita Rao in").waitFor();
  });

  it("is two people in two windows, both told of what happens", async () => {
    await open(`#/as/${helen}/chat`);
    const other = await visit(browser, shell, {
      path: `#/as/${tom}/chat`,
      context: page.context(),
    });
    for (const [id, window] of [
      [helen, page],
      [tom, other.page],
    ] as const) {
      await window
        .getByText("Approve a stage 1 response")
        .or(window.getByText("Your draft is with"))
        .waitFor();
      state.chats.get(id)?.messages.push({ id: "news", from: "bot", at: state.now, text: "News." });
      shell.tell({ type: "chat", personId: id });
      await window.getByText("News.").waitFor();
    }
    await other.leave();
  });

  it("shows who has not read their chat, until they have", async () => {
    await open("");
    const become = "Become Helen Marsh, Head of Waste and Street Scene";
    await page.getByRole("button", { name: `${become}, 2 unread`, exact: true }).click();
    await page.getByRole("link", { name: "Chat, 2 unread" }).click();
    await page.getByRole("link", { name: "Chat", exact: true }).waitFor();
    await page.getByRole("button", { name: become, exact: true }).waitFor();
  });

  it("falls back on the first person when the address names nobody", async () => {
    await open("#/as/nobody/chat");
    await theTab().getByText("Priya Nair in").waitFor();
  });
});

describe("the chat", () => {
  const card = () => page.getByRole("group", { name: "Card from Redress, 16:00" });
  const answer = (name: string) => card().getByRole("button", { name });

  it("puts the bot's new card in the place of the old one, and keeps the keyboard there", async () => {
    let give: () => void = () => undefined;
    const given = new Promise<void>((resolve) => (give = resolve));
    state.answerPress = async () => {
      await given;
      return { type: "card", card: receiptCard("Approved by Helen Marsh") };
    };
    await open(`#/as/${helen}/chat`);
    await answer("Approve").click();
    await page.waitForFunction(() => document.querySelector("fieldset[disabled]") !== null);
    expect(await answer("Return with a comment").isDisabled()).toBe(true);
    give();
    await card().getByRole("heading", { name: "Approved by Helen Marsh" }).waitFor();
    await answer("Approve").waitFor({ state: "detached" });
    expect(state.presses).toEqual([{ verb: "approve", data: { caseId: "CMP-7K3Q-9D" } }]);
    await page.waitForFunction(() => document.activeElement?.tagName === "FIELDSET");
  });

  it("sends what was typed into a card, and only when nothing required is missing", async () => {
    await open(`#/as/${helen}/chat`);
    await answer("Return with a comment").click();
    await answer("Return to the author").click();
    await card().getByText("Say what should change.").waitFor();
    expect(state.presses).toEqual([]);
    await card().getByLabel("What should change?").fill("Name the crew's supervisor.");
    await card().getByLabel("Your decision").selectOption("Not upheld");
    await answer("Return to the author").click();
    await card().getByRole("heading", { name: "Approved by Helen Marsh" }).waitFor();
    expect(state.presses).toEqual([
      {
        verb: "return",
        data: {
          caseId: "CMP-7K3Q-9D",
          comment: "Name the crew's supervisor.",
          decision: "not-upheld",
        },
      },
    ]);
  });

  it("keeps what was typed into a card while the theme changes around it", async () => {
    await open(`#/as/${helen}/chat`);
    await answer("Return with a comment").click();
    await card().getByLabel("What should change?").fill("Half a sentence");
    await chooseTheme("Dark");
    expect(await card().getByLabel("What should change?").inputValue()).toBe("Half a sentence");
  });

  it("says in words what the bot answered, or that it failed", async () => {
    await open(`#/as/${helen}/chat`);
    state.answerPress = () => ({ type: "message", text: "Somebody approved it a minute ago." });
    await answer("Approve").click();
    await page.getByRole("status").getByText("Somebody approved it a minute ago.").waitFor();
    state.answerPress = () => ({ type: "error", status: 500, text: "The bot did not answer." });
    await answer("Approve").click();
    await page.getByRole("alert").getByText("The bot did not answer.").waitFor();
    expect(await answer("Approve").isEnabled()).toBe(true);
  });

  it("shows and hides parts of a card without asking the bot", async () => {
    await open(`#/as/${helen}/chat`);
    await answer("Show or hide the letter").click();
    await card().getByText("Dear Maria Santos, we are sorry.").waitFor();
    await answer("Show or hide the letter").click();
    await card().getByText("Dear Maria Santos, we are sorry.").waitFor({ state: "hidden" });
    expect(state.presses).toEqual([]);
  });

  it("opens the tab at the case of a card's link", async () => {
    await open(`#/as/${helen}/chat`);
    await card().getByRole("link", { name: "Open the case" }).click();
    await theTab().getByText("content at cases, sub page case/CMP-7K3Q-9D").waitFor();
  });

  it("opens the tab at the case of a link in the bot's words", async () => {
    await open(`#/as/${helen}/chat`);
    await page.getByRole("link", { name: "CMP-7K3Q-9D" }).click();
    await theTab().getByText("content at cases, sub page case/CMP-7K3Q-9D").waitFor();
  });

  it("shows new cards as they arrive and changed cards in their place", async () => {
    await open(`#/as/${helen}/chat`);
    await answer("Approve").waitFor();
    const { messages = [] } = state.chats.get(helen) ?? {};
    messages.push({ id: "next", from: "bot", at: state.now, card: receiptCard("Second card") });
    shell.tell({ type: "chat", personId: helen });
    await page.getByRole("heading", { name: "Second card" }).waitFor();
    const first = messages.find(({ id }) => id === "approval");
    if (first) first.card = receiptCard("Withdrawn");
    shell.tell({ type: "chat", personId: helen });
    await card().getByRole("heading", { name: "Withdrawn" }).waitFor();
  });

  it("shows tags in the bot's words as words", async () => {
    state.chats.set(helen, {
      messages: [{ id: "x", from: "bot", at: state.now, text: '**Bold** <img src=x onerror="1">' }],
      unread: 0,
    });
    await open(`#/as/${helen}/chat`);
    await page.getByText('<img src=x onerror="1">').waitFor();
    expect(await page.locator("strong", { hasText: "Bold" }).count()).toBe(1);
  });

  it("carries what the person types to the bot", async () => {
    await open(`#/as/${helen}/chat`);
    const box = page.getByRole("textbox", { name: "Message to Redress" });
    await box.fill("my cases");
    await box.press("Enter");
    await page.getByRole("log").getByText("my cases", { exact: true }).last().waitFor();
    expect(state.said).toEqual(["my cases"]);
    await expect.poll(() => box.inputValue()).toBe("");
  });

  it("invites a person without messages to write first", async () => {
    await open(`#/as/${idOf("David Lindqvist")}/chat`);
    await page.getByText("Redress writes here when something needs David Lindqvist.").waitFor();
  });
});

describe("a citizen's mail", () => {
  const openThread = () => page.getByRole("button", { name: /Missed bin collection/ }).click();

  it("shows a letter as it was written, with nothing in it able to run", async () => {
    await open(`#/as/${helen}/citizen`);
    await openThread();
    await page
      .frameLocator("iframe[title^='Mail from Wexcombe']")
      .getByText("Monday 11 January")
      .waitFor();
    await page.getByText("Our complaints procedure.pdf, 118 KB").waitFor();
    expect(await page.title()).toContain("Helen Marsh");
    // Chromium says that it blocked the letter's script.
    expect(visitor.errors.splice(0)).toEqual([expect.stringContaining("Blocked script execution")]);
  });

  it("takes the keyboard along, to a thread and back to the list", async () => {
    await open(`#/as/${helen}/citizen`, 320);
    const focused = page.locator(":focus");
    await page.getByRole("button", { name: /Missed bin collection/ }).press("Enter");
    await focused.and(page.getByRole("heading", { name: "Missed bin collection" })).waitFor();
    await page.getByRole("button", { name: "Back to all mail" }).press("Enter");
    await focused.and(page.getByRole("heading", { name: "A citizen’s mail" })).waitFor();
    await page.getByRole("button", { name: "Write to the council" }).press("Enter");
    await focused.and(page.getByLabel("Subject")).waitFor();
    visitor.errors.length = 0;
  });

  it("replies after the mail it answers, and shows the reply in its thread", async () => {
    await open(`#/as/${helen}/citizen`);
    await openThread();
    await page.getByRole("button", { name: "Reply" }).click();
    const form = page.getByRole("form", { name: "Reply" });
    await form.getByLabel("Message").fill("Nobody came this week either.");
    await form.getByRole("button", { name: "Send mail" }).click();
    await page.getByRole("article", { name: "Mail from You" }).nth(1).waitFor();
    expect(state.mail.get(maria)?.at(-1)).toMatchObject({
      inReplyTo: "<ack@wexcombe.gov.uk>",
      subject: "Re: Missed bin collection [CMP-7K3Q-9D]",
      to: "complaints@wexcombe.gov.uk",
      text: "Nobody came this week either.",
    });
    visitor.errors.length = 0;
  });

  it("sends a new mail with an attachment, from any address", async () => {
    await open(`#/as/${helen}/citizen`);
    await page.getByRole("button", { name: "Citizen: Maria Santos" }).click();
    await page.getByRole("menuitem", { name: "Someone else…" }).click();
    await page.getByLabel("E-mail address").fill("not an address");
    await page.getByRole("button", { name: "Open their mailbox" }).click();
    await page.getByText("Enter an e-mail address, such as").waitFor();
    await page.getByLabel("E-mail address").fill("new.person@example.org");
    await page.getByRole("button", { name: "Open their mailbox" }).click();
    await page.getByText("No mail yet").waitFor();
    await page.getByRole("button", { name: "Write to the council" }).click();
    const housing = "housing.complaints@wexcombe.gov.uk";
    await page.getByLabel("To", { exact: true }).selectOption(housing);
    await page.getByLabel("Subject").fill("Broken street light");
    await page.getByLabel("Message").fill("It has been dark since October.");
    await page.getByLabel("Files to attach").setInputFiles({
      name: "street.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("dark"),
    });
    await page.getByRole("button", { name: "Send mail" }).click();
    await page.getByText("street.txt, 4 bytes").waitFor();
    expect(state.mail.get("new.person@example.org")).toMatchObject([
      {
        to: housing,
        subject: "Broken street light",
        attachments: [{ name: "street.txt", type: "text/plain", bytes: 4 }],
      },
    ]);
  });

  it("says in words what the mail server refused, and keeps what was written", async () => {
    await open(`#/as/${helen}/citizen`);
    await page.getByRole("button", { name: "Write to the council" }).click();
    await page.getByLabel("Subject").fill("Please refuse me");
    await page.getByLabel("Message").fill("A long text.");
    await page.getByRole("button", { name: "Send mail" }).click();
    await page.getByRole("alert").getByText("552 message too large.").waitFor();
    expect(await page.getByLabel("Message").inputValue()).toBe("A long text.");
    // Chromium's own words for the 422.
    visitor.errors.length = 0;
  });

  it("shows the council's answer when it arrives", async () => {
    await open(`#/as/${helen}/citizen`);
    await page.getByText("2 messages").waitFor();
    const mail = state.mail.get(maria) ?? [];
    const [, acknowledgement] = mail;
    if (acknowledgement) mail.push({ ...acknowledgement, id: "3", internetMessageId: "<3>" });
    shell.tell({ type: "mail", address: maria });
    await page.getByText("3 messages").waitFor();
  });
});

describe("the clock", () => {
  const clock = (time: string) => page.getByRole("button", { name: `Move the clock, now ${time}` });

  it("shows London's time, moves, and says when it has arrived", async () => {
    let arrive: () => void = () => undefined;
    state.beforeClockMoved = new Promise((resolve) => (arrive = resolve));
    await open("");
    await clock("Sat 21 Nov 2026, 23:43").click();
    await page.getByRole("menuitem", { name: "Next working morning 09:00" }).click();
    await page.getByRole("status").getByText("Moving to Mon 23 Nov 2026, 09:00").waitFor();
    arrive();
    await page.getByText("It is now Mon 23 Nov 2026, 09:00.", { exact: true }).waitFor();
    await clock("Mon 23 Nov 2026, 09:00").waitFor();
    expect(state.now).toBe("2026-11-23T09:00:00.000Z");
  });

  it("goes to any later time, and not back", async () => {
    await open("");
    await clock("Sat 21 Nov 2026").click();
    await page.getByRole("menuitem", { name: "Another date and time…" }).click();
    const dialog = page.getByRole("dialog", { name: "Move the clock" });
    await dialog.getByLabel("New date and time").fill("2026-11-21T08:00");
    await dialog.getByRole("button", { name: "Move the clock" }).click();
    await dialog.getByText("The clock only goes forward.").waitFor();
    await dialog.getByLabel("New date and time").fill("2027-07-01T08:00");
    await dialog.getByRole("button", { name: "Move the clock" }).click();
    await clock("Thu 1 Jul 2027, 08:00").waitFor();
    expect(state.now).toBe("2027-07-01T07:00:00.000Z");
  });

  it("follows when another window moves it", async () => {
    await open("");
    await clock("Sat 21 Nov 2026").waitFor();
    shell.tell({ type: "clock", now: "2026-12-25T12:00:00Z", offsetMs: 0 });
    await clock("Fri 25 Dec 2026, 12:00").waitFor();
  });
});

describe("without its server", () => {
  it("says so, and goes on by itself when the server is back", async () => {
    await open(`#/as/${helen}/chat`);
    await page.getByText("Approve a stage 1 response").waitFor();
    await shell.stop();
    await page.getByText("The shell's server does not answer.").waitFor();
    state.chats.set(helen, {
      messages: [{ id: "late", from: "bot", at: state.now, text: "Said meanwhile." }],
      unread: 0,
    });
    await shell.startAgain();
    await page.getByText("Said meanwhile.").waitFor();
    await page.getByText("The shell's server does not answer.").waitFor({ state: "detached" });
    // Chromium's own words for the lost connection.
    visitor.errors.length = 0;
  });
});

describe("a first visit", () => {
  it("is told what to try, until it asks not to be", async () => {
    visitor = await visit(browser, shell);
    ({ page } = visitor);
    await page.getByRole("link", { name: "Write a complaint as a citizen" }).click();
    await page.getByRole("heading", { name: "A citizen’s mail" }).waitFor();
    await page.getByRole("button", { name: "Hide these hints" }).click();
    await page.reload();
    await page.getByRole("heading", { name: "A citizen’s mail" }).waitFor();
    expect(await page.getByRole("region", { name: "What to try first" }).count()).toBe(0);
    await page.getByRole("button", { name: "What to try first" }).click();
    await page.getByRole("region", { name: "What to try first" }).waitFor();
  });
});

describe.each(["Light", "Dark", "High contrast"])("in the %s theme", (theme) => {
  it("has nothing that axe objects to", async () => {
    state.chats
      .get(helen)
      ?.messages.push({ id: "2", from: "bot", at: state.now, card: approvalCard });
    state.answerPress = () => ({ type: "error", status: 500, text: "The bot did not answer." });
    const rules = theme === "Light" ? undefined : colourRules;
    await open("");
    await chooseTheme(theme);
    await theTab().getByText("content at cases").waitFor();
    expect(await accessibilityProblems(page, rules)).toEqual([]);

    await visitor.goTo(`#/as/${helen}/chat`);
    await page.getByRole("button", { name: "Approve" }).first().click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Return with a comment" }).first().click();
    expect(await accessibilityProblems(page, rules)).toEqual([]);

    await visitor.goTo(`#/as/${helen}/citizen`);
    await page.getByRole("button", { name: /Missed bin collection/ }).click();
    await page.getByRole("button", { name: "Reply" }).click();
    expect(await accessibilityProblems(page, rules)).toEqual([]);

    await page.getByRole("button", { name: /Move the clock/ }).click();
    await page.getByRole("menuitem", { name: "Another date and time…" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityProblems(page, rules)).toEqual([]);
    visitor.errors.length = 0;
  });
});

describe("on a narrow screen", () => {
  it.each(["tab", "chat", "citizen"])("shows the %s without scrolling sideways", async (view) => {
    await open(`#/as/${helen}/${view}`, 320);
    await page.getByRole("link", { name: "Citizen" }).waitFor();
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe("by keyboard alone", () => {
  it("becomes someone, opens their chat and approves", async () => {
    await open("");
    const press = async (target: ReturnType<Page["getByRole"]>) => {
      await target.focus();
      await page.keyboard.press("Enter");
    };
    await press(page.getByRole("button", { name: "Become Helen Marsh" }));
    await theTab().getByText("Helen Marsh in").waitFor();
    await press(page.getByRole("link", { name: /^Chat/ }));
    await press(page.getByRole("button", { name: "Approve" }));
    await page.getByRole("heading", { name: "Approved by Helen Marsh" }).waitFor();
  });
});
