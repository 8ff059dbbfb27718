import { describe, expect, it } from "vitest";
import { PersonCommand, type CommandOf, type SystemCommand } from "#api/domain/case/commands.ts";
import { linkKinds, otherEnd, type LinkKind } from "#api/domain/case/links/facts.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { priya, tom } from "../people.ts";
import { caseId, eventsOf, refusalOf, storyUntil, type Story } from "../story.ts";

const other = "CMP-2F8M-4T";
const third = "CMP-9B3C-6W";

const linked = (to = other, kind: LinkKind = "follows", reason = ""): CommandOf<"link-case"> => ({
  ...{ type: "link-case", other: to, kind, reason },
});
const unlinked = (from = other): CommandOf<"unlink-case"> => ({
  ...{ type: "unlink-case", other: from, reason: "Another street." },
});
const joined: CommandOf<"join-campaign"> = {
  ...{ type: "join-campaign", campaign: "Save the library", lead: caseId },
};
const left: CommandOf<"leave-campaign"> = { type: "leave-campaign", reason: "Its own matter." };

function storyWith(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("investigating");
  for (const command of commands) story.after(priya, command);
  return story;
}

describe("Linking another case", () => {
  it.each<[LinkKind, string]>([
    ["related", `linked it, as about the same matter, to ${other}`],
    ["duplicate", `linked it, as the same complaint, to ${other}`],
    ["same-person", `linked it, as from the same person, to ${other}`],
    ["follows", `linked it as following ${other}`],
    ["followed-by", `linked it as followed by ${other}`],
  ])("keeps that it is %s, and why", (kind, what) => {
    const story = storyWith(linked(other, kind, "As she wrote."));
    expect(story.case.links).toEqual([{ other, kind, reason: "As she wrote." }]);
    expect(lastLine(story)).toEqual({ what, kind: "note", text: "As she wrote." });
  });

  it("takes a reference as somebody types it", () => {
    const typed = PersonCommand.parse({ ...linked(), other: " cmp-2f8m-4t " });
    expect(storyWith(typed).case.links.map((link) => link.other)).toEqual([other]);
  });

  it("is refused to itself, and to a case that is linked, in whatever way", () => {
    const story = storyWith(linked());
    expect(refusalOf(story.ask(tom, linked(caseId))).message).toContain("That is this case.");
    expect(refusalOf(story.ask(tom, linked(other, "duplicate"))).message).toContain(
      `${other} is linked to it already. Unlink it first`,
    );
  });

  it("says in plain words how cases belong together", () => {
    const form = formOf(storyWith(), "link-case");
    expect(shownIn(form, "kind")).toHaveLength(linkKinds.length);
    expect(shownIn(form, "kind")).toContain(
      "The same complaint twice | Answer one of them, and close the other.",
    );
  });

  it("is undone for one case and leaves the others", () => {
    const story = storyWith(linked(), linked(third, "related"));
    expect(shownIn(formOf(story, "unlink-case"), "other")).toEqual([
      `${other} | This one follows the other`,
      `${third} | About the same matter`,
    ]);
    story.after(tom, unlinked());
    expect(story.case.links.map((link) => link.other)).toEqual([third]);
    expect(lastLine(story)).toEqual({
      what: `unlinked it from ${other}`,
      kind: "note",
      text: "Another street.",
    });
    expect(refusalOf(story.ask(tom, unlinked())).message).toBe(
      `${other} is not linked to it. Linked are: ${third}.`,
    );
    expect(inTheWay(storyWith(), "unlink-case")).toBe("No other case is linked to it.");
  });
});

describe("The other end of a link", () => {
  const recorded: SystemCommand = {
    ...{ type: "record-link", other, kind: "followed-by", reason: "Its remedy was not given." },
  };
  const undone: SystemCommand = { type: "record-unlink", other, reason: "Another street." };

  it.each<[LinkKind, LinkKind]>([
    ["related", "related"],
    ["duplicate", "duplicate"],
    ["same-person", "same-person"],
    ["follows", "followed-by"],
    ["followed-by", "follows"],
  ])("of %s is %s", (kind, end) => {
    expect(otherEnd(kind)).toBe(end);
  });

  it("is recorded by Redress, once", () => {
    const story = storyWith().after("system", recorded);
    expect(story.case.links).toEqual([
      { other, kind: "followed-by", reason: "Its remedy was not given." },
    ]);
    expect(story.events.at(-1)?.by).toEqual({ kind: "system" });
    expect(eventsOf(story.ask("system", recorded))).toEqual([]);
  });

  it("stays as somebody said it where they linked it too", () => {
    const story = storyWith(linked(other, "related"));
    expect(eventsOf(story.ask("system", recorded))).toEqual([]);
  });

  it("is undone by Redress, once", () => {
    const story = storyWith(linked(), linked(third)).after("system", undone);
    expect(story.case.links.map((link) => link.other)).toEqual([third]);
    expect(eventsOf(story.ask("system", undone))).toEqual([]);
  });
});

describe("A campaign", () => {
  it("is joined with the case that is answered for all, which may be this one", () => {
    const story = storyWith(joined);
    expect(story.case.campaign).toEqual({ name: "Save the library", lead: caseId });
    expect(lastLine(story)).toEqual({
      what: `made it part of the campaign Save the library, answered with ${caseId}`,
      kind: "decision",
    });
    expect(fieldOf(formOf(storyWith(), "join-campaign"), "lead")).toMatchObject({ value: caseId });
    expect(storyWith({ ...joined, lead: other }).case.campaign?.lead).toBe(other);
  });

  it("is left before another is joined", () => {
    const story = storyWith(joined);
    expect(refusalOf(story.ask(priya, joined)).message).toBe(
      "It is part of Save the library already. Take it out of that campaign first.",
    );
    expect(formOf(story, "leave-campaign").intro).toEqual(["It is part of: Save the library."]);
    story.after(priya, left);
    expect(story.case).not.toHaveProperty("campaign");
    expect(lastLine(story)).toEqual({
      what: "took it out of the campaign",
      kind: "decision",
      text: "Its own matter.",
    });
    expect(inTheWay(story, "leave-campaign")).toBe("It is not part of a campaign.");
    expect(eventsOf(story.ask(priya, joined))).toHaveLength(1);
  });
});
