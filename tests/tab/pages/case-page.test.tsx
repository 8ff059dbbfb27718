import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionRequest } from "#api/contract/case-action.ts";
import { referenceOf, startingLetter } from "../council-data.ts";
import { FakeCouncil, hashOf, problem } from "../fake-council.ts";
import { renderTab, shownPath } from "../render-tab.tsx";

const caseId = referenceOf(0);
const path = `/my-cases/${caseId}`;
let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 3, triage: 1, all: 3 });
});

/** What was sent to act on the case, in order. */
const sent = (): ActionRequest[] =>
  council.requests.flatMap(({ method, body }) =>
    method === "POST" ? [body as ActionRequest] : [],
  );

const opened = () => screen.findByRole("heading", { name: /Missed bin collection/ });

describe("a case", () => {
  it("says what it is, what to mind and when it is due, with the reasons", async () => {
    const { user } = renderTab(council, path);
    await opened();
    expect(screen.getByText("Margaret Ellis wrote again on Fri 20 Nov.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Why this date? Response due" }));
    expect(await screen.findByText("Saturdays and Sundays are not counted.")).toBeDefined();
  });

  it("folds quoted text away and brings it back when asked", async () => {
    const { user } = renderTab(council, path);
    await opened();
    expect(screen.queryByText(/We will answer by 7 December/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show quoted text" }));
    expect(screen.getByText(/We will answer by 7 December/)).toBeDefined();
  });

  it("shows a mail as it was sent where nothing of it can act, and says what was left out", async () => {
    const { user } = renderTab(council, path);
    await opened();
    // Asked for only when somebody wants it: a mail may be large.
    expect(council.requests.some(({ url }) => url.includes("/mails/"))).toBe(false);
    // The answer came as plain text: there is nothing else to show of it.
    const button = screen.getByRole("button", { name: "Show as it was sent" });
    await user.click(button);
    const frame = await screen.findByTitle<HTMLIFrameElement>(
      "The message of Margaret Ellis as it was sent",
    );
    expect(frame.getAttribute("sandbox")).not.toMatch(/allow-(scripts|same-origin|forms)/);
    expect(frame.srcdoc).toContain("default-src 'none'; img-src data:");
    expect(frame.srcdoc).toContain("What I was told");
    expect(screen.getByText(/^2 pictures from the network were left out/)).toBeDefined();
    expect(screen.getByText("Not shown: lorry.heic.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Show its words only" }));
    expect(screen.queryByTitle(/as it was sent/)).toBeNull();
  });

  it("shows the history with how long each step took to come", async () => {
    const { user } = renderTab(council, path);
    await opened();
    await user.click(screen.getByRole("tab", { name: "History" }));
    const lines = within(screen.getByRole("tabpanel", { name: "History" })).getAllByRole(
      "listitem",
    );
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^Mon 16 Nov 2026 at 08:41Redress Logged the message/),
      expect.stringMatching(/^Mon 16 Nov 2026 at 10:021 hour laterRedress Sent/),
      expect.stringMatching(/4 hours laterGrace Bello Decided/),
      expect.stringMatching(/19 hours laterGrace Bello Assigned/),
      expect.stringMatching(/2 days laterPriya Nair Added a note.Rang the depot/),
    ]);
    const shown = () =>
      within(screen.getByRole("tabpanel", { name: "History" })).getAllByRole("listitem");
    await user.click(screen.getByRole("button", { name: "2 decisions" }));
    expect(shown().map((line) => line.textContent)).toEqual([
      expect.stringMatching(/Grace Bello Decided/),
      expect.stringMatching(/19 hours laterGrace Bello Assigned/),
    ]);
    await user.click(screen.getByRole("button", { name: "All 5" }));
    expect(shown()).toHaveLength(5);
  });

  it("downloads a file with my own sign-in, never by a bare link", async () => {
    const offered: string[] = [];
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:file");
    vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      offered.push(`${this.download} from ${this.href}`);
    });
    const { user } = renderTab(council, path);
    await opened();
    await user.click(screen.getByRole("tab", { name: "Files 2" }));
    await user.click(screen.getByRole("button", { name: "Download bins.jpg, 2.4 MB" }));
    await waitFor(() => expect(offered).toEqual(["bins.jpg from blob:file"]));
    await user.click(screen.getByRole("tab", { name: "Conversation" }));
    await user.click(screen.getByRole("button", { name: "Download (PDF): Acknowledgement" }));
    await waitFor(() => expect(offered).toHaveLength(2));
    expect(offered[1]).toBe("CMP-BP1C-00 Acknowledgement.pdf from blob:file");
    for (const file of ["/attachments/a2", `/letters/${"b".repeat(64)}/as/pdf`]) {
      const request = council.requests.find(({ url }) => url.endsWith(file));
      expect(request?.authorization, file).toMatch(/^Bearer token-/);
    }
    vi.restoreAllMocks();
  });

  it("looks at a picture in place, and at nothing that only calls itself one", async () => {
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:picture");
    vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
    const { user } = renderTab(council, path);
    await opened();
    expect(screen.getByText(/by its first bytes it is image\/png/)).toBeDefined();
    council.pictureType = "image/png";
    await user.click(screen.getByRole("button", { name: "Show bins.jpg" }));
    expect((await screen.findByRole("img", { name: "bins.jpg" })).getAttribute("src")).toBe(
      "blob:picture",
    );
    await user.click(screen.getByRole("button", { name: "Hide bins.jpg" }));
    council.pictureType = "application/octet-stream";
    await user.click(screen.getByRole("button", { name: "Show bins.jpg" }));
    expect(await screen.findByText(/It is no picture/)).toBeDefined();
    expect(screen.queryByRole("img", { name: "bins.jpg" })).toBeNull();
  });

  it("explains every action that is not offered now", async () => {
    const { user } = renderTab(council, path);
    await opened();
    await user.click(screen.getByRole("button", { name: "Not available now" }));
    const item = await screen.findByRole("menuitem", { name: /Move to stage 2/ });
    expect(item.textContent).toContain("The stage 1 response has not been sent yet.");
    expect(item.getAttribute("aria-disabled")).toBe("true");
    await user.keyboard("{Escape}");
  });
});

describe("acting on a case", () => {
  it("asks who takes it, sends it once and says what was done", async () => {
    const { user } = renderTab(council, path);
    await opened();
    await user.click(screen.getByRole("button", { name: "Assign" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("radio", { name: /^Rhys Evans/ }));
    await user.dblClick(within(dialog).getByRole("button", { name: "Assign" }));
    expect(await screen.findByText(`Rhys Evans has ${caseId}.`)).toBeDefined();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent().map(({ action }) => action)).toEqual([{ type: "assign", officer: "rhys" }]);
  });

  it("repeats a press that got no answer under the same id, and a new press under a new one", async () => {
    const unanswered = { when: /POST/, answer: "no answer" as const };
    council.upsets.push(unanswered, unanswered, unanswered);
    const { user } = renderTab(council, path);
    await opened();
    await user.click(screen.getByRole("button", { name: "Add a note" }));
    const dialog = await screen.findByRole("dialog");
    const note = within(dialog).getByRole("textbox", { name: "Note" });
    await user.type(note, "Rang the depot.");
    await user.click(within(dialog).getByRole("button", { name: "Add a note" }));
    const notice = await within(dialog).findByRole("alert");
    expect(notice.textContent).toMatch(/cannot be reached.*What you filled in is still here/);
    await user.click(within(dialog).getByRole("button", { name: "Add a note" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(new Set(sent().map(({ actionId }) => actionId)).size).toBe(1);

    await user.click(screen.getByRole("button", { name: "Add a note" }));
    await user.type(await screen.findByRole("textbox", { name: "Note" }), "Rang the depot.");
    await user.click(
      within(screen.getByRole("dialog")).getByRole("button", { name: "Add a note" }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(new Set(sent().map(({ actionId }) => actionId)).size).toBe(2);
  });

  it("offers the everyday things as buttons and the rest in a menu under headings", async () => {
    const { user } = renderTab(council, path);
    await opened();
    const bar = screen.getByRole("group", { name: "Actions" });
    const buttons = within(bar).getAllByRole("button");
    expect(buttons.map((button) => button.textContent)).toEqual([
      ...["Draft reply", "Assign", "Add a note", "Close", "Ask for information"],
      ...["More", "Not available now"],
    ]);
    await user.click(within(bar).getByRole("button", { name: "More" }));
    const dates = await screen.findByRole("group", { name: "Dates" });
    const items = within(dates).getAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Record an answer by phone",
      "Extend the date",
    ]);
    const extend = within(dates).getByRole("menuitem", { name: "Extend the date" });
    await user.click(extend);
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/The person must be told/)).toBeDefined();
  });
});

describe("approving", () => {
  const letter = `${startingLetter}\nWe are sorry.`;
  const approvals = `/approvals/${caseId}`;

  beforeEach(() => council.awaitApproval(caseId, letter));

  it("shows who wrote what before the decision, sends the letter's hash and leaves a receipt", async () => {
    const { user } = renderTab(council, approvals);
    const response = await screen.findByRole("region", { name: "Response" });
    expect(response.textContent).toMatch(
      /^Response to Margaret Ellis.*Written byTom Okafor.*Point 1Upheld.*We are sorry\..*1 of 2 points answered.*IndependenceTom Okafor submitted it.*ApproveReturn/s,
    );
    await user.click(within(response).getByRole("button", { name: "Approve" }));
    expect(await screen.findByText(/The response to Margaret Ellis is on its way/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
    expect(sent().map(({ action }) => action)).toEqual([{ type: "approve", text: hashOf(letter) }]);
    const back = screen.getAllByRole("link", { name: "Back to Approvals" }).at(-1);
    if (back !== undefined) await user.click(back);
    expect(shownPath()).toBe("/approvals");
    expect(await screen.findByText("No response is waiting for your approval.")).toBeDefined();
  });

  it("returns the letter only with a comment", async () => {
    const { user } = renderTab(council, approvals);
    await user.click(await screen.findByRole("button", { name: "Return with comment" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Return with comment" }));
    expect(await within(dialog).findByText("Needed: What should change?.")).toBeDefined();
    await user.type(within(dialog).getByRole("textbox"), "Say when the refund comes.");
    await user.click(within(dialog).getByRole("button", { name: "Return with comment" }));
    expect(await screen.findByText("Returned to Tom Okafor.")).toBeDefined();
    expect(sent().at(-1)?.action).toEqual({
      type: "return",
      text: hashOf(letter),
      comment: "Say when the refund comes.",
    });
  });

  it("says so and shows the new letter when it changed since it was read", async () => {
    const { user } = renderTab(council, approvals);
    await screen.findByRole("button", { name: "Approve" });
    council.awaitApproval(caseId, "A different letter.");
    await user.click(screen.getByRole("button", { name: "Approve" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(
      /The letter has changed.*Read the letter again.*Nothing was sent/,
    );
    expect(await screen.findByText("A different letter.")).toBeDefined();
  });
});

describe("a case that cannot be shown", () => {
  it("says why, in the service's words", async () => {
    council.upsets.push({
      when: /GET .*\/api\/cases\//,
      answer: problem(404, "No such case", "Check the reference, or ask the complaints team."),
    });
    renderTab(council, path);
    expect((await screen.findByRole("alert")).textContent).toContain("Check the reference");
  });
});
