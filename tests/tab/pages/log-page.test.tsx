import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { TakenDown } from "#api/contract/log-complaint.ts";
import { councillor, memberResponsible, officer } from "../council-data.ts";
import { FakeCouncil, problem } from "../fake-council.ts";
import { renderTab, shownPath } from "../render-tab.tsx";

let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 1, triage: 1, all: 1 });
});

const sent = (): TakenDown[] =>
  council.requests.flatMap(({ url, body }) =>
    url === "/api/complaints" ? [body as TakenDown] : [],
  );

const field = (name: RegExp) => screen.findByRole<HTMLInputElement>("textbox", { name });
const receipt = () => screen.findByRole("heading", { level: 2, name: /^CMP-/ });

/** A call as somebody types it, sent from the field they are in. */
async function typesACall(user: ReturnType<typeof renderTab>["user"]): Promise<void> {
  await user.type(await field(/^Who complains/), "Edith Marlow");
  await user.type(await field(/^Phone/), "01632 960001");
  await user.type(await field(/^What is it about/), "Bin left in the road");
  await user.type(await field(/^What was said/), "It is always in my way.");
  await user.keyboard("{Control>}{Enter}{/Control}");
}

describe("logging a complaint", () => {
  it("begins at its first question: a call, received today", async () => {
    renderTab(council, "/log");
    const phone = await screen.findByRole<HTMLInputElement>("radio", { name: "Phone" });
    expect(phone.checked).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(phone));
    const day = screen.getByLabelText<HTMLInputElement>(/^Day it was received/);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
    expect(day.value).toBe(today.format(new Date()));
  });

  it("is sent with Ctrl+Enter, and answered with the reference to read out", async () => {
    const { user } = renderTab(council, "/log");
    await typesACall(user);
    const reference = await receipt();
    await waitFor(() => expect(document.activeElement).toBe(reference));
    expect(sent()).toMatchObject([
      {
        channel: "phone",
        complainant: { name: "Edith Marlow", phone: "01632 960001", email: "", address: "" },
        subject: "Bin left in the road",
        words: "It is always in my way.",
      },
    ]);
    // Today is left to the service, which knows the minute.
    expect(sent()[0]).not.toHaveProperty("receivedAt");
    await user.click(screen.getByRole("link", { name: /^Open CMP-/ }));
    expect(shownPath()).toBe(`/cases/${reference.textContent}`);
  });

  it("keeps the day a letter arrived", async () => {
    const { user } = renderTab(council, "/log");
    await user.click(await screen.findByRole("radio", { name: "Letter" }));
    const day = screen.getByLabelText<HTMLInputElement>(/^Day it was received/);
    await user.clear(day);
    await user.type(day, "2026-01-05");
    await typesACall(user);
    await receipt();
    expect(sent()).toMatchObject([{ channel: "letter", receivedAt: "2026-01-05" }]);
  });

  it("starts anew for the next one", async () => {
    const { user } = renderTab(council, "/log");
    await typesACall(user);
    await receipt();
    await user.click(screen.getByRole("button", { name: "Log another" }));
    expect((await field(/^Who complains/)).value).toBe("");
    await typesACall(user);
    await receipt();
    expect(new Set(sent().map(({ actionId }) => actionId)).size).toBe(2);
  });

  it("shows what the caller brought before, and what they need, while the number is typed", async () => {
    const { user } = renderTab(council, "/log");
    await user.type(await field(/^Phone/), "01632 960123");
    expect(await screen.findByText(/^1 earlier case from the same person/)).toBeDefined();
    expect(screen.getByText("They asked for: Large print")).toBeDefined();
    expect(screen.getByText(/same phone$/)).toBeDefined();
    // Who calls is in no address: addresses are logged on the way.
    expect(council.requests.filter(({ url }) => url.includes("01632"))).toEqual([]);
    await user.clear(await field(/^Phone/));
    await waitFor(() => expect(screen.queryByText(/earlier case/)).toBeNull());
  });

  it("takes what the person needs by its usual names, and scans with it", async () => {
    const { user } = renderTab(council, "/log");
    await user.click(await screen.findByRole("checkbox", { name: "Another language" }));
    await user.type(await field(/^What exactly/), "Polish");
    const files = screen.getByLabelText("Files to attach");
    await user.upload(files, [
      new File(["scan"], "letter.pdf", { type: "application/pdf" }),
      new File(["again"], "wrong.pdf", { type: "application/pdf" }),
    ]);
    await user.click(screen.getByRole("button", { name: "Leave out wrong.pdf" }));
    await typesACall(user);
    await receipt();
    expect(sent()).toMatchObject([
      {
        adjustments: ["language"],
        adjustment: "Polish",
        attachments: [{ name: "letter.pdf", content: btoa("scan") }],
      },
    ]);
  });

  it("sends no program, and says so before anything is typed again", async () => {
    const { user } = renderTab(council, "/log");
    const files = await screen.findByLabelText("Files to attach");
    // The dialog of some systems lets through what it was asked to leave out.
    fireEvent.change(files, { target: { files: [new File(["MZ"], "invoice.exe")] } });
    expect(await screen.findByText(/invoice.exe is not a picture/)).toBeDefined();
    await typesACall(user);
    expect(sent()).toEqual([]);
  });

  it("keeps what was begun while one looks at something else, until it is logged", async () => {
    const { user, unmount } = renderTab(council, "/log");
    await user.type(await field(/^Who complains/), "Edith Marlow");
    unmount();
    const again = renderTab(council, "/log");
    expect((await field(/^Who complains/)).value).toBe("Edith Marlow");
    expect(screen.getByText(/What you had begun is here again/)).toBeDefined();
    await again.user.clear(await field(/^Who complains/));
    await typesACall(again.user);
    await receipt();
    expect(sessionStorage).toHaveLength(0);
  });

  it("says what is missing where it is missing, and sends nothing", async () => {
    const { user } = renderTab(council, "/log");
    await user.type(await field(/^What was said/), "It is always in my way.");
    await user.type(await field(/^E-mail/), "edith at home");
    await user.click(screen.getByRole("button", { name: "Log it" }));
    expect(await screen.findByText("Write who complains.")).toBeDefined();
    expect(screen.getByText("Check the e-mail address, or leave it out.")).toBeDefined();
    expect(document.activeElement).toBe(await field(/^Who complains/));
    expect(sent()).toEqual([]);
  });

  it("keeps every word when the answer does not come, and is one case when sent again", async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      council.upsets.push({ when: /^POST .*complaints/, answer: "no answer" });
    }
    const { user } = renderTab(council, "/log");
    await typesACall(user);
    expect(await screen.findByText(/What you wrote is still here/)).toBeDefined();
    expect((await field(/^What was said/)).value).toBe("It is always in my way.");
    await user.click(screen.getByRole("button", { name: "Log it" }));
    await receipt();
    expect(new Set(sent().map(({ actionId }) => actionId)).size).toBe(1);
  });

  it("shows why the service would not log it", async () => {
    const answer = problem(400, "That cannot be logged", "It cannot have arrived in the future.");
    council.upsets.push({ when: /^POST .*complaints/, answer });
    const { user } = renderTab(council, "/log");
    await typesACall(user);
    expect(await screen.findByText(/cannot have arrived in the future/)).toBeDefined();
  });

  it("offers no link to a case that whoever took it may not read", async () => {
    council.me = { ...officer, roles: ["contributor"] };
    const { user } = renderTab(council, "/log");
    await typesACall(user);
    await receipt();
    expect(screen.getByText("The complaints team takes it from here.")).toBeDefined();
    expect(screen.queryByRole("link", { name: /^Open CMP-/ })).toBeNull();
  });

  it("is in the rail of those who may, and nowhere for others", async () => {
    const { unmount } = renderTab(council, "/my-cases");
    expect(await screen.findByRole("link", { name: "Log a complaint" })).toBeDefined();
    unmount();
    council.me = councillor;
    renderTab(council, "/log");
    expect(await screen.findByRole("heading", { name: "Page not found" })).toBeDefined();
    expect(screen.queryByRole("link", { name: "Log a complaint" })).toBeNull();
  });
});

it("whoever sees figures only lands where they will be, and is offered no list", async () => {
  council.me = memberResponsible;
  renderTab(council);
  expect(await screen.findByRole("heading", { name: /^Welcome, Cllr Harriet/ })).toBeDefined();
  expect(screen.getByText(/You see figures, not cases/)).toBeDefined();
  expect(screen.queryByRole("navigation")).toBeNull();
});
