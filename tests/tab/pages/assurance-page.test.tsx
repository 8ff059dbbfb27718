import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { assurance } from "../assurance-data.ts";
import { FakeCouncil, problem } from "../fake-council.ts";
import { renderTab, shownPath } from "../render-tab.tsx";

const open = () => {
  const council = new FakeCouncil({ mine: 0, triage: 0, all: 0 });
  return { council, ...renderTab(council, "/assurance") };
};
const missing = () => screen.findByRole("list", { name: "Not accounted for" });
const posted = ({ requests }: FakeCouncil) =>
  requests.flatMap(({ method, url, body }) => (method === "POST" ? [[url, body]] : []));

describe("assurance", () => {
  it("says in one line whether anything was lost, for every day too, and when that was counted", async () => {
    open();
    await screen.findByText("1,204 received · 1,203 accounted for · 1 unaccounted");
    screen.getByText(/12 received · 11 accounted for · 1 unaccounted/);
    screen.getByText(/Counted Mon 23 Nov 2026 at 14:02/);
    screen.getByText(/2 have just arrived/);
  });

  it("leads from every number to what it counts, and from there to the case or the message", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("link", { name: /188 machine mail/ }));
    expect(shownPath()).toBe("/assurance/mail?from=2026-11-01&to=2026-11-23&outcome=machine");
    const list = await screen.findByRole("list", { name: /^Machine mail/ });
    expect(list.textContent).toContain("An automatic reply");
    expect(list.textContent).toContain(
      "An invitation to a trade fair (Priya Nair, Sat 21 Nov at 11:02)",
    );
    const [first] = within(list).getAllByRole("button", { name: "Read it" });
    if (first) await user.click(first);
    await screen.findByText("I am away until Monday.");
  });

  it("makes a case of a message that was none, from where it is read", async () => {
    const { council, user } = open();
    await user.click(await screen.findByRole("link", { name: /188 machine mail/ }));
    const list = await screen.findByRole("list", { name: /^Machine mail/ });
    const [first] = within(list).getAllByRole("button", { name: "Read it" });
    if (first) await user.click(first);
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText(/Nobody is written to/);
    const log = within(dialog).getByRole("button", { name: "Log it as a complaint" });
    council.upsets.push({
      when: /POST .*actions/,
      answer: problem(409, "It is settled", "Sam Doyle logged it as CMP-2M8A-4T Mon 23 Nov."),
    });
    await user.click(log);
    await within(dialog).findByText(/Sam Doyle logged it/);
    await user.click(log);
    await screen.findByText("Logged.");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(posted(council).at(-1)).toEqual([
      "/api/assurance/actions",
      { type: "log", id: expect.stringContaining("mail-2026-11-22") as string },
    ]);
  });

  it("leads from a service's number to its complaints", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("link", { name: "3 complaints to Parking" }));
    await screen.findByRole("link", { name: "CMP-2M8A-4T" });
    await screen.findByText(/And 1 that only those let into them may know of/);
  });

  it("says what went wrong, and takes a mail in again with one press", async () => {
    const { council, user } = open();
    const list = await missing();
    expect(list.textContent).toContain("Storage could not be used (503). Tried 5 times");
    await user.click(within(list).getByRole("button", { name: "Take it in again" }));
    await screen.findByText("It is being tried again.");
    expect(posted(council)).toEqual([
      ["/api/assurance/actions", { type: "replay", id: assurance.missing[0]?.id }],
    ]);
  });

  it("sets a mail aside only with a reason, which is kept when that fails", async () => {
    const { council, user } = open();
    await user.click(within(await missing()).getByRole("button", { name: "Set aside" }));
    const dialog = await screen.findByRole("dialog");
    const send = within(dialog).getByRole("button", { name: "Set aside" });
    await user.click(send);
    await within(dialog).findByText("Say why it needs no case.");
    const reason = within(dialog).getByRole("textbox", { name: /Why it needs no case/ });
    await user.type(reason, "An invitation");
    council.upsets.push({
      when: /POST .*actions/,
      answer: problem(409, "Somebody else was faster", "Sam Doyle set it aside Mon 23 Nov."),
    });
    await user.click(send);
    await within(dialog).findByText(/Sam Doyle set it aside/);
    expect(reason).toHaveProperty("value", "An invitation");
    await user.click(send);
    await screen.findByText("Set aside.");
    expect(screen.queryByRole("list", { name: "Not accounted for" })).toBeNull();
  });

  it("offers nobody what the service does not offer them", async () => {
    const council = new FakeCouncil({ mine: 0, triage: 0, all: 0 });
    const look = { readable: false, offers: [] };
    council.assurance = {
      ...assurance,
      missing: assurance.missing.map((entry) => ({ ...entry, ...look })),
      givenUp: [],
    };
    renderTab(council, "/assurance");
    expect(within(await missing()).queryAllByRole("button")).toEqual([]);
  });

  it("checks the mailbox when asked to, and shows what that found", async () => {
    const { council, user } = open();
    await screen.findByRole("link", { name: /1 unaccounted/ });
    const words = "1,204 received · 1,204 accounted for · 0 unaccounted";
    council.assurance = { ...assurance, unaccounted: 0, words, missing: [], givenUp: [] };
    await user.click(screen.getByRole("button", { name: "Check now" }));
    await screen.findByText(words);
    expect(posted(council)).toEqual([["/api/assurance/checks", {}]]);
    screen.getByText("Every message in the mailbox is accounted for.");
  });
});
