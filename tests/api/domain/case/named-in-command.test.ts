import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { peopleNamedIn, serviceNamedIn, textBroughtBy } from "#api/domain/case/named-in-command.ts";
import { classify, draft, letter, submit } from "./story.ts";

const remedy = {
  type: "promise-remedy",
  kind: "action",
  what: "Collect it.",
  due: "2026-11-20",
} as const;

const sponsor = { type: "add-sponsor", capacity: "councillor", consent: true } as const;

describe("the people who are looked up before a command is decided", () => {
  it.each<[PersonCommand, readonly string[]]>([
    [{ type: "assign", officer: "tom" }, ["tom"]],
    [{ type: "hand-over", officer: "ewa", note: "" }, ["ewa"]],
    [{ type: "request-information", to: "rosa", question: "When?", due: "2026-11-13" }, ["rosa"]],
    [{ ...remedy, owner: "helen", partner: "" }, ["helen"]],
    [{ ...remedy, partner: "Harbour Homes" }, []],
    [
      { type: "note-lesson", kind: "procedure", what: "Say so.", owner: "tom", due: "2026-12-11" },
      ["tom"],
    ],
    [
      { type: "restrict-access", members: ["tom", "helen"], reason: "A colleague." },
      ["tom", "helen"],
    ],
    [{ ...sponsor, person: "amina", name: "" }, ["amina"]],
    [{ ...sponsor, name: "A. Member" }, []],
    [submit(), []],
  ])("are those it names: %o", (command, people) => {
    expect(peopleNamedIn(command)).toEqual(people);
  });
});

describe("the service that must be one of the council's", () => {
  it("is the one a command names, if it names one", () => {
    expect(serviceNamedIn(classify)).toBe("waste");
    expect(serviceNamedIn(submit())).toBeUndefined();
  });
});

describe("the long text that is kept apart by its hash", () => {
  it("is what a draft, a note or an answer brings", () => {
    expect(textBroughtBy(draft())).toBe(letter);
    expect(textBroughtBy({ type: "add-note", text: letter })).toBe(letter);
    expect(textBroughtBy(classify)).toBeUndefined();
  });

  it.each<PersonCommand>([
    submit(),
    { type: "approve", text: letter },
    { type: "return", text: letter, comment: "Shorter." },
  ])("is none where the letter is only pointed at: $type", (command) => {
    expect(textBroughtBy(command)).toBeUndefined();
  });
});
