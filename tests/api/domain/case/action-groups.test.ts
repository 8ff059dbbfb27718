import { expect, it } from "vitest";
import { actionForms, actionGroups } from "#api/domain/case/action-forms.ts";

// What officers do with a letter has its own pages: the editor and the approval.
const elsewhere = [
  ...["save-draft", "enclose-files", "leave-out-file", "submit", "approve", "return"],
  ...["delegate", "take-over"],
  ...["comment-draft", "answer-comment", "resolve-comment"],
];

it("puts every action into one menu of the case's page", () => {
  const listed = actionGroups.flatMap(({ actions }) => actions);
  expect([...listed, ...elsewhere].sort()).toEqual(Object.keys(actionForms).sort());
});

it("names the menus as officers speak of their work", () => {
  expect(actionGroups.map(({ title }) => title)).toEqual([
    "The complaint",
    "Who has it",
    "Contact",
    "Points and questions",
    "Dates",
    "Putting it right",
    "People and care",
    "Other cases",
    "Panel and Ombudsman",
  ]);
});
