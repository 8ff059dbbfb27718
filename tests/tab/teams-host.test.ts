import { describe, expect, it } from "vitest";
import { caseNamed } from "../../tab/teams-host.ts";

describe("the case a link names", () => {
  it("is read from the tab's address", () => {
    expect(caseNamed("https://redress.example/tab/?case=CMP-7K3Q-9D")).toBe("CMP-7K3Q-9D");
  });

  it("is the address's rather than that of Teams, which may be out of date", () => {
    expect(caseNamed("https://redress.example/tab/?case=CMP-NEW", "CMP-OLD")).toBe("CMP-NEW");
  });

  it("comes from Teams when the address names none", () => {
    expect(caseNamed("https://redress.example/tab/", "CMP-7K3Q-9D")).toBe("CMP-7K3Q-9D");
  });

  it("is nothing when neither names one", () => {
    expect(caseNamed("https://redress.example/tab/?case=", "")).toBeUndefined();
  });
});
