import { describe, expect, it } from "vitest";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { pointsAnswered } from "#api/domain/case/points/rules.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { ewa, helen, priya, tom } from "../people.ts";
import { eventsOf, hash, refusalOf, storyUntil, type Story } from "../story.ts";

const add = (title: string, service = "waste"): PersonCommand => ({
  type: "add-point",
  title,
  service,
});
const change = (point: string, title: string, service = "waste"): PersonCommand => ({
  type: "change-point",
  point,
  title,
  service,
});
const drop = (point: string): PersonCommand => ({
  type: "drop-point",
  point,
  reason: "Another complaint.",
});
const answer = (point: string, text = hash("3")): PersonCommand => ({
  type: "answer-point",
  point,
  text,
});
const decideOn = (
  point: string,
  finding: "upheld" | "partly-upheld" | "not-upheld" = "upheld",
): PersonCommand => ({ type: "decide-point", point, finding, reason: "It was missed twice." });

/** Missed bins for waste and a fee for revenues; a third point was dropped again. */
function twoPoints(): Story {
  return storyUntil("investigating")
    .after(tom, add("Missed bins"))
    .after(tom, add("Wrong fee", "revenues"))
    .after(tom, add("Noise"))
    .after(tom, drop("3"));
}

const pointIn = (story: Story, id: string) => story.case.points.find((point) => point.id === id);

describe("the points of a complaint", () => {
  it("are numbered one by one, and a dropped number is never used again", () => {
    const story = twoPoints();
    expect(eventsOf(story.ask(tom, add("Rude reply")))).toEqual([
      { type: "point-added", point: "4", title: "Rude reply", service: "waste" },
    ]);
    expect(story.case.points.map(({ id, dropped }) => [id, dropped])).toEqual([
      ["1", undefined],
      ["2", undefined],
      ["3", "Another complaint."],
      ["4", undefined],
    ]);
  });

  it("may take up again what was dropped, under a new number", () => {
    const story = twoPoints().after(tom, add("Noise"));
    expect(pointIn(story, "4")).toEqual({ id: "4", title: "Noise", service: "waste" });
  });

  it("are fifty at most, dropped ones included", () => {
    const story = twoPoints();
    for (let more = 4; more <= 50; more += 1) story.after(tom, add(`Matter ${more}`));
    expect(refusalOf(story.ask(tom, add("One more")))).toEqual({
      kind: "not-possible",
      message:
        "It has had 50 points, and more cannot be added. Change one to take this in, or log a new complaint.",
    });
  });

  it("change when there is something to change, and not otherwise", () => {
    const story = twoPoints();
    expect(eventsOf(story.ask(tom, change("1", "Missed bins")))).toEqual([]);
    expect(eventsOf(story.ask(tom, change("1", "Bins missed twice")))).toEqual([
      { type: "point-changed", point: "1", title: "Bins missed twice", service: "waste" },
    ]);
    expect(pointIn(story, "1")?.title).toBe("Bins missed twice");
    expect(pointIn(story, "2")?.title).toBe("Wrong fee");
  });

  it("keep their answer under another title, and wait for a new one from another service", () => {
    const story = twoPoints().after(tom, answer("1"));
    story.after(tom, change("1", "Bins missed twice"));
    expect(pointIn(story, "1")?.answer?.text).toBe(hash("3"));
    story.after(tom, change("1", "Bins missed twice", "revenues"));
    expect(pointIn(story, "1")).toEqual({
      id: "1",
      title: "Bins missed twice",
      service: "revenues",
    });
  });

  it("are answered by their service, whose later answer takes the place of the earlier", () => {
    const story = twoPoints().after(ewa, answer("2"));
    const { now } = story;
    expect(eventsOf(story.ask(ewa, answer("2", hash("4"))))).toEqual([
      { type: "point-answered", point: "2", text: hash("4") },
    ]);
    expect(pointIn(story, "2")?.answer).toEqual({
      text: hash("4"),
      by: { id: "ewa", name: "Ewa Kowalska" },
      at: now,
    });
  });

  it.each<[string, Person]>([
    ["whoever has the case", tom],
    ["the complaints team", priya],
    ["a head of service", helen],
  ])("are answered by %s on behalf of any service", (_who, person) => {
    expect(twoPoints().ask(person, answer("2")).ok).toBe(true);
  });

  it("count as answered of those that were raised, without the dropped ones", () => {
    const story = twoPoints();
    expect(pointsAnswered(story.case)).toEqual({ answered: 0, total: 2 });
    expect(pointsAnswered(story.after(ewa, answer("2")).case)).toEqual({ answered: 1, total: 2 });
    expect(pointsAnswered(story.after(tom, drop("2")).case)).toEqual({ answered: 0, total: 1 });
  });

  it("are decided one by one, and a second decision takes the place of the first", () => {
    const story = twoPoints().after(tom, decideOn("1", "not-upheld"));
    expect(eventsOf(story.ask(tom, decideOn("1")))).toEqual([
      {
        type: "point-decided",
        point: "1",
        finding: "upheld",
        reason: "It was missed twice.",
      },
    ]);
    expect(pointIn(story, "1")).toMatchObject({
      finding: "upheld",
      findingReason: "It was missed twice.",
    });
    expect(pointIn(story, "2")).not.toHaveProperty("finding");
  });

  const dropped = /^Point 3 was dropped. Add it again/;
  const unknown = "There is no point 7. Choose one of these: 1 (Missed bins), 2 (Wrong fee).";
  it.each<[string, [Person, PersonCommand], string | RegExp]>([
    ["a title another point has", [tom, add("missed BINS")], /^Point 1 is about that already/],
    ["a title taken from another", [tom, change("2", "Missed bins")], /^Point 1 is about that/],
    ["changing what is not there", [tom, change("7", "Rude")], unknown],
    ["dropping what is not there", [tom, drop("7")], unknown],
    ["answering what is not there", [tom, answer("7")], unknown],
    ["deciding what is not there", [tom, decideOn("7")], unknown],
    ["changing what was dropped", [tom, change("3", "Rude")], dropped],
    ["dropping what was dropped", [tom, drop("3")], dropped],
    ["answering what was dropped", [tom, answer("3")], dropped],
    ["deciding what was dropped", [tom, decideOn("3")], dropped],
    ["the answer of another service", [ewa, answer("1")], /^Point 1 is for another service/],
  ])("refuse %s", (_what, [who, command], message) => {
    const refusal = refusalOf(twoPoints().ask(who, command));
    expect(refusal.kind).toBe("not-possible");
    expect(refusal.message).toMatch(message);
  });

  it.each(["change-point", "drop-point", "answer-point", "decide-point"] as const)(
    "are not there for %s before one is added",
    (action) => {
      const story = storyUntil("investigating");
      const none = "It has no points. Add one first.";
      expect(inTheWay(story, action)).toBe(none);
      story.after(tom, add("Noise"));
      expect(inTheWay(story, action)).toBeUndefined();
      story.after(tom, drop("1"));
      expect(inTheWay(story, action)).toBe(none);
    },
  );
});

describe("the forms of the points", () => {
  it("propose the service of the case for a new point", () => {
    const form = formOf(storyUntil("investigating"), "add-point");
    expect(fieldOf(form, "service")).toMatchObject({ value: "waste" });
    expect(form.intro).toEqual([expect.stringContaining("Anything else is a new complaint")]);
  });

  it("offer the points that are not dropped, with what is known of each", () => {
    const story = twoPoints().after(ewa, answer("2")).after(tom, decideOn("1"));
    expect(shownIn(formOf(story, "change-point"), "point")).toEqual([
      "1. Missed bins | Waste and recycling",
      "2. Wrong fee | revenues",
    ]);
    expect(shownIn(formOf(story, "drop-point"), "point")).toEqual([
      "1. Missed bins",
      "2. Wrong fee",
    ]);
    expect(shownIn(formOf(story, "answer-point"), "point")).toEqual([
      "1. Missed bins | Waste and recycling: not answered yet",
      "2. Wrong fee | revenues: answered by Ewa Kowalska",
    ]);
    expect(shownIn(formOf(story, "decide-point"), "point")).toEqual([
      "1. Missed bins | Upheld",
      "2. Wrong fee | Not decided yet",
    ]);
    expect(shownIn(formOf(story, "decide-point"), "finding")).toEqual([
      "Upheld",
      "Partly upheld",
      "Not upheld",
    ]);
  });

  it("fill in what the only point says now, and nothing while there are several", () => {
    const story = twoPoints();
    expect(fieldOf(formOf(story, "change-point"), "title")).not.toHaveProperty("value");
    const form = formOf(story.after(tom, drop("1")), "change-point");
    expect(fieldOf(form, "title")).toMatchObject({ value: "Wrong fee" });
    expect(fieldOf(form, "service")).toMatchObject({ value: "revenues" });
  });
});

describe("the history of the points", () => {
  it.each<[string, PersonCommand, string?]>([
    ["added point 4, for service waste to answer", add("Rude"), "Rude"],
    ["changed point 1, for service waste to answer", change("1", "Rude"), "Rude"],
    ["dropped point 1", drop("1"), "Another complaint."],
    ["answered point 1", answer("1")],
    ["decided point 1: partly upheld", decideOn("1", "partly-upheld"), "It was missed twice."],
  ])("says: %s", (what, command, text) => {
    const line = lastLine(twoPoints().after(tom, command));
    expect([line.what, line.text]).toEqual([what, text]);
  });
});
