import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { londonDate } from "#api/domain/calendar/london-date.ts";
import { addDays } from "#api/domain/calendar/periods.ts";
import { addWorkingDays, shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { EstateClient } from "#local/check/estate-client.ts";
import { fillings } from "#local/check/fill-letter.ts";
import { pdfOf } from "#tests/tab/sent-files.ts";
import { CouncilInABrowser, type Window } from "./council-in-a-browser.ts";
import { announced, cardSaying, choose, pick } from "./on-screen.ts";

const resident = "joan.whitfield@example.com";
const subject = "Missed recycling collection, third time";

describe("a complaint from the citizen's mail to the director's signature, in a browser", () => {
  let council: CouncilInABrowser;
  let citizen: Window;
  let priya: Window;
  let tom: Window;
  let grace: Window;
  let david: Window;
  let caseId = "";

  beforeAll(async () => {
    council = await CouncilInABrowser.open();
  });
  afterEach(async ({ task }) => {
    const folder = process.env.JOURNEY_SCREENSHOTS;
    if (folder !== undefined && task.result?.state === "fail") await council.photograph(folder);
  });
  afterAll(async () => {
    await council.close();
  });

  it("gives the citizen an acknowledgement with a reference, in the same thread", async () => {
    citizen = await council.window("Priya Nair", `citizen/${encodeURIComponent(resident)}`);
    const { page } = citizen;
    await page.getByRole("button", { name: "Write to the council" }).click();
    await page.getByRole("textbox", { name: "Subject" }).fill(subject);
    await page
      .getByRole("textbox", { name: "Message" })
      .fill("My recycling bin has been missed for the third time. I am fed up of reporting it.");
    await page.getByRole("button", { name: "Send mail" }).click();
    const words = await letter(citizen, "Your reference").innerText();
    caseId = /CMP-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(words)?.[0] ?? "";
    expect(caseId).not.toBe("");
    expect(words).toMatch(/full answer by \w+day \d+ \w+ \d{4}/);
  });

  it("offers it in triage, with what its words suggest, to be classified and assigned", async () => {
    priya = await council.window("Priya Nair", "tab");
    const { tab } = priya;
    await tab.getByRole("heading", { name: subject }).waitFor();
    await tab.getByRole("radio", { name: /^Complaint/ }).check();
    expect(await chosen(tab.getByLabel("Whose is it?"))).toContain("Waste and Street Scene");
    await choose(tab.getByLabel("Who takes it?"), "Tom Okafor");
    await tab.getByRole("button", { name: "Confirm and show the next" }).click();
    await announced(tab, `${caseId} is with Tom Okafor`);
  });

  it("tells the case officer in chat, whose card opens the case in the tab", async () => {
    tom = await council.window("Tom Okafor", "chat");
    const card = cardSaying(tom, `${caseId} is yours now`);
    await card.getByRole("link", { name: "Open the case" }).click();
    await tom.tab.getByRole("heading", { name: subject }).waitFor();
    const mine = await council.window("Tom Okafor", "tab");
    await mine.tab.getByRole("list", { name: "My cases" }).getByText(subject).waitFor();
    await mine.page.close();
  });

  it("nudges the officer before the date and after it, and tells the head of service", async () => {
    const client = new EstateClient(council.estate.url);
    const { clocks } = await client.person("Tom Okafor").open(caseId);
    const due = clocks.find(({ kind }) => kind === "response")?.due ?? "";
    await council.moveClock(workingDays(due, -2));
    const chat = await council.window("Tom Okafor", "chat");
    await cardSaying(chat, `${caseId} is due soon`).waitFor();
    await council.moveClock(workingDays(due, 1));
    await cardSaying(chat, `${caseId} is overdue`).waitFor();
    const head = await council.window("Helen Marsh", "chat");
    await cardSaying(head, `${caseId} is overdue`).waitFor();
    await Promise.all([chat.page.close(), head.page.close()]);
  });

  it("lets the officer draft in the tab, enclose a file, see all of it, and submit it", async () => {
    await draft(tom, fillings());
    const { content, type } = await pdfOf(1);
    const file = { name: "Collection days.pdf", mimeType: type, buffer: content };
    await tom.tab.getByLabel("Files to enclose").setInputFiles(file);
    await tom.tab.getByRole("button", { name: "Show Collection days.pdf" }).click();
    const sheet = tom.tab.getByRole("region", { name: "Page 1 of 1" });
    await sheet.getByText("Receipt, sheet 1").waitFor();
    await tom.tab.getByRole("button", { name: "Close" }).click();
    await tom.tab.getByRole("tab", { name: "As e-mail" }).click();
    await tom.tab.getByText("the crew missed your road").waitFor();
    await tom.tab.getByRole("button", { name: "Submit for approval" }).click();
    await announced(tom.tab, `${caseId} has gone to Helen Marsh for approval.`);
  });

  it("sends the response once, with its file, when the head of service approves from chat", async () => {
    const helen = await council.window("Helen Marsh", "chat");
    const card = cardSaying(helen, `${caseId} needs your approval`);
    await card.getByRole("button", { name: "Approve" }).click();
    await cardSaying(helen, `${caseId}: response approved`).waitFor();
    await letter(citizen, "the crew missed your road").waitFor();
    expect(await fromCouncil(citizen).count()).toBe(2);
    const files = fromCouncil(citizen).last().getByRole("list", { name: "Attachments" });
    expect(await files.allInnerTexts()).toEqual([expect.stringContaining("Collection days.pdf")]);
    await helen.page.close();
  });

  it("offers stage 2 when the citizen writes that they are not satisfied", async () => {
    await citizen.page.getByRole("button", { name: "Reply", exact: true }).click();
    await citizen.page
      .getByRole("textbox", { name: "Message" })
      .fill("I am not satisfied. Nobody came the next day either.");
    await citizen.page.getByRole("button", { name: "Send mail" }).click();
    priya = await council.reopen(priya, "Priya Nair", `tab/${caseId}`);
    const { tab } = priya;
    await tab
      .getByText("The person wrote again after our answer.", { exact: false })
      .first()
      .waitFor();
    await tab.getByRole("button", { name: "Take to stage 2" }).click();
    await tab
      .getByRole("textbox", { name: "What is still wrong" })
      .fill("Not satisfied with stage 1.");
    await tab.getByRole("dialog").getByRole("button", { name: "Take to stage 2" }).click();
    await tab.getByRole("button", { name: "Assign" }).click();
    await pick(tab.getByRole("dialog"), "Grace Bello");
    await tab.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
    await announced(tab, `${caseId} is with Grace Bello`);
  });

  it("lets the director open the letter from the card and return it once with a comment", async () => {
    grace = await council.window("Grace Bello", `tab/${caseId}`);
    await draft(grace, fillings({ reason: "the collection failed twice more" }));
    await grace.tab.getByRole("button", { name: "Submit for approval" }).click();
    await announced(grace.tab, `${caseId} has gone to David Lindqvist for approval.`);

    david = await council.window("David Lindqvist", "chat");
    const card = cardSaying(david, `${caseId} needs your approval`);
    await card.getByRole("link", { name: "Open the full letter" }).click();
    await david.tab.getByText("the collection failed twice more").waitFor();
    await david.page.goBack();
    await card.getByRole("button", { name: "Return with a comment" }).click();
    await card.getByRole("textbox").fill("Say what we will pay.");
    await card.getByRole("button", { name: "Return to the author" }).click();
    await cardSaying(david, `${caseId}: response returned`).waitFor();
  });

  it("sends the final response once when the deputy of the director, who is away, approves it", async () => {
    grace = await council.reopen(grace, "Grace Bello", `tab/${caseId}`);
    await grace.tab.getByText("Say what we will pay.").first().waitFor();
    await draft(grace, [["failed twice more", "failed; we pay you £50"]]);
    await grace.tab.getByRole("button", { name: "Submit for approval" }).click();
    await cardSaying(david, `${caseId} needs your approval`).waitFor();
    const away = await council.window("David Lindqvist", "tab");
    await away.tab.getByRole("link", { name: "Away" }).click();
    await pick(away.tab.getByRole("form", { name: "Name who stands in" }), "Martin Cole");
    const today = londonDate(council.estate.clock.now().toISOString());
    await away.tab.getByLabel("Last day").fill(addDays(today, 7));
    await away.tab.getByRole("button", { name: "Save" }).click();
    await announced(away.tab, "1 letter that waits went to them.");
    await away.tab
      .getByText("Martin Cole stands in for David Lindqvist", { exact: true })
      .waitFor();

    const martin = await council.window("Martin Cole", "chat");
    const card = cardSaying(martin, `${caseId} needs your approval`);
    await card.getByText("David Lindqvist, who is away").waitFor();
    await card.getByRole("button", { name: "Approve" }).click();
    await cardSaying(martin, `${caseId}: response approved`).waitFor();
    // The card that David still has asks him nothing any more.
    const receipt = cardSaying(david, "Martin Cole");
    await receipt.waitFor();
    expect(await receipt.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await letter(citizen, "we pay you £50").waitFor();
    // Two acknowledgements and two responses.
    expect(await fromCouncil(citizen).count()).toBe(4);
  });

  it("closes the case with every step in its history, who and when", async () => {
    grace = await council.reopen(grace, "Grace Bello", `tab/${caseId}`);
    const { tab } = grace;
    await tab.getByRole("button", { name: "Close" }).click();
    await tab.getByRole("dialog").getByRole("radio", { name: "Upheld", exact: true }).check();
    await tab
      .getByRole("dialog")
      .getByRole("textbox", { name: "Reason" })
      .fill("Answered at stage 2.");
    await tab.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await announced(tab, `${caseId} is closed.`);
    await tab.getByRole("tab", { name: "History" }).click();
    const history = await tab.getByRole("tabpanel").innerText();
    for (const step of [
      "classified it as a complaint for Waste and Street Scene",
      "assigned it to Tom Okafor",
      "submitted the stage 1 response to Helen Marsh",
      "approved the stage 1 response",
      "sent the stage 1 response",
      "took it to stage 2",
      "returned the stage 2 response",
      "approved the stage 2 response",
      "closed it: upheld",
    ]) {
      expect(history).toContain(step);
    }
  });

  it("ends with no mail unaccounted for and no error on any page", async () => {
    priya = await council.reopen(priya, "Priya Nair", "tab");
    await priya.tab.getByRole("link", { name: "Assurance" }).click();
    await priya.tab.getByText("0 unaccounted").first().waitFor();
    expect(council.errors).toEqual([]);
  });
});

/** What the citizen got from the council in the open thread. */
function fromCouncil({ page }: Window): Locator {
  return page.getByRole("article", { name: /^Mail from (?!You)/ });
}

/** The newest mail from the council, once it says these words; HTML mail is shown in a frame of its own. */
function letter(window: Window, words: string): Locator {
  const body = fromCouncil(window).last().frameLocator("iframe").locator("body");
  return body.filter({ hasText: words });
}

/** Writes other words over some of the letter's, from the case page or in the editor already open. */
async function draft(window: Window, changes: ReturnType<typeof fillings>): Promise<void> {
  await window.tab.getByRole("button", { name: "Draft reply" }).click();
  for (const [words, others] of changes) await writeOver(window, words, others);
}

async function writeOver({ page, tab }: Window, words: string, others: string): Promise<void> {
  const editor: Locator = tab.getByRole("textbox", { name: /^Reply to/ });
  await editor.getByText(words).waitFor();
  await editor.focus();
  await editor.evaluate((field, selected) => {
    const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = (texts.currentNode as Text).data.indexOf(selected);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(
        texts.currentNode,
        at,
        texts.currentNode,
        at + selected.length,
      );
    }
  }, words);
  await page.keyboard.insertText(others);
  await editor.getByText(others).waitFor();
}

async function chosen(select: Locator): Promise<string> {
  return select.locator("option:checked").innerText();
}

function workingDays(from: string, days: number): string {
  const counted = { from, days, region: "england-and-wales", calendar: shippedCalendar() } as const;
  return `${addWorkingDays(counted).due}T09:00:00Z`;
}
