import { describe, expect, it } from "vitest";
import { standInsOn, unfitDeputy, wrongDays, type Cover } from "#api/domain/people/cover.ts";
import { david, helen, rosa, sunita } from "../case/people.ts";

const cover = (...[person, deputy, from, until]: [string, string, string, string]): Cover => ({
  ...{ id: `${person}-${from}`, person, deputy, from, until },
  ...{ setBy: { id: person, name: person }, setAt: "2026-11-01T09:00:00.000Z" },
});
const people = [helen, sunita, david];
const helens = cover("helen", "sunita", "2026-11-10", "2026-11-12");

describe("cover", () => {
  it.each([
    ["2026-11-09", []],
    ["2026-11-10", ["sunita"]],
    ["2026-11-12", ["sunita"]],
    ["2026-11-13", []],
  ])("on %s is by %j: from the first day to the last", (day, deputies) => {
    expect(standInsOn([helens], day, people).map(({ deputy }) => deputy?.id)).toEqual(deputies);
  });

  it("ends with whoever is away themselves: a chain is cut, and so is a circle", () => {
    const sunitas = cover("sunita", "david", "2026-11-11", "2026-11-11");
    const circle = cover("sunita", "helen", "2026-11-11", "2026-11-11");
    for (const chain of [sunitas, circle]) {
      const [first] = standInsOn([helens, chain], "2026-11-11", people);
      expect(first).toEqual({ person: "helen", until: "2026-11-12" });
    }
    expect(
      standInsOn([cover("helen", "gone", "2026-11-10", "2026-11-12")], "2026-11-11", people),
    ).toEqual([{ person: "helen", until: "2026-11-12" }]);
  });

  it("is by somebody else who does the same work for the same organisation", () => {
    expect(unfitDeputy(helen, sunita)).toBeUndefined();
    expect(unfitDeputy(helen, helen)).toContain("Nobody stands in for themselves");
    expect(unfitDeputy(helen, rosa)).toContain("no role in common");
    expect(unfitDeputy(helen, { ...sunita, organisation: "Harbour Homes" })).toContain("another");
  });

  it.each([
    ["helen", "david", "2026-11-20", "2026-11-19", "before the first"],
    ["helen", "david", "2026-11-02", "2026-11-03", "have passed"],
    ["helen", "david", "2026-11-20", "2028-01-01", "at most a year"],
    ["helen", "david", "2026-11-12", "2026-11-14", "already"],
    ["david", "helen", "2026-11-12", "2026-11-14", "away themselves"],
    ["helen", "david", "2026-11-13", "2026-11-14", undefined],
  ])("of %s by %s from %s to %s", (...row) => {
    const [person, deputy, from, until, refusal] = row;
    const asked = { person, deputy, from, until };
    const why = wrongDays(asked, { covers: [helens], today: "2026-11-09" });
    if (refusal === undefined) expect(why).toBeUndefined();
    else expect(why).toContain(refusal);
  });
});
