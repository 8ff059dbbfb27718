import { describe, expect, it } from "vitest";
import { PersonCommand, type CommandOf } from "#api/domain/case/commands.ts";
import { effectsOf, type Effect } from "#api/domain/case/effects.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { grace, helen, priya, rosa, tom } from "../people.ts";
import type { Story } from "../story.ts";
import { eventsOf, hash, refusalOf, stageTwo, storyUntil } from "../story.ts";

// The day of every story here.
const today = "2026-11-10";

const apology: CommandOf<"promise-remedy"> = {
  ...{ type: "promise-remedy", kind: "apology", what: "Apologise in writing." },
  ...{ owner: "helen", partner: "", due: "2026-11-20" },
};
const payment: CommandOf<"promise-remedy"> = {
  ...{ type: "promise-remedy", kind: "money", what: "Pay for the spoilt food." },
  ...{ owner: "rosa", partner: "", due: "2026-11-20", pounds: 75.5 },
};
const lesson: CommandOf<"note-lesson"> = {
  ...{ type: "note-lesson", kind: "training", what: "Train the crews." },
  ...{ owner: "rosa", due: "2026-12-01" },
};
const done: CommandOf<"complete-remedy"> = {
  ...{ type: "complete-remedy", remedy: "1", on: today, evidence: "Receipt 17." },
};
const changed: CommandOf<"complete-lesson"> = {
  ...{ type: "complete-lesson", lesson: "1", on: today, whatChanged: "All crews were trained." },
};
const givenUp: CommandOf<"give-up-remedy"> = {
  ...{ type: "give-up-remedy", remedy: "1", reason: "Helen left." },
  alternative: "The director apologises.",
};

function promised(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("investigating");
  for (const command of commands) story.after(tom, command);
  return story;
}

/** What the last thing that happened obliges Redress to do. */
function owedLast({ events, case: theCase }: Story): Effect[] {
  return events.slice(-1).flatMap((event) => effectsOf(event, theCase));
}

describe("Promising a remedy", () => {
  it("names the colleague who sees to it and the day it is done by", () => {
    const story = promised(apology);
    expect(story.case.remedies).toMatchObject([
      {
        ...{ id: "1", kind: "apology", what: "Apologise in writing.", due: "2026-11-20" },
        owner: { name: "Helen Marsh", person: "helen" },
      },
    ]);
    expect(lastLine(story)).toEqual({
      what: "promised remedy 1, an apology, for Helen Marsh to see to by Fri 20 Nov",
      kind: "decision",
      text: "Apologise in writing.",
    });
  });

  it("may name somebody at a partner instead, who is not in the directory", () => {
    const { owner: _owner, ...rest } = apology;
    const story = promised({ ...rest, partner: "Ann Lowe, Wexcombe Homes" });
    expect(story.case.remedies[0]?.owner).toEqual({ name: "Ann Lowe, Wexcombe Homes" });
  });

  it.each([
    [75.5, 7550, "£75.50"],
    [0.29, 29, "£0.29"],
    [1234.567, 123457, "£1,234.57"],
  ])("keeps £%d to the penny", (pounds, pence, words) => {
    const story = promised({ ...payment, pounds });
    expect(story.case.remedies[0]?.pence).toBe(pence);
    expect(lastLine(story).what).toContain(words);
  });

  it("takes an amount that a form left empty for none", () => {
    const left = PersonCommand.parse({ ...apology, pounds: "" });
    expect(eventsOf(storyUntil("investigating").ask(tom, left))).toEqual([
      expect.not.objectContaining({ pence: expect.anything() as number }),
    ]);
  });

  it("may say which point it is for", () => {
    const story = promised(
      { type: "add-point", title: "The missed bin", service: "waste" },
      { ...apology, point: "1" },
    );
    expect(story.case.remedies[0]?.point).toBe("1");
  });

  it("numbers the remedies, and counts one that was given up", () => {
    const story = promised(apology, givenUp, apology);
    expect(story.case.remedies.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it.each([
    ["without anybody to see to it", { owner: undefined }, "Name exactly one"],
    ["with two to see to it", { partner: "Wexcombe Homes" }, "Name exactly one"],
    ["with a stranger to see to it", { owner: "nobody" }, "not in the directory"],
    ["by a day that has passed", { due: "2026-11-09" }, "That day has passed."],
    ["of money without an amount", { kind: "money" }, "Give the amount in pounds"],
    ["of money of less than a penny", { kind: "money", pounds: 0.004 }, "Give the amount"],
    ["of an apology with an amount", { pounds: 10 }, "Only money has an amount."],
    ["for a point that there is not", { point: "9" }, "There is no point 9"],
    ["for a point that was dropped", { point: "1" }, "Point 1 was dropped."],
  ] as const)("is refused %s", (_how, change, message) => {
    const story = promised(
      { type: "add-point", title: "The missed bin", service: "waste" },
      { type: "drop-point", point: "1", reason: "Settled." },
    );
    const { owner, ...rest } = { ...apology, ...change };
    const command = owner === undefined ? rest : { ...rest, owner };
    expect(refusalOf(story.ask(tom, command)).message).toContain(message);
  });

  it("may be due today", () => {
    expect(eventsOf(storyUntil("investigating").ask(tom, { ...apology, due: today }))).toHaveLength(
      1,
    );
  });

  it("ends at fifty, of remedies and of lessons", () => {
    const fifty = <Each>(one: Each): Each[] => Array.from({ length: 50 }, () => one);
    const story = promised(...fifty(apology), ...fifty(lesson));
    expect(refusalOf(story.ask(tom, apology)).message).toContain("at most 50 remedies");
    expect(refusalOf(story.ask(tom, lesson)).message).toContain("at most 50 lessons");
  });

  it("asks for a colleague, and for a point where there are any", () => {
    const story = promised();
    const form = formOf(story, "promise-remedy");
    expect(shownIn(form, "owner")).toContain("Ewa Kowalska");
    expect(fieldOf(form, "due")).toMatchObject({ earliest: today, required: true });
    expect(form.fields.map(({ name }) => name)).not.toContain("point");
    story.after(tom, { type: "add-point", title: "The missed bin", service: "waste" });
    expect(shownIn(formOf(story, "promise-remedy"), "point")).toEqual(["1. The missed bin"]);
  });
});

describe("Accepting a remedy", () => {
  it("is for whoever sees to it, and once", () => {
    const story = promised(payment);
    const at = story.now;
    story.after(rosa, { type: "accept-remedy", remedy: "1" });
    expect(story.case.remedies[0]?.acceptedAt).toBe(at);
    expect(lastLine(story).what).toBe("accepted remedy 1");
    story.after(tom, apology);
    expect(refusalOf(story.ask(rosa, { type: "accept-remedy", remedy: "1" })).message).toBe(
      "Rosa Diaz has accepted it already.",
    );
  });

  it.each([
    ["whoever handles the case", tom],
    ["the complaints team", priya],
    ["the head of service", helen],
  ])("may be recorded by %s for somebody else", (_who, person) => {
    const story = promised(payment);
    expect(eventsOf(story.ask(person, { type: "accept-remedy", remedy: "1" }))).toEqual([
      { type: "remedy-accepted", remedy: "1" },
    ]);
  });

  it("offers only what nobody has accepted", () => {
    const story = promised(apology, payment, payment, { ...done, remedy: "3" });
    story.after(tom, { type: "accept-remedy", remedy: "1" });
    expect(shownIn(formOf(story, "accept-remedy"), "remedy")).toEqual([
      "Pay for the spoilt food. | Rosa Diaz, by Friday 20 November 2026",
    ]);
    story.after(tom, { type: "accept-remedy", remedy: "2" });
    expect(inTheWay(story, "accept-remedy")).toContain("no remedy that waits to be accepted");
  });
});

describe("Somebody who only sees to something of the case", () => {
  const story = promised(apology, payment, lesson, { ...lesson, owner: "ewa" });

  it.each<[string, PersonCommand, string]>([
    ["accept the remedy", { type: "accept-remedy", remedy: "1" }, "Helen Marsh sees to that one."],
    ["complete the remedy", done, "Helen Marsh sees to that one."],
    ["complete the lesson", { ...changed, lesson: "2" }, "Ewa Kowalska sees to that one."],
  ])("cannot %s of somebody else", (_what, command, message) => {
    const refusal = refusalOf(story.ask(rosa, command));
    expect(refusal.kind).toBe("not-permitted");
    expect(refusal.message).toContain(message);
  });

  it.each<[string, PersonCommand]>([
    ["remedy", { ...done, remedy: "2" }],
    ["lesson", changed],
  ])("completes their own %s", (_what, command) => {
    const own = promised(apology, payment, lesson);
    expect(eventsOf(own.ask(rosa, command))).toHaveLength(1);
  });
});

describe("Completing a remedy", () => {
  it("keeps the day and the evidence", () => {
    const story = promised(apology, done);
    expect(story.case.remedies[0]?.done).toEqual({ on: today, evidence: "Receipt 17." });
    expect(lastLine(story)).toEqual({
      what: "recorded that remedy 1 was done on Tue 10 Nov",
      kind: "decision",
      text: "Receipt 17.",
    });
  });

  it.each<[string, CommandOf<"complete-remedy">, string]>([
    ["on a day to come", { ...done, on: "2026-11-11" }, "That day has not come yet."],
    ["that there is not", { ...done, remedy: "9" }, "Open are: 1 (Apologise in writing.)."],
    ["twice", { ...done, remedy: "2" }, "done on Tuesday 10 November 2026"],
    ["that was given up", { ...done, remedy: "3" }, "It was given up"],
  ])("is refused of one %s", (_how, command, message) => {
    const story = promised(
      ...[apology, payment, { ...payment, what: "Pay for the bin." }],
      ...[
        { ...done, remedy: "2" },
        { ...givenUp, remedy: "3" },
      ],
    );
    expect(refusalOf(story.ask(tom, command)).message).toContain(message);
  });

  it("offers the open remedies with who sees to them, and is not offered without", () => {
    const story = promised(apology, payment, done);
    expect(shownIn(formOf(story, "complete-remedy"), "remedy")).toEqual([
      "Pay for the spoilt food. | Rosa Diaz, by Friday 20 November 2026",
    ]);
    story.after(tom, { ...done, remedy: "2" });
    expect(inTheWay(story, "complete-remedy")).toBe("There is no open remedy.");
    expect(inTheWay(story, "give-up-remedy")).toBe("There is no open remedy.");
  });
});

describe("Giving up a remedy", () => {
  it("keeps the reason and what is offered instead", () => {
    const story = promised(apology, givenUp);
    expect(story.case.remedies[0]?.undeliverable).toEqual({
      reason: "Helen left.",
      alternative: "The director apologises.",
    });
    expect(lastLine(story)).toEqual({
      what: "recorded that remedy 1 cannot be given",
      kind: "decision",
      text: "Helen left.\nInstead: The director apologises.",
    });
  });

  it("is refused of one that was done or given up", () => {
    const story = promised(apology, payment, apology, done, { ...givenUp, remedy: "2" });
    expect(refusalOf(story.ask(tom, givenUp)).message).toContain("It was recorded as done");
    const again = { ...givenUp, remedy: "2" };
    expect(refusalOf(story.ask(tom, again)).message).toContain("It was given up");
  });

  it.each([
    ["lgsco-2024", "Local Government and Social Care Ombudsman"],
    ["housing-ombudsman-2024", "Housing Ombudsman Service"],
  ])("shows the letter that goes to the person, with the Ombudsman of %s", (policy, ombudsman) => {
    const story = storyUntil("answered", policyOf(policy)).after(priya, apology);
    const [opening, ...letter] = formOf(story, "give-up-remedy").intro ?? [];
    expect(opening).toContain("the person is written to by e-mail");
    expect(letter).toContain("Apologise in writing.");
    expect(letter).toContain("[why it cannot be given]");
    expect(letter.join(" ")).toContain(`you can complain to the ${ombudsman}, free of charge`);
  });

  it("writes to the person once they know of it, and to nobody before", () => {
    const unknown = promised(apology, givenUp);
    expect(owedLast(unknown)).toEqual([]);
    expect(formOf(promised(apology), "give-up-remedy").intro?.[0]).toContain("no letter goes");
    const known = storyUntil("answered").after(tom, apology).after(tom, givenUp);
    expect(owedLast(known)).toEqual([
      {
        ...{ kind: "write-letter", key: "letter:remedy-changed:10" },
        about: { letter: "remedy-changed", stage: 1, remedy: "1" },
      },
    ]);
  });

  it("does not write of what was promised for an answer that has not gone yet", () => {
    const again = stageTwo(grace).after(grace, apology).after(grace, givenUp);
    expect(owedLast(again)).toEqual([]);
  });

  it("is told to the person in words of the letters' own history", () => {
    const story = storyUntil("answered").after(tom, apology).after(tom, givenUp);
    story.after("system", {
      ...{ type: "record-letter-sent", about: { letter: "remedy-changed", stage: 1, remedy: "1" } },
      ...{ text: hash("d"), internetMessageId: "<changed@wexcombe.gov.uk>" },
    });
    expect(lastLine(story)).toEqual({
      what: "wrote to the person that remedy 1 cannot be given, and what is offered instead",
      kind: "mail",
    });
  });
});

describe("A lesson", () => {
  it("has an owner and a day, and ends with what has changed", () => {
    const story = promised(lesson);
    expect(lastLine(story)).toEqual({
      what: "noted lesson 1 (training), for Rosa Diaz to see to by Tue 1 Dec",
      kind: "decision",
      text: "Train the crews.",
    });
    expect(shownIn(formOf(story, "complete-lesson"), "lesson")).toEqual([
      "Train the crews. | Rosa Diaz, by Tuesday 1 December 2026",
    ]);
    story.after(tom, changed);
    expect(story.case.lessons).toMatchObject([
      {
        ...{ id: "1", kind: "training", what: "Train the crews.", due: "2026-12-01" },
        owner: { id: "rosa", name: "Rosa Diaz" },
        done: { on: today, whatChanged: "All crews were trained." },
      },
    ]);
    expect(lastLine(story)).toEqual({
      what: "recorded that lesson 1 was carried out on Tue 10 Nov",
      kind: "decision",
      text: "All crews were trained.",
    });
    expect(inTheWay(story, "complete-lesson")).toBe("There is no open lesson.");
  });

  it.each<[string, PersonCommand, string]>([
    ["with a stranger to see to it", { ...lesson, owner: "nobody" }, "not in the directory"],
    ["by a day that has passed", { ...lesson, due: "2026-11-09" }, "That day has passed."],
    ["as done on a day to come", { ...changed, on: "2026-11-11" }, "has not come yet"],
    ["as done that there is not", { ...changed, lesson: "9" }, "Open are: 1 (Train the crews.)."],
    ["as done twice", { ...changed, lesson: "2" }, "done on Tuesday 10 November 2026"],
  ])("is refused %s", (_how, command, message) => {
    const story = promised(
      lesson,
      { ...lesson, what: "Write it down." },
      { ...changed, lesson: "2" },
    );
    expect(refusalOf(story.ask(tom, command)).message).toContain(message);
  });

  it("asks for one of the colleagues", () => {
    const form = formOf(promised(), "note-lesson");
    expect(shownIn(form, "owner")).toContain("Ewa Kowalska");
    expect(shownIn(form, "kind")).toContain("Procedure");
  });
});
