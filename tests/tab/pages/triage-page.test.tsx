import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActionRequest } from "#api/contract/case-action.ts";
import type { HandleTogether, LookAlike, LookAlikes } from "#api/contract/triage.ts";
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

/** Chooses who takes it, once it is known how much each has. */
async function give(user: ReturnType<typeof renderTab>["user"], officer: string): Promise<void> {
  await screen.findByRole("group", { name: "Away now" });
  await user.selectOptions(screen.getByRole("combobox", { name: "Who takes it?" }), officer);
}

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

  it("leaves whoever is typing in the find box there when a message comes", async () => {
    renderTab(council, "/triage");
    await confirm();
    const find = await screen.findByRole("combobox", { name: "Find a case or a page" });
    find.focus();
    // Not a person's click, which would take the focus itself.
    fireEvent.click(screen.getByRole("button", { name: "Next" }));
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(document.activeElement).toBe(find);
  });

  it("puts examples beside each choice, and what becomes of the chosen one", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    const examples = "Such as “The bin was missed again.” “Nobody answered my letter.”";
    expect(screen.getByText(examples)).toBeDefined();
    expect(screen.getByText("What happens: Goes through the stages.")).toBeDefined();
    await user.click(screen.getByRole("radio", { name: /^Service request/ }));
    expect(screen.queryByText("What happens: Goes through the stages.")).toBeNull();
    expect(screen.getByText("What happens: Passed to the service and recorded.")).toBeDefined();
    await user.click(screen.getByText("What to ask yourself first"));
    expect(screen.getByText("Is it a first request for a service?")).toBeDefined();
    expect(screen.getByText(/Decides what it is and who takes it/)).toBeDefined();
  });

  it("records what it is and who takes it with one press, and shows the next message", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    await give(user, "tom");
    await user.click(await confirm());
    expect(await screen.findByText(`Tom Okafor has ${first.caseId}.`)).toBeDefined();
    expect(await screen.findByRole("heading", { level: 2, name: second.subject })).toBeDefined();
    expect(sent().map(({ action }) => action)).toEqual([
      {
        ...{ type: "classify", caseType: "complaint", service: "waste", about: "" },
        reason: "It says what went wrong and asks for it to stop.",
      },
      { type: "assign", officer: "tom" },
    ]);
  });

  it("shows beside each colleague how much they have, and who is away", async () => {
    const { user } = renderTab(council, "/triage");
    await confirm();
    const away = await screen.findByRole("group", { name: "Away now" });
    expect(within(away).getByRole("option").textContent).toContain("away until Fri 27 Nov");
    const own = within(screen.getByRole("group", { name: "Waste and Street Scene" }));
    expect(own.getByRole("option").textContent).toBe("Tom Okafor (2 open, 1 overdue)");
    await give(user, "tom");
    expect(screen.getByText("2 open, 1 overdue")).toBeDefined();
    expect(council.requests.some(({ url }) => url.endsWith("/officers?service=waste"))).toBe(true);
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
    await give(user, "tom");
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
    await give(user, "tom");
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
    await give(user, "rhys");
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

describe("what the message itself says", () => {
  const address = {
    ...{ title: "Postal address", value: "14 Orchard Close, WX2 4QT", press: "Use this address" },
    action: { type: "confirm-details", address: "14 Orchard Close, WX2 4QT" } as const,
  };

  it("is offered with one press each, after which Enter still confirms the decision", async () => {
    const known = council.detail(first.caseId);
    const notes = ["It seems to be written in Polish."];
    council.cases.set(first.caseId, { ...known, learned: { notes, facts: [address] } });
    const { user } = renderTab(council, "/triage");
    expect(await screen.findByText("It seems to be written in Polish.")).toBeDefined();
    council.cases.set(first.caseId, { ...known, learned: { notes, facts: [] } });
    await user.click(await screen.findByRole("button", { name: "Use this address" }));
    await waitFor(() => expect(screen.queryByText(address.value)).toBeNull());
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: second.subject })).toBeDefined();
    expect(sent().map(({ action }) => action.type)).toEqual(["confirm-details", "classify"]);
  });

  it("suggests what people are unhappy about, and sends it with the decision", async () => {
    const known = council.detail(first.caseId);
    council.cases.set(first.caseId, {
      ...known,
      choices: {
        ...known.choices,
        reasons: [{ id: "missed-service", name: "A service that did not come" }],
        suggestedReason: { id: "missed-service", why: "They wrote “missed”." },
      },
    });
    const { user } = renderTab(council, "/triage");
    expect(await screen.findByText("Suggested: They wrote “missed”.")).toBeDefined();
    await user.click(await confirm());
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(sent()[0]?.action).toMatchObject({ about: "missed-service" });
  });

  it("may be spam: then nothing else is asked, and Enter sets it aside", async () => {
    const known = council.detail(first.caseId);
    council.cases.set(first.caseId, {
      ...known,
      choices: {
        ...known.choices,
        caseTypes: [...known.choices.caseTypes, { id: "spam", name: "Spam" }],
        suggestedType: { id: "spam", why: "The mail filter marked it as spam." },
      },
    });
    const { user } = renderTab(council, "/triage");
    await confirm();
    expect(screen.queryByRole("combobox", { name: /Whose is it/ })).toBeNull();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: second.subject })).toBeDefined();
    expect(sent().map(({ action }) => action)).toEqual([
      { type: "set-aside", as: "spam", reason: "The mail filter marked it as spam." },
    ]);
  });

  it("asks only who takes it once it is classified", async () => {
    const known = council.detail(first.caseId);
    const row = { ...known.row, status: "allocation" };
    council.cases.set(first.caseId, { ...known, row });
    const { user } = renderTab(council, "/triage");
    await user.click(await confirm());
    expect(screen.getByText("Choose who takes it.")).toBeDefined();
    await give(user, "tom");
    await user.click(await confirm());
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(sent().map(({ action }) => action.type)).toEqual(["assign"]);
  });
});

describe("messages of nearly the same words", () => {
  const alike = (row: typeof second, waiting = true): LookAlike => ({
    ...{ caseId: row.caseId, subject: row.subject, complainant: row.complainant },
    ...{ receivedOn: row.receivedOn, progress: "Draft started by Tom Okafor", waiting },
  });
  const campaign = { name: "Save our library", lead: first.caseId };
  const third = triageRow(2);
  const beside = (found: Partial<LookAlikes>) =>
    council.lookAlikes.set(first.caseId, {
      ...{ others: [], moreWaiting: 0, copies: [], campaign, first: first.caseId },
      ...found,
    });
  const asked = (): HandleTogether[] =>
    council.requests.flatMap(({ url, body }) =>
      url.endsWith("/api/triage/together") ? [body as HandleTogether] : [],
    );

  beforeEach(() => {
    council = new FakeCouncil({ mine: 1, triage: 4, all: 1 });
  });

  it("are decided all at once with one confirmation, and none of them is shown again", async () => {
    beside({ others: [alike(second), alike(third)] });
    const { user } = renderTab(council, "/triage");
    await screen.findByRole("heading", { name: "2 others waiting say nearly the same" });
    await user.click(screen.getByRole("button", { name: "Handle together" }));
    await give(user, "tom");
    await user.selectOptions(
      screen.getByRole("combobox", { name: "Case that is answered for all" }),
      third.caseId,
    );
    await user.click(screen.getByRole("button", { name: "Confirm all 3 and show the next" }));
    await screen.findByRole("heading", { level: 2, name: triageRow(3).subject });
    expect(screen.getByText("Message 1 of 1")).toBeDefined();
    expect(asked()).toMatchObject([
      {
        ...{ kind: "campaign", cases: [first.caseId, second.caseId, third.caseId] },
        ...{ lead: third.caseId, campaign: "Save our library", caseType: "complaint" },
        ...{ service: "waste", officer: "tom" },
      },
    ]);
  });

  it("leave out whom somebody unticks, and whoever was handled before", async () => {
    beside({ others: [alike(second), alike(third), alike(triageRow(3), false)] });
    const { user } = renderTab(council, "/triage");
    await user.click(await screen.findByRole("button", { name: "Handle together" }));
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    await user.click(screen.getByRole("checkbox", { name: new RegExp(second.complainant) }));
    await user.click(screen.getByRole("button", { name: "Confirm all 2 and show the next" }));
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(asked()[0]?.cases).toEqual([first.caseId, third.caseId]);
  });

  it("say which of them failed, and go on with the same press", async () => {
    beside({ others: [alike(second)] });
    const refusal = "It is part of Trees already. Take it out of that campaign first.";
    const cases = [
      { caseId: first.caseId, done: true, words: "Recorded." },
      { caseId: second.caseId, done: false, words: refusal },
    ];
    council.upsets.push({ when: /POST .*together/, answer: { status: 200, body: { cases } } });
    const { user } = renderTab(council, "/triage");
    await user.click(await screen.findByRole("button", { name: "Handle together" }));
    const press = () => screen.getByRole("button", { name: "Confirm all 2 and show the next" });
    await user.click(press());
    expect((await screen.findByRole("alert")).textContent).toContain(
      `${second.caseId}: ${refusal}`,
    );
    await user.click(press());
    await screen.findByRole("heading", { level: 2, name: third.subject });
    expect(asked()[1]?.actionId).toBe(asked()[0]?.actionId);
  });

  it("are set aside as one person's duplicates of the first, which stays to be decided", async () => {
    beside({ copies: [alike(second), alike(third)] });
    const { user } = renderTab(council, "/triage");
    await screen.findByText(`${first.complainant} wrote nearly the same 2 times more`);
    await user.click(screen.getByRole("button", { name: "Keep this one, set the others aside" }));
    expect(await screen.findByText("Message 1 of 2")).toBeDefined();
    expect(screen.getByRole("heading", { level: 2, name: first.subject })).toBeDefined();
    expect(asked()).toMatchObject([
      { kind: "duplicates", cases: [second.caseId, third.caseId], lead: first.caseId },
    ]);
  });

  it("take this one out of the list when it repeats an earlier one", async () => {
    beside({ copies: [alike(second, false)], first: second.caseId });
    const { user } = renderTab(council, "/triage");
    const press = { name: `Set aside, answered with ${second.caseId}` };
    await user.click(await screen.findByRole("button", press));
    await screen.findByRole("heading", { level: 2, name: second.subject });
    expect(asked()[0]?.cases).toEqual([first.caseId]);
  });
});

const classified = { caseId: first.caseId, version: 3, message: "Recorded as a complaint." };
