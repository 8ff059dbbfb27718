import { describe, expect, it } from "vitest";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { requestDeciders } from "#api/domain/case/requests/rules.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { everybody, ewa, grace, helen, priya, rosa, tom } from "../people.ts";
import { classify, eventsOf, hash, log, refusalOf, Story, storyUntil } from "../story.ts";

const question = "When was the round changed?";

function ask(
  to: string,
  more: Partial<CommandOf<"request-information">> = {},
): CommandOf<"request-information"> {
  return { type: "request-information", to, question, due: "2026-11-13", ...more } as const;
}
const give = (request: string): PersonCommand => ({
  type: "give-information",
  request,
  text: hash("3"),
});
const withdraw = (request: string): PersonCommand => ({
  type: "withdraw-request",
  request,
  reason: "Found it.",
});

/** Four questions of Tom's: open to Ewa, open to Grace, answered by Ewa, withdrawn from Ewa; one point. */
function fourQuestions(): Story {
  return storyUntil("investigating")
    .after(tom, { type: "add-point", title: "Missed bins", service: "waste" })
    .after(tom, ask("ewa"))
    .after(tom, ask("grace", { point: "1" }))
    .after(tom, ask("ewa", { question: "Who drove?" }))
    .after(tom, ask("ewa", { question: "Which street?" }))
    .after(ewa, give("3"))
    .after(tom, withdraw("4"));
}

const requestIn = (story: Story, id: string) =>
  story.case.requests.find((request) => request.id === id);

describe("asking for information", () => {
  it("puts a question with a date of its own to somebody", () => {
    const story = storyUntil("investigating");
    const { now } = story;
    expect(eventsOf(story.ask(tom, ask("ewa")))).toEqual([
      {
        type: "information-requested",
        request: "1",
        to: { id: "ewa", name: "Ewa Kowalska" },
        question,
        due: "2026-11-13",
      },
    ]);
    expect(story.case.requests).toEqual([
      {
        id: "1",
        to: { id: "ewa", name: "Ewa Kowalska" },
        question,
        due: "2026-11-13",
        askedBy: { id: "tom", name: "Tom Okafor" },
        askedAt: now,
      },
    ]);
  });

  it("may be about a point of the complaint", () => {
    expect(requestIn(fourQuestions(), "2")).toMatchObject({ point: "1" });
  });

  it("may be for the very day, which is London's", () => {
    const story = storyUntil("investigating");
    // Half past midnight on 2 July in London.
    const now = "2026-07-01T23:30:00.000Z";
    const context = { ...story.context(tom), now, person: tom };
    const decide = (due: string) =>
      requestDeciders["request-information"](story.case, ask("ewa", { due }), context).ok;
    expect(decide("2026-07-02")).toBe(true);
    expect(decide("2026-07-01")).toBe(false);
  });

  it("asks somebody the same again once they have answered or it was withdrawn", () => {
    expect(fourQuestions().ask(tom, ask("ewa", { question: "Who drove?" })).ok).toBe(true);
    expect(fourQuestions().ask(tom, ask("ewa", { question: "Which street?" })).ok).toBe(true);
  });

  it.each<[string, PersonCommand, RegExp]>([
    ["somebody unknown", ask("nobody"), /not in the directory. Choose one from the list/],
    ["oneself", ask("tom"), /^Ask somebody else/],
    ["somebody who never answers", ask("olu"), /^Olu Adeyemi may not answer on this case/],
    ["a day that has passed", ask("ewa", { due: "2026-11-09" }), /^That day has passed/],
    ["a point that is not there", ask("helen", { point: "7" }), /^There is no point 7/],
    [
      "what was asked already",
      ask("ewa", { question: question.toUpperCase() }),
      /^Ewa Kowalska was asked that already/,
    ],
  ])("is refused for %s", (_what, command, message) => {
    const refusal = refusalOf(fourQuestions().ask(tom, command));
    expect(refusal.kind).toBe("not-possible");
    expect(refusal.message).toMatch(message);
  });

  it("is refused for a point that was dropped", () => {
    const story = fourQuestions().after(tom, {
      type: "drop-point",
      point: "1",
      reason: "Another complaint.",
    });
    expect(refusalOf(story.ask(tom, ask("helen", { point: "1" }))).message).toMatch(/was dropped/);
  });

  it("asks only those whom a restricted procedure lets see its cases", () => {
    const member = (person: Person) => ({ ...person, procedures: ["children"] });
    const people = [member(tom), member(helen), ewa];
    const story = new Story(policyOf("children-act-1989"), people)
      .after("citizen", log)
      .after(member(priya), classify)
      .after(member(priya), { type: "assign", officer: "tom" });
    expect(refusalOf(story.ask(member(tom), ask("ewa"))).message).toMatch(
      /^Ewa Kowalska may not answer on this case/,
    );
    expect(story.ask(member(tom), ask("helen")).ok).toBe(true);
  });
});

describe("answering a question", () => {
  it("keeps the answer with whoever gave it", () => {
    const story = fourQuestions();
    const { now } = story;
    expect(eventsOf(story.ask(ewa, give("1")))).toEqual([
      { type: "information-given", request: "1", text: hash("3") },
    ]);
    expect(requestIn(story, "1")?.answer).toEqual({
      text: hash("3"),
      by: { id: "ewa", name: "Ewa Kowalska" },
      at: now,
    });
    expect(requestIn(story, "2")).not.toHaveProperty("answer");
  });

  it.each<[string, Person]>([
    ["whoever has the case", tom],
    ["the complaints team", priya],
    ["a head of service", helen],
  ])("may be done by %s for somebody else", (_who, person) => {
    expect(fourQuestions().ask(person, give("1")).ok).toBe(true);
  });

  it.each<[string, [Person, PersonCommand], RegExp]>([
    [
      "another's, by one whose service answers a point",
      [rosa, give("1")],
      /^That question is for Ewa/,
    ],
    ["somebody else's", [ewa, give("2")], /^That question is for Grace Bello to answer/],
    ["an answered one", [ewa, give("3")], /^Question 3 was answered by Ewa Kowalska. Ask again/],
    ["a withdrawn one", [ewa, give("4")], /^Question 4 was withdrawn. Ask again/],
    [
      "one that is not there",
      [ewa, give("7")],
      /^There is no question 7.*: 1 \(to Ewa Kowalska\), 2 \(to Grace Bello\)\.$/,
    ],
  ])("is refused for %s", (_what, [who, command], message) => {
    const refusal = refusalOf(fourQuestions().ask(who, command));
    expect(refusal.kind).toBe("not-possible");
    expect(refusal.message).toMatch(message);
  });
});

describe("withdrawing a question", () => {
  it("keeps the question and why it was no longer needed", () => {
    const story = fourQuestions();
    expect(eventsOf(story.ask(tom, withdraw("1")))).toEqual([
      { type: "information-request-withdrawn", request: "1", reason: "Found it." },
    ]);
    expect(requestIn(story, "1")).toMatchObject({ question, withdrawn: "Found it." });
  });

  it.each([
    ["an answered one", "3", /was answered/],
    ["a withdrawn one", "4", /was withdrawn/],
    ["one that is not there", "7", /no question 7/],
  ])("is refused for %s", (_what, request, message) => {
    expect(refusalOf(fourQuestions().ask(tom, withdraw(request))).message).toMatch(message);
  });
});

describe("the questions of a case", () => {
  it.each(["give-information", "withdraw-request"] as const)(
    "are not there for %s unless one waits for an answer",
    (action) => {
      const none = "No question waits for an answer. Ask one first.";
      const story = storyUntil("investigating");
      expect(inTheWay(story, action)).toBe(none);
      story.after(tom, ask("ewa"));
      expect(inTheWay(story, action)).toBeUndefined();
      story.after(ewa, give("1"));
      expect(inTheWay(story, action)).toBe(none);
    },
  );

  it("are asked of the colleagues offered, from today on, about a point where there are any", () => {
    const form = formOf(fourQuestions(), "request-information");
    expect(shownIn(form, "to")).toEqual(everybody.map(({ name }) => name));
    expect(fieldOf(form, "due")).toMatchObject({ earliest: "2026-11-10" });
    expect(shownIn(form, "point")).toEqual(["1. Missed bins"]);
    expect(fieldOf(form, "point")).toMatchObject({ required: false });
    const without = formOf(storyUntil("investigating"), "request-information");
    expect(without.fields.map(({ name }) => name)).toEqual(["to", "question", "due"]);
  });

  it.each(["give-information", "withdraw-request"] as const)(
    "are offered for %s while they wait, and chosen when there is only one",
    (action) => {
      const story = fourQuestions();
      expect(shownIn(formOf(story, action), "request")).toEqual([
        `${question} | To Ewa Kowalska, by Fri 13 Nov`,
        `${question} | To Grace Bello, by Fri 13 Nov`,
      ]);
      expect(fieldOf(formOf(story, action), "request")).not.toHaveProperty("value");
      story.after(grace, give("2"));
      expect(fieldOf(formOf(story, action), "request")).toMatchObject({ value: "1" });
    },
  );

  it("are offered to whoever is only asked when they are theirs", () => {
    expect(shownIn(formOf(fourQuestions(), "give-information", ewa), "request")).toEqual([
      `${question} | To Ewa Kowalska, by Fri 13 Nov`,
    ]);
  });

  const asked = "asked Helen Marsh question 5";
  it.each<[string, [Person, PersonCommand], string?]>([
    [`${asked}, to be answered by Fri 13 Nov`, [tom, ask("helen")], question],
    [
      `${asked}, about point 1, to be answered by Fri 13 Nov`,
      [tom, ask("helen", { point: "1" })],
      question,
    ],
    ["answered question 1", [ewa, give("1")]],
    ["withdrew question 1", [tom, withdraw("1")], "Found it."],
  ])("are remembered as: %s", (what, [who, command], text) => {
    const line = lastLine(fourQuestions().after(who, command));
    expect([line.what, line.text]).toEqual([what, text]);
  });
});
