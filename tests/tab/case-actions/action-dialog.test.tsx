import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActionForm } from "#api/contract/action-form.ts";
import { referenceOf } from "../council-data.ts";
import { FakeCouncil, problem } from "../fake-council.ts";
import { offer } from "../offers.ts";
import { renderTab } from "../render-tab.tsx";

const caseId = referenceOf(0);
const choices = ["One", "Two", "Three", "Four", "Five", "Six"].map((name, index) => ({
  id: String(index + 1),
  name,
}));
const few = choices.slice(0, 5);
let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 1, triage: 0, all: 1 });
});

/** Opens the case with one action of this form, and its dialog. */
async function ask(form: ActionForm) {
  const actions = [offer("raise-flag", "Flag it", { form })];
  council.cases.set(caseId, { ...council.detail(caseId), actions });
  const { user } = renderTab(council, `/my-cases/${caseId}`);
  await user.click(await screen.findByRole("button", { name: "Flag it" }));
  const dialog = within(await screen.findByRole("dialog"));
  const send = () => user.click(dialog.getByRole("button", { name: "Flag it" }));
  return { user, dialog, send };
}

const sent = () =>
  council.requests.flatMap(({ method, body }) =>
    method === "POST" ? [(body as { action: unknown }).action] : [],
  );
const closed = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

const asked = { label: "What", required: true } as const;

describe("a form", () => {
  it("says what to know first, and names the case it is about", async () => {
    const { dialog } = await ask({
      intro: ["Everybody sees it.", "Keep it short."],
      fields: [{ ...asked, kind: "words", name: "words", lines: 4 }],
    });
    expect(dialog.getByRole("heading", { name: `Flag it: ${caseId}` })).toBeDefined();
    expect(dialog.getByText("Everybody sees it.")).toBeDefined();
    expect(dialog.getByText("Keep it short.")).toBeDefined();
  });

  it("tells by mark and to listeners what has to be filled in, with its hint", async () => {
    const { dialog } = await ask({
      fields: [
        { ...asked, kind: "words", name: "words", lines: 4, hint: "As they said it." },
        { ...asked, kind: "words", name: "more", label: "More", lines: 1, required: false },
      ],
    });
    const words = dialog.getByRole("textbox", { name: "What" });
    expect(words.hasAttribute("required")).toBe(true);
    const hint = document.getElementById(words.getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toBe("As they said it.");
    expect(dialog.getByRole("textbox", { name: "More" }).hasAttribute("required")).toBe(false);
  });

  it("that the service has filled in is sent by Enter alone", async () => {
    const { user, dialog } = await ask({
      fields: [
        { ...asked, kind: "choice", name: "few", label: "Few", choices: few, value: "2" },
        { ...asked, kind: "choice", name: "many", label: "Many", choices, value: "6" },
        { ...asked, kind: "words", name: "text", label: "Text", lines: 4, value: "As found." },
      ],
    });
    dialog.getByRole("radio", { checked: true }).focus();
    await user.keyboard("{Enter}");
    await closed();
    expect(sent()).toEqual([{ type: "raise-flag", few: "2", many: "6", text: "As found." }]);
  });

  it("sends every kind of answer as it was given", async () => {
    const { user, dialog, send } = await ask({
      fields: [
        { ...asked, kind: "words", name: "line", label: "Line", lines: 1 },
        { ...asked, kind: "words", name: "text", label: "Text", lines: 4 },
        { ...asked, kind: "choice", name: "few", label: "Few", choices: few },
        { ...asked, kind: "choice", name: "many", label: "Many", choices },
        { ...asked, kind: "choices", name: "some", label: "Some", choices: few },
        { ...asked, kind: "day", name: "day", label: "Day" },
        { ...asked, kind: "number", name: "days", label: "Longer", unit: "working days" },
        { ...asked, kind: "tick", name: "tick", label: "It is true", required: false },
        { kind: "fixed", name: "seen", value: "a1b2" },
      ],
    });
    await user.type(dialog.getByRole("textbox", { name: "Line" }), "one line");
    await user.type(dialog.getByRole("textbox", { name: "Text" }), "two{Enter}lines");
    await user.click(dialog.getByRole("radio", { name: "Two" }));
    await user.selectOptions(dialog.getByRole("combobox", { name: "Many" }), "Six");
    const group = within(dialog.getByRole("group", { name: /Some/ }));
    await user.click(group.getByRole("checkbox", { name: "Four" }));
    await user.click(group.getByRole("checkbox", { name: "One" }));
    await user.type(dialog.getByLabelText(/^Day/), "2026-12-07");
    await user.type(dialog.getByRole("textbox", { name: "Longer (working days)" }), "5");
    await user.click(dialog.getByRole("checkbox", { name: "It is true" }));
    await send();
    await closed();
    expect(sent()).toEqual([
      {
        type: "raise-flag",
        ...{ line: "one line", text: "two\nlines", few: "2", many: "6", some: ["1", "4"] },
        ...{ day: "2026-12-07", days: "5", tick: true, seen: "a1b2" },
      },
    ]);
  });

  it("begins with what the service filled in, and leaves open what may stay open", async () => {
    const { dialog, send } = await ask({
      fields: [
        { ...asked, kind: "words", name: "line", lines: 1, value: "Margaret Ellis" },
        { ...asked, kind: "choice", name: "few", label: "Few", choices: few, value: "3" },
        { ...asked, kind: "choice", name: "maybe", label: "Maybe", choices: few, required: false },
        { ...asked, kind: "day", name: "day", label: "Day", value: "2026-11-23" },
        { ...asked, kind: "day", name: "later", label: "Later", required: false },
        { ...asked, kind: "number", name: "days", label: "Longer", unit: "days", value: 10 },
      ],
    });
    expect(dialog.getByRole("combobox", { name: "Maybe" }).textContent).toMatch(/^None/);
    await send();
    await closed();
    expect(sent()).toEqual([
      {
        type: "raise-flag",
        ...{
          line: "Margaret Ellis",
          few: "3",
          maybe: "",
          day: "2026-11-23",
          later: "",
          days: "10",
        },
      },
    ]);
  });

  it("shows what tells choices apart, and long ones in full rather than in a list that cuts them", async () => {
    const long = "The complaint is about something that happened more than twelve months ago.";
    const { dialog } = await ask({
      fields: [
        {
          ...{ ...asked, kind: "choice", name: "ground", label: "Ground" },
          choices: [...choices, { id: "long", name: long, hint: "Use discretion." }],
        },
      ],
    });
    expect(dialog.getAllByRole("radio")).toHaveLength(7);
    expect(dialog.getByRole("radio", { name: `${long} Use discretion.` })).toBeDefined();
  });

  it("gives the calendar its first and last day", async () => {
    const limits = { earliest: "2026-11-23", latest: "2026-12-24" };
    const { dialog } = await ask({
      fields: [{ ...asked, kind: "day", name: "day", label: "Day", ...limits }],
    });
    const day = dialog.getByLabelText(/^Day/);
    expect([day.getAttribute("min"), day.getAttribute("max")]).toEqual(Object.values(limits));
  });
});

describe("a decision that tells the person by letter", () => {
  const told: ActionForm = {
    fields: [
      { ...asked, kind: "words", name: "reason", label: "Reason", lines: 4 },
      {
        ...{ ...asked, kind: "choice", name: "telling", label: "How", value: "letter" },
        choices: [
          { id: "letter", name: "By letter" },
          { id: "myself", name: "I have told them" },
        ],
      },
      {
        ...{ ...asked, kind: "words", name: "told", label: "How and when", lines: 4 },
        onlyWhen: { field: "telling", is: "myself" },
      },
      {
        ...{ ...asked, kind: "letter", name: "text", label: "The letter" },
        onlyWhen: { field: "telling", is: "letter" },
      },
    ],
  };
  const letterIn = (dialog: Awaited<ReturnType<typeof ask>>["dialog"]) =>
    dialog.getByRole("document", { name: "The letter" });

  it("shows the letter as the form is filled in, with what it lacks, and sends it as it is prepared", async () => {
    const { user, dialog, send } = await ask(told);
    await dialog.findByText("Fill this in: the reason");
    expect(dialog.queryByRole("textbox", { name: "How and when" })).toBeNull();
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Illness.");
    await waitFor(() => expect(letterIn(dialog).textContent).toContain("The reason is: Illness."));
    expect(dialog.queryByText("Fill this in: the reason")).toBeNull();
    await send();
    await closed();
    expect(sent().at(-1)).toEqual({
      type: "raise-flag",
      ...{ reason: "Illness.", telling: "letter", told: "", text: "" },
    });
  });

  it("lets the letter be changed, and be prepared anew", async () => {
    const { user, dialog, send } = await ask(told);
    await dialog.findByRole("document", { name: "The letter" });
    await user.click(dialog.getByRole("button", { name: "Change the letter" }));
    await dialog.findByRole("textbox", { name: "The letter" });
    expect(dialog.getByText(/no longer changes it/)).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Prepare it anew from the form" }));
    expect(letterIn(dialog).textContent).toContain("The reason is");
    await user.type(dialog.getByRole("textbox", { name: "Reason" }), "Illness.");
    await waitFor(() => expect(letterIn(dialog).textContent).toContain("Illness."));
    await user.click(dialog.getByRole("button", { name: "Change the letter" }));
    await send();
    await closed();
    expect(sent().at(-1)).toMatchObject({ text: "Dear Joan\n\nThe reason is: Illness." });
  });

  it("asks instead how they were told, when somebody has told them", async () => {
    const { user, dialog } = await ask(told);
    await user.click(dialog.getByRole("radio", { name: "I have told them" }));
    expect(dialog.getByRole("textbox", { name: "How and when" })).toBeDefined();
    expect(dialog.queryByRole("document")).toBeNull();
  });
});

describe("answers that will not do", () => {
  const form: ActionForm = {
    fields: [
      { ...asked, kind: "words", name: "words", label: "Words", lines: 4 },
      { ...asked, kind: "choice", name: "few", label: "Few", choices: few },
      { ...asked, kind: "choices", name: "some", label: "Some", choices: few },
    ],
  };

  it("are named beside their fields, the first in focus, with everything kept", async () => {
    const { user, dialog, send } = await ask(form);
    const words = dialog.getByRole("textbox", { name: "Words" });
    await user.type(words, "She rang.");
    await send();
    expect(await dialog.findByText("Needed: Few.")).toBeDefined();
    expect(dialog.getByText("Needed: Some.")).toBeDefined();
    expect(dialog.queryByText("Fill in what is missing.")).toBeNull();
    expect((words as HTMLTextAreaElement).value).toBe("She rang.");
    await waitFor(() =>
      expect(document.activeElement).toBe(dialog.getByRole("radio", { name: "One" })),
    );
    const some = dialog.getByRole("group", { name: /Some/ });
    const said = document.getElementById(some.getAttribute("aria-describedby") ?? "");
    expect(said?.textContent).toBe("Needed: Some.");
  });

  it("can be put right and sent again", async () => {
    const { user, dialog, send } = await ask(form);
    await send();
    await user.type(await dialog.findByRole("textbox", { name: "Words" }), "She rang.");
    await user.click(dialog.getByRole("radio", { name: "One" }));
    await user.click(dialog.getByRole("checkbox", { name: "One" }));
    await send();
    await closed();
    expect(await screen.findByText("Recorded.")).toBeDefined();
  });

  it("that no field is to blame for are explained once, with everything kept", async () => {
    const refusal = problem(409, "Not possible", "That day has passed. Give a later one.");
    council.upsets.push({ when: /POST/, answer: refusal });
    const { user, dialog, send } = await ask(form);
    const words = dialog.getByRole("textbox", { name: "Words" });
    await user.type(words, "She rang.");
    await send();
    expect((await dialog.findByRole("alert")).textContent).toMatch(
      /That day has passed.*What you filled in is still here/,
    );
    expect((words as HTMLTextAreaElement).value).toBe("She rang.");
  });
});

describe("by keyboard", () => {
  const form: ActionForm = {
    fields: [
      { ...asked, kind: "words", name: "line", label: "Line", lines: 1 },
      { ...asked, kind: "words", name: "text", label: "Text", lines: 4, required: false },
    ],
  };

  it("Enter sends from a line, and Ctrl+Enter from a text", async () => {
    const { user, dialog } = await ask(form);
    await user.type(
      dialog.getByRole("textbox", { name: "Text" }),
      "more{Control>}{Enter}{/Control}",
    );
    expect(await dialog.findByText("Needed: Line.")).toBeDefined();
    await user.type(dialog.getByRole("textbox", { name: "Line" }), "short{Enter}");
    await closed();
    expect(sent().at(-1)).toEqual({ type: "raise-flag", line: "short", text: "more" });
  });

  it("Escape leaves without sending anything", async () => {
    const { user, dialog } = await ask(form);
    await user.type(dialog.getByRole("textbox", { name: "Line" }), "never mind{Escape}");
    await closed();
    expect(sent()).toEqual([]);
  });
});

describe("an action that asks nothing", () => {
  it("is done at a press and said to be done", async () => {
    const { user } = renderTab(council, `/my-cases/${caseId}`);
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Take it on" }));
    expect(await screen.findByText("Recorded.")).toBeDefined();
    expect(sent()).toEqual([{ type: "accept" }]);
  });

  it("says on the page why it could not be done", async () => {
    council.upsets.push({ when: /POST/, answer: problem(409, "Not possible", "Tom has it.") });
    const { user } = renderTab(council, `/my-cases/${caseId}`);
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Take it on" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Tom has it.");
  });
});
