import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakeCouncil } from "../fake-council.ts";
import { renderTab } from "../render-tab.tsx";

describe("assurance", () => {
  it("says in one line whether anything was lost, then what became of every message", async () => {
    renderTab(new FakeCouncil({ mine: 0, triage: 0, all: 0 }), "/assurance");
    await screen.findByText("1,204 received · 1,203 accounted for · 1 unaccounted");
    const row = screen.getByRole("row", { name: /Added to a case/ });
    expect(within(row).getByRole("cell").textContent).toBe("402");
  });

  it("names each message that is missing, enough to find it and nothing more", async () => {
    renderTab(new FakeCouncil({ mine: 0, triage: 0, all: 0 }), "/assurance");
    const row = await screen.findByRole("row", { name: /CAF3b9x0q/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["Sun 22 Nov 2026 at 21:14", "<CAF3b9x0q@mail.example.org>"]);
  });
});
