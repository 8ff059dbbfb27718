import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { councillor, referenceOf } from "../council-data.ts";
import { FakeCouncil, problem } from "../fake-council.ts";
import { FakeTeams, renderTab, rowOf, shownPath } from "../render-tab.tsx";

const rows = () => within(screen.getByRole("list", { name: "My cases" })).getAllByRole("link");

describe("a list", () => {
  it("opens on the first of my lists and tells Teams that it is shown", async () => {
    const { teams } = renderTab(new FakeCouncil({ mine: 12 }));
    expect(await screen.findByRole("heading", { name: "My cases" })).toBeDefined();
    expect(shownPath()).toBe("/my-cases");
    await waitFor(() => expect(document.title).toBe("My cases · Redress"));
    await waitFor(() => expect(teams.isShown).toBe(true));
  });

  it("offers exactly the pages my roles open, with what waits in triage", async () => {
    renderTab(new FakeCouncil({ triage: 14 }), "/my-cases");
    const pages = await screen.findByRole("navigation", { name: "Redress" });
    await within(pages).findByRole("link", { name: /^Triage\s*14 waiting$/ });
    const titles = within(pages)
      .getAllByRole("link")
      .map((link) => link.textContent);
    expect(titles.map((title) => title.replace(/\d.*/, ""))).toEqual([
      "My cases",
      "Triage",
      "Approvals",
      "Team",
      "All cases",
      "Log a complaint",
      "Assurance",
    ]);
  });

  it("offers a councillor only the cases they sponsor", async () => {
    const council = new FakeCouncil({ mine: 12 });
    council.me = councillor;
    renderTab(council);
    const pages = await screen.findByRole("navigation", { name: "Redress" });
    expect(within(pages).getAllByRole("link")).toHaveLength(1);
    expect(shownPath()).toBe("/sponsored");
  });

  it("says a row in words, with its clock and whose hands it is in", async () => {
    renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    const row = await rowOf(referenceOf(1));
    expect(row.textContent).toBe(
      "Damp in my child's bedroom since October,  Sponsored, Yusuf Demir, 1 working day overdue, " +
        `${referenceOf(1)}, Stage 2, Housing, Not started`,
    );
  });

  it("moves with J and K, opens with Enter, and comes back to the row with Escape", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    await rowOf(referenceOf(0));
    await user.keyboard("j");
    expect(document.activeElement).toBe(rows()[0]);
    await user.keyboard("jjjk");
    expect(document.activeElement).toBe(rows()[2]);

    await user.keyboard("{Enter}");
    const subject = await screen.findByRole("heading", { level: 2, name: /Council tax letter/ });
    await waitFor(() => expect(document.activeElement).toBe(subject));
    expect(shownPath()).toBe(`/my-cases/${referenceOf(2)}`);

    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(rows()[2]));
    expect(shownPath()).toBe("/my-cases");
  });

  it("shows fifty cases at first and the next ones when asked", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 60 }), "/my-cases");
    await rowOf(referenceOf(0));
    expect(rows()).toHaveLength(50);
    await user.click(screen.getByRole("button", { name: "Show more" }));
    await waitFor(() => expect(rows()).toHaveLength(60));
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("shows what a number counts", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    await user.click(await screen.findByRole("button", { name: "2 due today" }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(shownPath()).toBe("/my-cases?clock=due-today");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "12 open" }));
    await waitFor(() => expect(rows()).toHaveLength(12));
  });

  it("keeps the order and the filters in the address, and under a name", async () => {
    const council = new FakeCouncil({ mine: 12 });
    const { user } = renderTab(council, "/my-cases?clock=overdue");
    await rowOf(referenceOf(0));
    await user.click(await screen.findByRole("button", { name: "Order: Due first" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Oldest first" }));
    await waitFor(() => expect(shownPath()).toBe("/my-cases?clock=overdue&sort=oldest"));
    await user.click(screen.getByRole("button", { name: "Saved" }));
    await user.click(await screen.findByRole("menuitem", { name: "Save this list as…" }));
    await user.type(await screen.findByRole("textbox", { name: /Name/ }), "Late and old");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("button", { name: "Late and old" })).toBeDefined();
    const saved = council.requests.findLast(({ method }) => method === "POST")?.body;
    const view = { clock: "overdue", sort: "oldest" };
    expect(saved).toEqual({ save: { name: "Late and old", queue: "my-cases", view } });
  });

  it("says that a narrowed list is empty, and shows all of it again", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 2 }), "/my-cases?clock=due-soon");
    expect(await screen.findByText(/No case of this list is like that/)).toBeDefined();
    const [, inList] = await screen.findAllByRole("button", { name: "Show all" });
    if (inList === undefined) throw new Error("The empty list offers no way out.");
    await user.click(inList);
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it("assigns with A and drafts with D, as far as the case offers it", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    await rowOf(referenceOf(0));
    await user.keyboard("ja");
    const asked = await screen.findByRole("dialog", { name: /Assign|Hand over/ });
    expect(shownPath()).toBe(`/my-cases/${referenceOf(0)}`);
    await user.click(within(asked).getByRole("button", { name: "Cancel" }));
    (await rowOf(referenceOf(0))).focus();
    await user.keyboard("d");
    await waitFor(() => expect(shownPath()).toBe(`/my-cases/${referenceOf(0)}/reply`));
  });

  it("finds a case by a name while it is typed, and goes to a page, by keyboard alone", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 12, all: 12 }), "/my-cases");
    await screen.findByRole("combobox", { name: "Find a case or a page" });
    await user.keyboard("{Control>}k{/Control}yusuf");
    const [found] = await screen.findAllByRole("option", { name: /Damp in my child/ });
    expect(found?.textContent).toContain("Yusuf Demir");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(shownPath()).toMatch(/^\/cases\/CMP-/));
    await user.keyboard("{Control>}k{/Control}triage");
    await screen.findByRole("option", { name: "Go to Triage" });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(shownPath()).toMatch(/^\/triage/));
  });

  it("takes Enter for the words as they stand, not for what earlier ones found", async () => {
    const { user } = renderTab(new FakeCouncil({ mine: 12, all: 12 }), "/my-cases");
    await screen.findByRole("combobox", { name: "Find a case or a page" });
    await user.keyboard("{Control>}k{/Control}yusuf");
    await screen.findAllByRole("option", { name: /Damp in my child/ });
    await user.keyboard("{Control>}k{/Control}triage{Enter}");
    await waitFor(() => expect(shownPath()).toMatch(/^\/triage/));
  });

  it("says what an empty list means", async () => {
    renderTab(new FakeCouncil({ mine: 0 }), "/my-cases");
    expect(await screen.findByText(/You have no open cases/)).toBeDefined();
  });

  it("says what went wrong with the reference to quote, and tries again when asked", async () => {
    const council = new FakeCouncil({ mine: 12 });
    const refused = problem(403, "Not your list", "Ask your manager for access.");
    council.upsets.push({ when: /queues\/my-cases$/, answer: refused });
    const { user } = renderTab(council, "/my-cases");
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toMatch(/Not your list.*Ask your manager.*Reference \w{8}/);
    await user.click(within(notice).getByRole("button", { name: "Try again" }));
    expect(await rowOf(referenceOf(0))).toBeDefined();
  });

  it("says that the connection is gone for as long as it is", async () => {
    renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    await rowOf(referenceOf(0));
    window.dispatchEvent(new Event("offline"));
    expect(await screen.findByText("You are offline")).toBeDefined();
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(screen.queryByText("You are offline")).toBeNull());
  });

  it("says so when an address leads nowhere", async () => {
    renderTab(new FakeCouncil({ mine: 12 }), "/nonsense");
    expect(await screen.findByRole("heading", { name: "Page not found" })).toBeDefined();
  });
});

describe("a link to a case", () => {
  it("opens the case straight away", async () => {
    renderTab(new FakeCouncil({ mine: 12 }), "", new FakeTeams(referenceOf(3)));
    expect(await screen.findByRole("heading", { name: /Pothole outside/ })).toBeDefined();
    expect(shownPath()).toBe(`/cases/${referenceOf(3)}`);
  });

  it("opens the case when Teams wakes the tab by it", async () => {
    const { teams } = renderTab(new FakeCouncil({ mine: 12 }), "/my-cases");
    await rowOf(referenceOf(0));
    teams.resume(referenceOf(4));
    expect(await screen.findByRole("heading", { name: /extension next door/ })).toBeDefined();
  });
});

describe("a person whose roles open nothing", () => {
  it("reads that instead of a list that refuses to open", async () => {
    const council = new FakeCouncil({ mine: 0 });
    const noCases = "You have no role yet. Ask whoever looks after Redress for one.";
    council.me = { ...councillor, queues: [], noCases };
    renderTab(council);
    expect(await screen.findByText(noCases)).toBeDefined();
  });
});

describe("a person the service does not know", () => {
  it("reads why instead of a screen full of nothing", async () => {
    const council = new FakeCouncil({ mine: 12 });
    const unknown = problem(403, "You have no role in Redress", "Ask the complaints team for one.");
    council.upsets.push({ when: /\/api\/me/, answer: unknown });
    const { teams } = renderTab(council);
    expect((await screen.findByRole("alert")).textContent).toContain("Ask the complaints team");
    await waitFor(() => expect(teams.isShown).toBe(true));
  });
});
