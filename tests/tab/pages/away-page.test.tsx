import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakeCouncil, problem } from "../fake-council.ts";
import { renderTab } from "../render-tab.tsx";

const open = () => {
  const council = new FakeCouncil({ mine: 0, triage: 0, all: 0 });
  return { council, ...renderTab(council, "/away") };
};
const form = async () => within(await screen.findByRole("form", { name: "Name who stands in" }));
const sent = ({ requests }: FakeCouncil) =>
  requests.flatMap(({ method, url, body }) => (method === "POST" ? [[url, body]] : []));

describe("who is away", () => {
  it("is named with days, told why not in words, and changed by ending it and naming another", async () => {
    const { council, user } = open();
    await screen.findByText("Rhys Evans stands in for Tom Okafor");
    const asked = await form();
    await user.click(asked.getByRole("radio", { name: /^Grace Bello/ }));
    await user.click(asked.getByRole("button", { name: "Save" }));
    await asked.findByText("Give the last day.");
    await user.type(asked.getByLabelText(/^Last day/), "2026-12-04");
    await user.click(asked.getByRole("button", { name: "Save" }));
    await screen.findByText("Grace Bello stands in for Priya Nair");
    expect(sent(council).at(-1)).toEqual([
      "/api/away",
      { deputy: "grace", from: "2026-11-23", until: "2026-12-04" },
    ]);

    await user.click(asked.getByRole("radio", { name: /^Beth Carver/ }));
    await user.type(asked.getByLabelText(/^Last day/), "2026-12-11");
    await user.click(asked.getByRole("button", { name: "Save" }));
    const refusal = await screen.findByRole("alert");
    expect(refusal.textContent).toContain("Somebody stands in already. End that first.");
    expect(refusal.textContent).toContain("What you filled in is still here.");
    await user.click(
      screen.getByRole("button", { name: "End: Grace Bello stands in for Priya Nair" }),
    );
    await user.click(asked.getByRole("button", { name: "Save" }));
    await screen.findByText("Beth Carver stands in for Priya Nair");
    expect(screen.queryByText("Grace Bello stands in for Priya Nair")).toBeNull();
    expect(sent(council).slice(-2)).toEqual([
      ["/api/away/endings", { person: "me", cover: "c2" }],
      ["/api/away", { deputy: "beth", from: "2026-11-23", until: "2026-12-11" }],
    ]);
  });

  it("is said not to have changed when ending it fails", async () => {
    const { council, user } = open();
    const end = await screen.findByRole("button", {
      name: "End: Rhys Evans stands in for Tom Okafor",
    });
    council.upsets.push({
      when: /POST .*endings/,
      answer: problem(409, "It has changed meanwhile", "Load the page again."),
    });
    await user.click(end);
    expect((await screen.findByRole("alert")).textContent).toContain("Nothing was changed.");
    screen.getByText("Rhys Evans stands in for Tom Okafor");
  });
});
