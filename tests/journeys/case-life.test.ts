import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { londonDate, longDate, shortDate } from "#api/domain/calendar/london-date.ts";
import { addDays } from "#api/domain/calendar/periods.ts";
import { EstateClient, until } from "#local/check/estate-client.ts";
import { CouncilInABrowser, type Window } from "./council-in-a-browser.ts";
import { announced, cardSaying, choose, pick } from "./on-screen.ts";

const caller = "Edith Marlowe";
const subject = "Bins left across the pavement";
const aboutAChild = "My son's social worker has not come";

describe("a complaint by phone, and what officers do with it, in a browser", () => {
  let council: CouncilInABrowser;
  let client: EstateClient;
  let today = "";
  let priya: Window;
  let tom: Window;
  let lee: Window;
  let caseId = "";

  beforeAll(async () => {
    council = await CouncilInABrowser.open();
    client = new EstateClient(council.estate.url);
    today = londonDate(council.estate.clock.now().toISOString());
  });
  afterEach(async ({ task }) => {
    const folder = process.env.JOURNEY_SCREENSHOTS;
    if (folder !== undefined && task.result?.state === "fail") await council.photograph(folder);
  });
  afterAll(async () => {
    await council.close();
  });

  it("logs a call by keyboard alone, and gives the reference to read out", async () => {
    priya = await council.window("Priya Nair", "tab");
    const { tab } = priya;
    await tab.getByRole("link", { name: "Log a complaint" }).press("Enter");
    await focused(tab.getByRole("radio", { name: "Phone" }));
    const received = tab.getByLabel("Day it was received");
    await fillByKeyboard(received, await typedDay(received, addDays(today, -1)));
    await fillByKeyboard(tab.getByRole("textbox", { name: "Who complains?" }), caller);
    await fillByKeyboard(tab.getByRole("textbox", { name: "Phone" }), "01632 960144");
    await fillByKeyboard(tab.getByRole("textbox", { name: "What is it about?" }), subject);
    await fillByKeyboard(
      tab.getByRole("textbox", { name: "What was said" }),
      "The bin crew leaves the bins across the pavement, and a car is parked there as well.",
    );
    await tab.getByRole("checkbox", { name: "Large print" }).press("Space");
    await fillByKeyboard(tab.getByRole("textbox", { name: "What exactly?" }), "24 point");
    await priya.page.keyboard.press("Control+Enter");
    const reference = tab.getByRole("heading", { name: /^CMP-/ });
    await focused(reference);
    caseId = await reference.innerText();
    await tab.getByText("acknowledge it by phone or post", { exact: false }).waitFor();
    const logged = await client.person("Priya Nair").open(caseId);
    expect(londonDate(logged.receivedAt)).toBe(addDays(today, -1));
  });

  it("shows the officer who gets it, above everything else, what the caller needs", async () => {
    const { tab } = priya;
    await tab.getByRole("link", { name: `Open ${caseId}` }).press("Enter");
    await tab.getByRole("button", { name: "Classify", exact: true }).click();
    await tab.getByRole("radio", { name: /^Complaint/ }).check();
    await choose(tab.getByLabel("Whose is it?"), "Waste and Street Scene");
    await choose(tab.getByLabel("Who takes it?"), "Tom Okafor");
    await tab.getByRole("button", { name: "Confirm and show the next" }).click();
    await announced(tab, `${caseId} is with Tom Okafor`);

    tom = await council.window("Tom Okafor", "tab");
    await tom.tab.getByRole("list", { name: "My cases" }).getByText(subject).click();
    const care = tom.tab.getByRole("group").filter({ hasText: "Needs care" });
    await care.getByText("Reasonable adjustment: Large print. 24 point").waitFor();
  });

  it("splits it into points that two services answer", async () => {
    await tom.tab.getByRole("tab", { name: "Points" }).click();
    await act(tom, "Add a point", async (form) => {
      await form.getByLabel("What it is about").fill("Bins across the pavement");
      await choose(form.getByLabel("Service that answers it"), "Waste and Street Scene");
    });
    await act(tom, "Add a point", async (form) => {
      await form.getByLabel("What it is about").fill("A car parked on the pavement");
      await choose(form.getByLabel("Service that answers it"), "Highways and Parking");
    });
    await tom.tab.getByRole("tab", { name: "Points 0/2" }).waitFor();
    const points = tom.tab.getByRole("region", { name: "Points", exact: true });
    expect(await points.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/^1\. Bins across the pavement[^]*Waste and Street Scene/),
      expect.stringMatching(/^2\. A car parked on the pavement[^]*Highways and Parking/),
    ]);
  });

  it("asks the service in chat, where whoever answers for it says on the card what happened", async () => {
    lee = await council.window("Lee Barton", "chat");
    const card = cardSaying(lee, `${caseId}: a point for your service`);
    await card.getByText("Bins across the pavement").waitFor();
    await card.getByRole("textbox").fill("The crew leaves them where the lorry stopped.");
    await card.getByRole("button", { name: "Send the answer" }).click();
    const receipt = cardSaying(lee, `${caseId}: the point for your service, answered`);
    await receipt.getByText("Lee Barton,", { exact: false }).waitFor();
    expect(await receipt.getByRole("button", { name: "Send the answer" }).count()).toBe(0);
  });

  it("asks a colleague, who is told in chat and answers in the tab", async () => {
    const question = "Who was on the crew that day?";
    await act(tom, "Ask for information", async (form) => {
      await choose(form.getByLabel("Whom to ask"), "Lee Barton");
      await form.getByLabel("Question").fill(question);
      await form.getByLabel("Needed by").fill(addDays(today, 3));
    });
    const card = cardSaying(lee, `${caseId}: a question for you`);
    await card.getByText(question).waitFor();
    await card.getByText(shortDate(addDays(today, 3))).waitFor();
    await card.getByRole("link", { name: "Open the case" }).click();
    await lee.tab.getByRole("tab", { name: /^Points/ }).click();
    await act(lee, "Answer a question", async (form) => {
      await form.getByRole("textbox", { name: "Answer" }).fill("An agency crew, on its first day.");
    });
    const toldTom = await council.window("Tom Okafor", "chat");
    await cardSaying(toldTom, `${caseId}: your question was answered`).waitFor();
    await Promise.all([lee.page.close(), toldTom.page.close()]);

    tom = await council.reopen(tom, "Tom Okafor", `tab/${caseId}`);
    await tom.tab.getByRole("tab", { name: "Points 1/2" }).click();
    await tom.tab.getByText("The crew leaves them where the lorry stopped.").waitFor();
    await tom.tab.getByText("An agency crew, on its first day.").waitFor();
  });

  it("extends the date with a reason, which the Dates tab gives for the new date", async () => {
    await tom.tab.getByRole("tab", { name: "Dates" }).click();
    const why = tom.tab.getByRole("tabpanel");
    await act(tom, "Extend the date", async (form) => {
      await form.getByLabel("How much longer").fill("5");
      await form.getByLabel("Reason the person is given").fill("Two services have to answer.");
      await form.getByRole("radio", { name: "I have told them" }).check();
      await form.getByLabel("How and when the person was told").fill("By phone, today.");
    });
    await why
      .getByText(`Extended on ${longDate(today)} by 5 working days: Two services have to answer.`)
      .waitFor();
  });

  it("promises a remedy, and names who sees to it by when", async () => {
    await tom.tab.getByRole("tab", { name: "Putting it right" }).click();
    await act(tom, "Promise a remedy", async (form) => {
      await form.getByRole("radio", { name: "Action" }).check();
      await form.getByLabel("What will be done").fill("The crew puts every bin back on its plot.");
      await choose(form.getByLabel("Who sees to it"), "Lee Barton");
      await form.getByLabel("To be done by").fill(addDays(today, 10));
    });
    const promised = tom.tab.getByRole("region", { name: "For the person" });
    await promised.getByText("The crew puts every bin back on its plot.").waitFor();
    await promised.getByText("Lee Barton").waitFor();
  });

  it("hides a case moved to the children's procedure from all but its members", async () => {
    await client.sendMail("r.pell@example.com", {
      subject: aboutAChild,
      text: "My son's social worker has not come for two months.",
    });
    const child = await until("the mail is logged", async () => {
      const rows = await client.person("Priya Nair").list("triage");
      return rows.find((row) => row.subject === aboutAChild)?.caseId;
    });
    let grace = await council.window("Grace Bello", "tab");
    await (await allCases(grace)).getByText(aboutAChild).waitFor();

    priya = await council.reopen(priya, "Priya Nair", `tab/${child}`);
    await priya.tab.getByRole("button", { name: "Move to another procedure" }).click();
    await fillIn(priya, "Move to another procedure", async (form) => {
      await pick(form, "Children Act 1989");
      await form.getByLabel("Why it belongs there").fill("It is about a child's social worker.");
    });
    await announced(priya.tab, `${child} is under the other procedure now`);
    await priya.tab.getByText("your role does not open it", { exact: false }).waitFor();
    expect(await priya.tab.getByText(aboutAChild).count()).toBe(0);

    grace = await council.reopen(grace, "Grace Bello", "tab");
    const graces = await allCases(grace);
    await graces.getByText(subject).waitFor();
    expect(await graces.getByText(aboutAChild).count()).toBe(0);
    const beth = await council.window("Beth Carver", "tab");
    await (await allCases(beth)).getByText(aboutAChild).click();
    await beth.tab.getByRole("heading", { name: aboutAChild }).waitFor();
    await Promise.all([grace.page.close(), beth.page.close()]);
  });

  it("shows the Member Responsible for Complaints no case", async () => {
    const harriet = await council.window("Cllr Harriet Pembury", "tab");
    await harriet.tab.getByText("You see figures, not cases.", { exact: false }).waitFor();
    expect(await harriet.tab.getByRole("navigation").count()).toBe(0);
    await harriet.page.close();
  });
});

/** Waits until the screen itself has put the focus there. */
async function focused(target: Locator): Promise<void> {
  await until("the focus is there", async () => ((await hasFocus(target)) ? true : undefined));
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.ownerDocument.activeElement === element);
}

/** Goes on with Tab until the field has the focus, as somebody without a mouse does, and types. */
async function fillByKeyboard(field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  const mostStops = 12;
  for (let stops = 0; stops < mostStops && !(await hasFocus(field)); stops += 1) {
    await keyboard.press("Tab");
  }
  expect(await hasFocus(field)).toBe(true);
  await keyboard.type(text);
}

/** A calendar date digit by digit, in the order in which this browser's date fields take it. */
async function typedDay(field: Locator, date: string): Promise<string> {
  const order = await field.evaluate(() =>
    new Intl.DateTimeFormat().formatToParts().map(({ type }) => type as string),
  );
  const [year = "", month = "", day = ""] = date.split("-");
  const digits: Readonly<Record<string, string>> = { year, month, day };
  return order.map((part) => digits[part] ?? "").join("");
}

async function allCases({ tab }: Window): Promise<Locator> {
  await tab.getByRole("link", { name: "All cases" }).click();
  return tab.getByRole("list", { name: "All cases" });
}

/** Does something that the tab in sight offers on top, as its form asks. */
async function act(
  window: Window,
  title: string,
  answer: (form: Locator) => Promise<void>,
): Promise<void> {
  const offered = window.tab.getByRole("group", { name: /^Actions on/ });
  await offered.getByRole("button", { name: title }).click();
  await fillIn(window, title, answer);
}

async function fillIn(
  { tab }: Window,
  title: string,
  answer: (form: Locator) => Promise<void>,
): Promise<void> {
  const form = tab.getByRole("dialog");
  await answer(form);
  await form.getByRole("button", { name: title }).click();
  await form.waitFor({ state: "detached" });
}
