import { expect, it } from "vitest";
import type { Role } from "#api/domain/people/actor.ts";
import lgsco from "#api/domain/policy/policies/lgsco-2024.json" with { type: "json" };
import { loadPolicy } from "#api/domain/policy/policy.ts";

/** Everybody a council's procedure knows; the compiler sees to it that none is forgotten. */
const parts: Record<Role, string> = {
  "complaints-officer": "Logs, sorts and watches over the complaints.",
  "case-officer": "Finds out what happened and writes the answer.",
  contributor: "Answers what they are asked.",
  "independent-reviewer": "Looks at it from outside.",
  "link-officer": "Speaks with the Ombudsman.",
  "member-responsible": "Watches over how complaints are handled.",
  administrator: "Keeps people and policies.",
  "head-of-service": "Signs off stage 1.",
  director: "Signs off stage 2.",
  councillor: "Asks on behalf of a resident.",
  auditor: "Reads, and changes nothing.",
};

it("a procedure may tell any of the council's roles of a date, and nobody else", () => {
  const telling = (tells: string[]) => ({
    ...lgsco,
    nudges: { ...lgsco.nudges, overdue: { ...lgsco.nudges.overdue, tells } },
  });
  expect(loadPolicy(telling(Object.keys(parts))).ok).toBe(true);
  const unknown = loadPolicy(telling(["director", "mayor"]));
  expect(unknown.ok ? [] : unknown.error.map(({ path }) => path)).toEqual([
    "nudges.overdue.tells[1]",
  ]);
});
