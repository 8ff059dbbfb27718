import { describe, expect, it } from "vitest";
import { decide } from "#api/domain/case/decide.ts";
import { approversOf } from "#api/domain/case/sign-off/approvers.ts";
import { gistOf } from "#api/domain/case/sign-off/gist.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { StandIn } from "#api/domain/people/cover.ts";
import { helen, priya, rosa, sunita, tom } from "../people.ts";
import { lastLine } from "../forms.ts";
import { eventsOf, letter, storyUntil, submit, type Story } from "../story.ts";

const away = (person: Person, deputy?: Person): StandIn => ({
  ...{ person: person.id, until: "2026-11-20" },
  ...(deputy === undefined ? {} : { deputy }),
});

/** What becomes of a letter that is submitted while people are away. */
function submitted(story: Story, standIns: readonly StandIn[], people = [helen]) {
  const outcome = decide(story.case, submit(), { ...story.context(tom), people, standIns });
  return outcome.ok ? outcome.value.after.submission : outcome.error.message;
}

const passedOn = (story: Story, standIn: StandIn) => {
  const outcome = decide(story.case, { type: "pass-to-deputy", standIn }, story.context("system"));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.after.submission?.approver;
};

const writer: Person = { ...sunita, id: tom.id, name: tom.name };
const partner: Person = { ...sunita, organisation: "Harbour Homes" };

describe("a letter whose approver is away", () => {
  it("goes to whoever stands in, and says for whom", () => {
    expect(submitted(storyUntil("investigating"), [away(helen, sunita)])).toMatchObject({
      approver: "sunita",
      standsInFor: { id: "helen", name: "Helen Marsh" },
    });
  });

  it.each([
    ["without the role", rosa],
    ["who wrote it", writer],
    ["of a partner", partner],
  ])("does not go to a deputy %s, but to the next who may sign it off", (_who, deputy) => {
    const story = storyUntil("investigating");
    expect(submitted(story, [away(helen, deputy)], [helen, sunita])).toMatchObject({
      approver: "sunita",
    });
    expect(submitted(story, [away(helen, deputy)])).toMatchObject({ approver: "helen" });
    expect(passedOn(storyUntil("awaiting-approval"), away(helen, deputy))).toBe("helen");
  });

  it("is passed on while it waits, unless the case is restricted to others", () => {
    const story = storyUntil("awaiting-approval");
    expect(passedOn(story, away(helen, sunita))).toBe("sunita");
    expect(passedOn(story, away(sunita, helen))).toBe("helen");
    story.after(priya, { type: "restrict-access", members: [priya.id], reason: "A colleague." });
    expect(passedOn(story, away(helen, sunita))).toBe("helen");
  });
});

describe("passing a letter on", () => {
  const delegate = (to: Person, text = letter) => ({ type: "delegate", text, to: to.id }) as const;
  const refusalOf = (outcome: ReturnType<Story["ask"]>) => !outcome.ok && outcome.error.message;

  it("leaves the decision to the new approver alone", () => {
    const story = storyUntil("awaiting-approval").after(helen, delegate(sunita));
    expect(refusalOf(story.ask(helen, { type: "approve", text: letter }))).toContain("not allow");
    story.after(sunita, { type: "approve", text: letter });
    expect(story.case.stages[0]).toMatchObject({ decidedBy: "sunita", decidedLetter: letter });
  });

  it("is refused to whoever may not sign it off, who is away, or of another letter", () => {
    const story = storyUntil("awaiting-approval");
    expect(refusalOf(story.ask(helen, delegate(tom)))).toContain("does not sign off this stage");
    expect(refusalOf(story.ask(helen, delegate(sunita, "9".repeat(64))))).toContain("has changed");
    const context = { ...story.context(helen), standIns: [away(sunita)] };
    expect(decide(story.case, delegate(sunita), context)).toMatchObject({
      ok: false,
      error: { message: "Sunita Rao is away until Fri 20 Nov. Choose somebody who is there." },
    });
  });

  it.each([
    [
      "nobody of the directory",
      { ...sunita, id: "nobody" },
      "That person is not in the directory.",
    ],
    ["whoever has it", helen, "It is with Helen Marsh already."],
    [
      "a partner's people",
      { ...partner, id: "ada" },
      "works for a partner, and the council signs off",
    ],
  ])("is refused to %s", (_who, to, words) => {
    const people = [helen, sunita, { ...partner, id: "ada" }];
    const story = storyUntil("awaiting-approval");
    expect(refusalOf(story.ask(helen, delegate(to), people))).toContain(words);
  });

  it("says to look again at another letter than the one that waits, and keeps who passed it on", () => {
    const story = storyUntil("awaiting-approval");
    const other = story.ask(sunita, { type: "take-over", text: "9".repeat(64) });
    expect(!other.ok && other.error.kind).toBe("changed-since");
    story.after(helen, { ...delegate(sunita), note: "Mind the date." });
    expect(story.case.submission).toMatchObject({
      ...{ approver: "sunita", approverName: "Sunita Rao" },
      passedOn: {
        ...{ from: { id: "helen", name: "Helen Marsh" }, way: "delegated", by: "Helen Marsh" },
        note: "Mind the date.",
      },
    });
    expect(story.case.submission).not.toHaveProperty("standsInFor");
    story.after(helen, { type: "take-over", text: letter });
    expect(story.case.submission?.passedOn).toEqual({
      ...{ from: { id: "sunita", name: "Sunita Rao" }, way: "taken-over", by: "Helen Marsh" },
      at: expect.any(String) as string,
    });
  });

  it("of its own accord, while somebody is away, says who stands in until when", () => {
    const story = storyUntil("awaiting-approval");
    story.after("system", { type: "pass-to-deputy", standIn: away(helen, sunita) });
    expect(story.case.submission).toMatchObject({
      standsInFor: { id: "helen" },
      passedOn: { way: "away", by: "Redress" },
    });
    expect(lastLine(story).what).toBe(
      "passed the approval of the stage 1 response on to Sunita Rao, who stands in for Helen Marsh until Fri 20 Nov",
    );
    const decided = storyUntil("sending");
    const late = { type: "pass-to-deputy", standIn: away(helen, sunita) } as const;
    expect(eventsOf(decided.ask("system", late))).toEqual([]);
    const alone = storyUntil("awaiting-approval");
    expect(eventsOf(alone.ask("system", { type: "pass-to-deputy", standIn: away(helen) }))).toEqual(
      [],
    );
  });

  it("offers whoever may sign it off and is there, by name", () => {
    const zoe: Person = { ...sunita, id: "zoe", name: "Zoe Abbott" };
    const people = [zoe, helen, sunita, tom, priya, rosa];
    const names = (story: Story, standIns: readonly StandIn[] = []) =>
      approversOf(story.case, { people, policy: story.policy, standIns }).map(({ name }) => name);
    const story = storyUntil("awaiting-approval");
    expect(names(story)).toEqual(["Sunita Rao", "Zoe Abbott"]);
    expect(names(story, [away(sunita, zoe)])).toEqual(["Zoe Abbott"]);
    expect(names(storyUntil("sending"))).toEqual([]);
  });

  it("is not for a complaints officer who wrote on the letter", () => {
    const story = storyUntil("investigating")
      .after(priya, { type: "save-draft", text: "3".repeat(64) })
      .after(tom, { type: "save-draft", text: letter })
      .after(tom, submit(), [helen]);
    expect(refusalOf(story.ask(priya, delegate(sunita)))).toContain("You wrote on this letter");
  });
});

describe("the gist of a letter", () => {
  it("begins with what it decides, without the headings", () => {
    const letter = "Dear Joan\n\n## Our decision\n\nWe uphold it.\n\n## Next\n\nWe are sorry.";
    expect(gistOf(letter.replace("Dear Joan", "Dear Joan\n\nThank you."))).toBe(
      "We uphold it. We are sorry.",
    );
  });

  it("is how it begins after the salutation, cut between words", () => {
    expect(gistOf("Dear Joan\n\nWe are\nsorry.\n\nYours")).toBe("We are sorry.");
    const long = gistOf(`Dear Joan\n\n${"We are sorry. ".repeat(60)}`);
    expect(long.length).toBeLessThanOrEqual(401);
    expect(long).toMatch(/(We|are|sorry\.)…$/);
  });
});
