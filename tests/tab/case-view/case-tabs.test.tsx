import { type BoundFunctions, type queries, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { noParts } from "../case-parts-data.ts";
import { referenceOf } from "../council-data.ts";
import { FakeCouncil } from "../fake-council.ts";
import { offer } from "../offers.ts";
import { renderTab } from "../render-tab.tsx";

const caseId = referenceOf(0);
let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 1, triage: 0, all: 1 });
});

async function open(change: Partial<CaseDetail> = {}) {
  council.cases.set(caseId, { ...council.detail(caseId), ...change });
  const { user } = renderTab(council, `/my-cases/${caseId}`);
  await screen.findByRole("tab", { name: "Conversation" });
  const turnTo = async (name: string) => {
    await user.click(screen.getByRole("tab", { name }));
    return within(screen.getByRole("tabpanel", { name }));
  };
  return { user, turnTo };
}

const items = (panel: BoundFunctions<typeof queries>, section: string) =>
  within(panel.getByRole("region", { name: section }))
    .getAllByRole("listitem")
    .map((item) => item.textContent);

describe("what nobody may miss", () => {
  it("stands on top, what happened before what the person needs", async () => {
    await open();
    const lines = screen.getByText("Needs care").parentElement;
    expect(
      within(lines ?? document.body)
        .getAllByRole("listitem")
        .map((line) => line.textContent),
    ).toEqual([
      "Margaret Ellis wrote again on Fri 20 Nov.",
      "Reasonable adjustment: Letters in large print. · Look at it again on Mon 7 Dec",
      "Councillor: Cllr Amina Shah · Not told yet",
    ]);
  });

  it("is not there when there is nothing", async () => {
    await open({ care: [], attention: [] });
    expect(screen.queryByText("Needs care")).toBeNull();
  });
});

describe("whoever complains", () => {
  it("is shown with every way to reach them", async () => {
    const complainant = {
      name: "Edith Marlow",
      phone: "01632 960 123",
      address: "4 Mill Lane\nWexcombe",
    };
    await open({ complainant });
    expect(screen.getByText("01632 960 123")).toBeDefined();
    expect(screen.getByText("4 Mill Lane, Wexcombe")).toBeDefined();
  });
});

describe("points", () => {
  it("are counted by what is answered, and shown with who answers, what was said and found", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("Points 1/2");
    expect(items(panel, "Points")).toEqual([
      "1. The bins were left three timesWaste and Street SceneAnswered by Tom Okafor on Thu 19 Nov 2026A parked van blocked the close on all three days.Found: UpheldNobody came back the next day.",
      "2. Nobody rang backCustomer ServicesNot answered yet",
      "3. The smellNot part of this complaint any moreIt is part of point 1.",
    ]);
  });

  it("come with what colleagues were asked and how their day stands", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("Points 1/2");
    expect(items(panel, "Questions to colleagues")).toEqual([
      "What do the crew sheets say?1 working day overdueTo Lee BartonAsked by Priya Nair on Wed 18 Nov 2026About point 1",
    ]);
  });

  it("say what to do when there are none, with the button to do it", async () => {
    const { user, turnTo } = await open({
      ...noParts,
      actions: [
        offer("add-point", "Add a point", {
          form: {
            fields: [{ kind: "words", name: "title", label: "About", lines: 1, required: true }],
          },
        }),
      ],
    });
    const panel = await turnTo("Points");
    expect(panel.getByText(/Add each thing that went wrong as a point/)).toBeDefined();
    await user.click(panel.getByRole("button", { name: "Add a point" }));
    expect(await screen.findByRole("dialog")).toBeDefined();
  });
});

describe("putting it right", () => {
  it("shows what was promised, by whom, by when, how it stands, and how the answer was", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("Putting it right");
    expect(items(panel, "For the person")).toEqual([
      "Pay for the private collectiondue in 6 working days£35.00, for point 1Tom OkaforBy Tue 1 Dec 2026",
      "Collect on Mondays insteadcannot be givenAn actionHelen MarshBy Tue 1 Dec 2026The lorry is elsewhere.\nInstead: a second bin.",
    ]);
    expect(items(panel, "So that it does not happen again")).toEqual([
      "Crews report blocked streetsdone on Fri 20 NovTrainingHelen MarshBy Fri 20 Nov 2026Everybody was told at the morning meeting.",
    ]);
    expect(items(panel, "Whether it met their need")).toEqual([
      "Our stage 1 answer did not meet their needTom Okafor, by phoneMon 9 NovThe bins are still late.Whoever is not satisfied can ask for stage 2.",
      "Ask whether our stage 2 answer met their needdue in 2 working daysAnswered on Wed 11 Nov",
    ]);
  });
});

describe("other cases and other bodies", () => {
  it("open from the list of what is related", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("Related");
    const link = panel.getByRole("link", { name: "CMP-2M8A-4T" });
    expect(link.getAttribute("href")).toBe("#/cases/CMP-2M8A-4T");
    expect(items(panel, "Linked cases")).toEqual([
      "CMP-2M8A-4TFrom the same personShe also lost her tax letter.",
    ]);
  });

  it("are looked for when somebody turns to them, and linked with their reference filled in", async () => {
    council = new FakeCouncil({ mine: 3, triage: 0, all: 3 });
    const link = offer("link-case", "Link another case", {
      form: {
        fields: [{ kind: "words", name: "other", label: "Other case", lines: 1, required: true }],
      },
    });
    const { user, turnTo } = await open({ actions: [link] });
    const asked = () => council.requests.filter(({ url }) => url.endsWith("/other-cases")).length;
    expect(asked()).toBe(0);
    const panel = await turnTo("Related");
    const person = within(await panel.findByRole("region", { name: "From the same person" }));
    const [second, third] = [
      council.detail(referenceOf(1)).row,
      council.detail(referenceOf(2)).row,
    ];
    expect(person.getByRole("link", { name: second.subject })).toBeDefined();
    expect(person.getByText("Same e-mail, phone")).toBeDefined();
    const address = within(panel.getByRole("region", { name: "From the same address" }));
    expect(address.getByText(third.caseId)).toBeDefined();
    expect(asked()).toBe(1);
    await user.click(person.getByRole("button", { name: `Link ${second.caseId}` }));
    const dialog = within(await screen.findByRole("dialog"));
    const field = dialog.getByRole<HTMLInputElement>("textbox", { name: "Other case" });
    expect(field.value).toBe(second.caseId);
  });

  it("show what the Ombudsman asks and by when", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("Panel and Ombudsman");
    expect(items(panel, "Panel and Ombudsman")).toEqual([
      "Local Government and Social Care Ombudsman, 26 001 234due in 2 working daysArrived on Mon 2 NovAll letters about the collections.",
    ]);
  });
});

describe("whose hands a case was in", () => {
  it("is a table above the history", async () => {
    const { turnTo } = await open();
    const panel = await turnTo("History");
    const rows = within(panel.getByRole("table", { name: "Whose hands" })).getAllByRole("row");
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ["Who", "Working days", "From", "To"],
      ["Complaints team", "1", "Mon 16 Nov 2026", "Tue 17 Nov 2026"],
      ["Priya Nair (complaints team)", "4", "Tue 17 Nov 2026", "now"],
    ]);
  });
});

describe("a tab", () => {
  it("with nothing in it and nothing to do about it is left out", async () => {
    await open({ ...noParts, conversation: [], actions: [] });
    expect(screen.getAllByRole("tab")).toHaveLength(4);
    for (const name of ["Conversation", "History", "Dates", "Related"]) {
      expect(screen.getByRole("tab", { name })).toBeDefined();
    }
  });

  it("that is emptied while it is shown gives way to the conversation", async () => {
    const { user, turnTo } = await open({
      actions: [offer("accept", "Take it on")],
    });
    await turnTo("Panel and Ombudsman");
    council.cases.set(caseId, { ...council.detail(caseId), outside: [] });
    await user.click(screen.getByRole("button", { name: "Take it on" }));
    expect(await screen.findByRole("tabpanel", { name: "Conversation" })).toBeDefined();
  });
});
