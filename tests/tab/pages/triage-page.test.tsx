import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActionRequest } from "#api/contract/case-action.ts";
import { triageRow } from "../council-data.ts";
import { FakeCouncil, problem } from "../fake-council.ts";
import { notNow } from "../offers.ts";
import { renderTab, shownPath } from "../render-tab.tsx";

const [first, second] = [triageRow(0), triageRow(1)];
let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 1, triage: 2, all: 1 });
});

const sent = (): ActionRequest[] =>
  council.requests.flatMap(({ method, body }) =>
    method === "POST" ? [body as ActionRequest] : [],
  );

const confirm = () => screen.findByRole("button", { name: "Confirm and show the next" });

describe("triage", () => {
  it("shows the first message whole, with what the service suggests and why", async () => {
    renderTab(council, "/triage");
    await confirm();
    expect(shownPath()).toBe(`/triage/${first.caseId}`);
    expect(screen.getByText("Message 1 of 2")).toBeDefined();
    expect(screen.getByText(/14 Orchard Close, Wexcombe/)).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Complaint/ }).checked).toBe(true);
    expect(screen.getByText("Suggested: It mentions “bins” and “collection”.")).toBeDefined();
  });

  it("records what it is and who takes it with one press, and shows the next message", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await user.selectOptions(screen.getByRole("combobox", { name: "Who takes it?" }), "tom");
    await user.click(await confirm());
    expect(await screen.findByText(`Tom Okafor has ${first.caseId}.`)).toBeDefined();
    expect(await screen.findByRole("heading", { level: 2, name: second.subject })).toBeDefined();
    expect(sent().map(({ action }) => action)).toEqual([
      { type: "classify", caseType: "complaint", service: "waste" },
      { type: "assign", officer: "tom" },
    ]);
  });

  it("takes one Enter to confirm what is suggested", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: second.subject })).toBeDefined();
    expect(sent()).toHaveLength(1);
  });

  it("asks who takes it only when it is a complaint", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await user.selectOptions(screen.getByRole("combobox", { name: "Who takes it?" }), "tom");
    await user.click(screen.getByRole("radio", { name: /^Compliment/ }));
    expect(screen.queryByRole("combobox", { name: "Who takes it?" })).toBeNull();
    await user.click(await confirm());
    await waitFor(() => expect(sent().map(({ action }) => action.type)).toEqual(["classify"]));
  });

  it("says which question is still open", async () => {
    council.cases.set(first.caseId, {
      ...council.detail(first.caseId),
      choices: { caseTypes: [], services: [], officers: [] },
    });
    const { user } = renderTab(council, "/triage");
    await user.click(await confirm());
    expect(screen.getByText("Say what the message is.")).toBeDefined();
    expect(screen.getByText("Choose the service it is about.")).toBeDefined();
    expect(sent()).toEqual([]);
  });

  it("does not classify again when only the assignment failed", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await user.selectOptions(screen.getByRole("combobox", { name: "Who takes it?" }), "tom");
    const refusal = problem(
      403,
      "Not assigned",
      "Tom Okafor does not take cases for this service.",
    );
    council.upsets.push(
      // The first action goes through, the second does not.
      { when: /POST .*actions/, answer: { status: 200, body: classified } },
      { when: /POST .*actions/, answer: refusal },
    );
    await user.click(await confirm());
    expect((await screen.findByRole("alert")).textContent).toContain("who takes it was not");
    await user.selectOptions(screen.getByRole("combobox", { name: "Who takes it?" }), "rhys");
    await user.click(await confirm());
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(sent().map(({ action }) => action.type)).toEqual(["classify", "assign", "assign"]);
  });

  it("goes to the neighbours without deciding anything", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await user.click(screen.getByRole("button", { name: "Next" }));
    expect(await screen.findByText("Message 2 of 2")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Previous" }));
    expect(await screen.findByText("Message 1 of 2")).toBeDefined();
    expect(sent()).toEqual([]);
  });

  it("says so when the last message is decided", async () => {
    const { user } = renderTab(council, "/triage");
    await user.click(await confirm());
    await screen.findByRole("heading", { level: 2, name: second.subject });
    await user.click(await confirm());
    expect(await screen.findByText(/Nothing is waiting for triage/)).toBeDefined();
    const pages = screen.getByRole("navigation", { name: "Redress" });
    await waitFor(() => expect(within(pages).getByRole("link", { name: "Triage" })).toBeDefined());
  });

  it("does not ask again what somebody else has decided", async () => {
    council.cases.set(first.caseId, {
      ...council.detail(first.caseId),
      actions: [
        notNow("classify", "Decide what it is", "Grace Bello has already decided what this is."),
      ],
    });
    renderTab(council, `/triage/${first.caseId}`);
    expect(await screen.findByText(/Grace Bello has already decided/)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Confirm and show the next" })).toBeNull();
  });
});

const classified = { caseId: first.caseId, version: 3, message: "Recorded as a complaint." };
