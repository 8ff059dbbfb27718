import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CaseAction, ActionRequest } from "#api/contract/case-action.ts";
import type { DraftView } from "#api/contract/case-detail.ts";
import { referenceOf, startingLetter } from "../council-data.ts";
import { FakeCouncil, hashOf, problem } from "../fake-council.ts";
import { offer } from "../offers.ts";
import { renderTab, shownPath } from "../render-tab.tsx";

// jsdom cannot be typed in as a browser can: screen.test.ts writes with the formatting tools, and here
// they never arrive, so that every letter is written in the field that stands in for them.
vi.mock("../../../tab/reply/rich-text/rich-text.tsx", () => {
  throw new Error("The connection broke off.");
});

const caseId = referenceOf(0);
const path = `/my-cases/${caseId}/reply`;
let council: FakeCouncil;

beforeEach(() => {
  council = new FakeCouncil({ mine: 1, triage: 0, all: 1 });
});

const sent = (): CaseAction[] =>
  council.requests.flatMap(({ method, url, body }) =>
    method === "POST" && url.endsWith("/actions") ? [(body as ActionRequest).action] : [],
  );
const editor = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: /^Reply to/ });
const write = async (text: string) => fireEvent.change(await editor(), { target: { value: text } });
const submit = () => screen.findByRole("button", { name: "Submit for approval" });

const colleagues: DraftView = {
  stage: 1,
  draft: 4,
  text: "Grace's version",
  hash: hashOf("Grace's version"),
  savedAt: "2026-11-23T13:40:00.000Z",
  savedBy: "Grace Bello",
};

describe("writing a reply", () => {
  it("begins with the standard letter, beside what the citizen wrote", async () => {
    renderTab(council, path);
    expect((await editor()).value).toBe(startingLetter);
    expect(screen.getByRole("region", { name: "Conversation" }).textContent).toContain(
      "That is the third time this month",
    );
    expect(sent()).toEqual([]);
  });

  it("saves by itself when the author pauses, and says when it did", async () => {
    renderTab(council, path);
    await write("Dear Mrs Ellis");
    expect(screen.getByText("Not saved yet")).toBeDefined();
    expect(await screen.findByText("Saved 14:02")).toBeDefined();
    expect(sent()).toEqual([{ type: "save-draft", text: "Dear Mrs Ellis", from: "" }]);
    expect(sessionStorage).toHaveLength(0);
  });

  it("saves what is left when the author goes to another page", async () => {
    const { user } = renderTab(council, path);
    await write("Half a sen");
    await user.click(screen.getByRole("link", { name: `Back to ${caseId}` }));
    await waitFor(() =>
      expect(sent()).toEqual([{ type: "save-draft", text: "Half a sen", from: "" }]),
    );
  });

  it("keeps the words through a reload that comes before they are saved", async () => {
    const { unmount } = renderTab(council, path);
    await write("Written just before the reload");
    council.upsets.push({ when: /POST.*actions/, answer: problem(400, "Not now", "Try later.") });
    unmount();
    const reloaded = renderTab(council, path);
    expect((await editor()).value).toBe("Written just before the reload");
    reloaded.unmount();
  });

  it("says why it could not save and that the words are kept", async () => {
    const refusal = problem(400, "Too long", "Shorten the reply.");
    council.upsets.push({ when: /POST.*actions/, answer: refusal });
    renderTab(council, path);
    await write("A very long reply");
    const told =
      "Not saved: Shorten the reply, your words are kept in this window only: leave it open";
    expect(await screen.findByText(told)).toBeDefined();
    expect(sessionStorage.getItem(sessionStorage.key(0) ?? "")).toContain("A very long reply");
  });

  it("shows what the approver asked for above the draft", async () => {
    council.cases.set(caseId, {
      ...council.detail(caseId),
      draft: colleagues,
      returned: {
        comment: "Say when the refund comes.",
        by: "Helen Marsh",
        at: "2026-11-23T11:00:00.000Z",
      },
    });
    renderTab(council, path);
    expect((await editor()).value).toBe("Grace's version");
    expect(screen.getByText("Helen Marsh returned this on Mon 23 Nov 2026 at 11:00")).toBeDefined();
    expect(screen.getByText("Say when the refund comes.")).toBeDefined();
  });

  it("shows the reply as the citizen will see it", async () => {
    const { user } = renderTab(council, path);
    await write("Dear Mrs Ellis");
    await user.click(screen.getByRole("tab", { name: "As e-mail" }));
    const letter = screen.getByRole("document", { name: /as Margaret Ellis will see it/ });
    expect(letter.textContent).toBe("Dear Mrs Ellis");
  });
});

describe("two people writing", () => {
  it("lets the author choose when a colleague saved another version in the meantime", async () => {
    sessionStorage.setItem(
      `redress.unsaved.${council.me.id}.${caseId}.1`,
      JSON.stringify({ text: "My version" }),
    );
    council.cases.set(caseId, { ...council.detail(caseId), draft: colleagues });
    const { user } = renderTab(council, path);
    expect((await editor()).value).toBe("My version");
    expect(screen.getByText("Grace Bello saved another version at 13:40")).toBeDefined();
    expect(sent()).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Use their version" }));
    expect((await editor()).value).toBe("Grace's version");
    expect(screen.queryByText(/saved another version/)).toBeNull();
  });

  it("saves the author's own version over it when they say so", async () => {
    sessionStorage.setItem(
      `redress.unsaved.${council.me.id}.${caseId}.1`,
      JSON.stringify({ text: "My version" }),
    );
    council.cases.set(caseId, { ...council.detail(caseId), draft: colleagues });
    const { user } = renderTab(council, path);
    await user.click(await screen.findByRole("button", { name: "Save mine instead" }));
    await waitFor(() =>
      expect(sent()).toEqual([
        { type: "save-draft", text: "My version", from: colleagues.hash, keep: true },
      ]),
    );
    expect((await editor()).value).toBe("My version");
  });
});

describe("several people at one letter", () => {
  it("names who else has it open", async () => {
    council.others = ["Grace Bello"];
    renderTab(council, path);
    expect(await screen.findByText("Grace Bello is writing here too")).toBeDefined();
  });

  it("shows what changed between versions, said as well as coloured, and goes back to one", async () => {
    const version = { by: "Grace Bello", at: colleagues.savedAt, marks: [] };
    council.cases.set(caseId, { ...council.detail(caseId), draft: colleagues });
    council.versions = {
      versions: [
        { ...version, id: "2", title: "Draft 2 of stage 1", hash: colleagues.hash },
        { ...version, id: "1", title: "Draft 1 of stage 1", hash: hashOf("As it was") },
      ],
    };
    council.changes = {
      parts: [
        { kind: "same", text: "As it " },
        { kind: "removed", text: "is" },
        { kind: "added", text: "was" },
      ],
      ...{ added: 1, removed: 1, text: "As it was" },
    };
    const { user } = renderTab(council, path);
    await user.click(await screen.findByRole("button", { name: "Versions" }));
    expect(await screen.findByText("1 word added, 1 word removed.")).toBeDefined();
    expect(screen.getByRole("insertion").textContent).toBe(" added: was end of added ");
    expect(screen.getByRole("deletion").textContent).toBe(" removed: is end of removed ");

    fireEvent.change(screen.getByRole("combobox", { name: "Version" }), { target: { value: "1" } });
    await user.click(await screen.findByRole("button", { name: "Go back to this version" }));
    await waitFor(() =>
      expect(sent()).toContainEqual({
        ...{ type: "save-draft", text: "As it was" },
        ...{ from: colleagues.hash, keep: true },
      }),
    );
    expect((await editor()).value).toBe("As it was");
  });

  it("has comments beside the letter, with the words they are about while those are there", async () => {
    const said = { by: "Helen Marsh", at: colleagues.savedAt };
    const about = { quote: "Grace's", before: "", after: " version" };
    council.cases.set(caseId, {
      ...council.detail(caseId),
      draft: colleagues,
      actions: [
        ...council.detail(caseId).actions,
        offer("comment-draft", "Comment on the draft"),
        offer("answer-comment", "Answer a comment"),
      ],
      comments: [
        { id: "1", ...said, words: "Whose?", about, answers: [] },
        { id: "2", ...said, words: "Done.", answers: [], resolved: said },
      ],
    });
    const { user } = renderTab(council, path);
    expect(await screen.findByRole("heading", { name: "Comments (1 open)" })).toBeDefined();
    expect(screen.getByText("1 resolved comment")).toBeDefined();
    expect(screen.getByText(/1 comment is open/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Show in the letter" }));
    const { value, selectionStart, selectionEnd } = await editor();
    expect(value.slice(selectionStart, selectionEnd)).toBe("Grace's");

    await user.click(screen.getByRole("button", { name: "Comment" }));
    await user.type(screen.getByRole("textbox", { name: "Comment on these words" }), "Say who.");
    await user.click(screen.getByRole("button", { name: "Add comment" }));
    await waitFor(() =>
      expect(sent()).toContainEqual({ type: "comment-draft", words: "Say who.", about }),
    );
    await write("Other words");
    await user.click(screen.getByRole("button", { name: "Show in the letter" }));
    expect(screen.getByText("About words that are no longer there.")).toBeDefined();
  });
});

describe("submitting", () => {
  it("saves first, then submits exactly what was saved, and shows the case", async () => {
    const { user } = renderTab(council, path);
    await write("Dear Mrs Ellis");
    await user.dblClick(await submit());
    expect(await screen.findByText("Sent to Helen Marsh for approval.")).toBeDefined();
    await waitFor(() => expect(shownPath()).toBe(`/my-cases/${caseId}`));
    expect(sent()).toEqual([
      { type: "save-draft", text: "Dear Mrs Ellis", from: "" },
      { type: "submit", text: hashOf("Dear Mrs Ellis") },
    ]);
    const response = await screen.findByRole("region", { name: "Response" });
    expect(response.textContent).toContain("Dear Mrs Ellis");
    expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
  });

  it("does not submit when saving failed", async () => {
    council.upsets.push({
      when: /POST.*actions/,
      answer: problem(400, "Too long", "Shorten the reply."),
    });
    const { user } = renderTab(council, path);
    await write("Dear Mrs Ellis");
    await user.click(await submit());
    expect((await screen.findByRole("alert")).textContent).toContain("Shorten the reply");
    expect(sent().map(({ type }) => type)).toEqual(["save-draft"]);
    expect(shownPath()).toBe(path);
  });

  it("says why when the service does not offer it even with the draft", async () => {
    council.cases.set(caseId, {
      ...council.detail(caseId),
      draft: { ...colleagues, text: "Ready", hash: hashOf("Ready") },
    });
    const { user } = renderTab(council, path);
    await user.click(await submit());
    expect((await screen.findByRole("alert")).textContent).toBe("Save a draft first.");
  });
});

describe("the check of the letter", () => {
  it("says what is missing, adds the paragraph that begins it, and holds the letter back", async () => {
    council.letterCheck = {
      title: "1 missing, 1 worth a look",
      points: "Points answered: 1 of 2",
      findings: [
        {
          id: "remedy",
          standing: "missing",
          words: "What we will do to put it right.",
          insert: { text: "[The remedy]", before: "Yours sincerely" },
        },
        { id: "jargon-1", standing: "look", words: "Say “before”.", where: "prior to" },
      ],
      incomplete: "The letter is not complete. Missing: What we will do to put it right.",
      override: offer("submit", "Submit all the same", {
        form: {
          fields: [
            { kind: "fixed", name: "text", value: hashOf("Prior to\n\nYours sincerely") },
            { ...{ kind: "words", name: "overriding", label: "Why", lines: 4 }, required: true },
          ],
        },
      }),
    };
    const { user } = renderTab(council, path);
    await write("Prior to\n\nYours sincerely");
    const panel = await screen.findByRole("region", { name: "Letter check" });
    expect(panel.textContent).toContain("1 missing, 1 worth a look");
    expect(panel.textContent).toContain("Points answered: 1 of 2");
    await waitFor(async () => expect((await submit()).getAttribute("aria-disabled")).toBe("true"));
    await user.click(screen.getByRole("button", { name: "Submit all the same…" }));
    await user.type(await screen.findByRole("textbox", { name: /^Why/ }), "She needs it today.");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(screen.getByRole("button", { name: /^Add this part/ }));
    expect((await editor()).value).toBe("Prior to\n\n[The remedy]\n\nYours sincerely");
  });
});

describe("a reply that waits for approval", () => {
  it("can be read but not changed, and unsaved words are shown to be copied", async () => {
    council.awaitApproval(caseId, "The submitted letter");
    sessionStorage.setItem(
      `redress.unsaved.${council.me.id}.${caseId}.1`,
      JSON.stringify({ text: "A sentence that came too late" }),
    );
    renderTab(council, path);
    expect(await screen.findByText("The submitted letter")).toBeDefined();
    expect(screen.getByText("A sentence that came too late")).toBeDefined();
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
