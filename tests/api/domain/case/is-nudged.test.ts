import { expect, it } from "vitest";
import { isNudged } from "#api/domain/case/is-nudged.ts";
import type { CaseStatus } from "#api/domain/case/case.ts";
import { storyUntil } from "./story.ts";

it.each<[CaseStatus, boolean]>([
  ["triage", false],
  ["allocation", true],
  ["investigating", true],
  ["awaiting-approval", true],
  ["sending", true],
  ["answered", true],
  ["closed", false],
])("people are told of the dates of a case in %s: %s", (status, told) => {
  expect(isNudged(storyUntil(status).case)).toBe(told);
});
