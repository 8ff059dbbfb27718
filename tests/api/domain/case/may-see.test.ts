import { describe, expect, it } from "vitest";
import { maySee } from "#api/domain/case/may-see.ts";
import type { Person } from "#api/domain/people/actor.ts";
import {
  amina,
  david,
  everybody,
  ewa,
  grace,
  helen,
  martin,
  olu,
  priya,
  sunita,
  tom,
  wilma,
} from "./people.ts";
import { log, Story, storyUntil } from "./story.ts";

const whoSees = (story: Story) =>
  everybody.filter((person) => maySee(story.case, person)).map(({ id }) => id);

const ids = (...people: readonly Person[]) => people.map(({ id }) => id);

describe("a case is seen", () => {
  it("before it has a service by the complaints team and auditors alone", () => {
    expect(whoSees(storyUntil("triage"))).toEqual(ids(priya, grace, olu));
  });

  it("of a service by its officers, heads and directors too", () => {
    const seers = ids(priya, grace, tom, helen, sunita, david, martin, olu, wilma);
    expect(whoSees(storyUntil("allocation"))).toEqual(seers);
  });

  it("by an officer of another service once they have it, and no longer when it has gone on", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: ewa.id });
    expect(maySee(story.case, ewa)).toBe(true);
    story.after(priya, { type: "assign", officer: tom.id });
    expect(maySee(story.case, ewa)).toBe(false);
  });

  it("by the approver of its letter, whatever their service", () => {
    const elsewhere = { ...helen, services: ["housing"] };
    expect(maySee(storyUntil("awaiting-approval").case, elsewhere)).toBe(true);
    expect(maySee(storyUntil("answered").case, elsewhere)).toBe(false);
  });

  it("by the councillor who sponsors it and by no other", () => {
    const story = new Story().after("citizen", { ...log, sponsor: amina.id });
    expect(maySee(story.case, amina)).toBe(true);
    expect(maySee(story.case, { ...amina, id: "another" })).toBe(false);
    expect(maySee(storyUntil("triage").case, amina)).toBe(false);
  });

  it("by a councillor as a councillor, even of the ward that the service serves", () => {
    expect(maySee(storyUntil("answered").case, { ...amina, services: ["waste"] })).toBe(false);
  });

  it("no longer by whoever lost their role, whatever they were once given", () => {
    const story = storyUntil("awaiting-approval");
    for (const person of [tom, helen, priya]) {
      expect(maySee(story.case, { ...person, roles: [] }), person.name).toBe(false);
    }
  });
});
