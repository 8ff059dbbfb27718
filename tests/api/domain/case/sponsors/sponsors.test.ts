import { describe, expect, it } from "vitest";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { amina, priya, tom } from "../people.ts";
import { hash, log, refusalOf, Story, storyUntil } from "../story.ts";

const councillor: CommandOf<"add-sponsor"> = {
  ...{ type: "add-sponsor", person: amina.id, name: "", capacity: "councillor", consent: true },
};
const mp: CommandOf<"add-sponsor"> = {
  ...{ type: "add-sponsor", name: "Sir Ken Ayres", capacity: "mp", consent: false },
};
const removed = (sponsor: string, reason = ""): PersonCommand => ({
  ...{ type: "remove-sponsor", sponsor, reason },
});

function sponsored(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("investigating");
  for (const command of commands) story.after(tom, command);
  return story;
}

function idsIn(story: Story): string[] {
  return story.case.sponsors.map(({ id }) => id);
}

describe("A sponsor", () => {
  it("is a councillor of the directory, whose case it is to follow", () => {
    const story = sponsored(councillor);
    expect(story.case.sponsors).toMatchObject([
      {
        ...{ id: expect.any(String) as string, name: "Amina Shah", person: "amina" },
        ...{ capacity: "councillor", consent: true },
      },
    ]);
    expect(lastLine(story)).toEqual({
      what: "added Amina Shah (Councillor) as a sponsor, who may read the answer",
      kind: "decision",
    });
  });

  it("is anybody else by name, who is nobody of the directory", () => {
    const story = sponsored(mp);
    expect(story.case.sponsors).toMatchObject([
      {
        ...{ id: expect.any(String) as string, name: "Sir Ken Ayres" },
        ...{ capacity: "mp", consent: false },
      },
    ]);
    expect(lastLine(story).what).toBe(
      "added Sir Ken Ayres (MP) as a sponsor, who may not read the answer",
    );
  });

  it.each<[string, PersonCommand, string]>([
    ["with neither a person nor a name", { ...mp, name: "" }, "Name exactly one"],
    ["with both a person and a name", { ...councillor, name: "Amina Shah" }, "Name exactly one"],
    ["who is not in the directory", { ...councillor, person: "nobody" }, "not in the directory"],
    [
      "who is a colleague but no councillor",
      { ...councillor, person: "helen" },
      "Helen Marsh is no councillor.",
    ],
  ])("is refused %s", (_how, command, message) => {
    expect(refusalOf(sponsored().ask(tom, command)).message).toContain(message);
  });

  it.each<[string, PersonCommand, PersonCommand]>([
    ["as the same councillor", councillor, { ...councillor, capacity: "mayor" }],
    ["under the same name, however written", mp, { ...mp, name: "sir ken ayres" }],
    ["by the name of a councillor who is one", councillor, { ...mp, name: "Amina Shah" }],
  ])("is not added twice %s", (_how, first, second) => {
    expect(refusalOf(sponsored(first).ask(tom, second)).message).toMatch(
      /sponsors this case already/,
    );
  });

  it("may have written in at the beginning, and is not added again", () => {
    const story = new Story().after("citizen", {
      ...log,
      ...{ sponsor: amina.id, sponsorName: amina.name },
    });
    expect(refusalOf(story.ask(priya, councillor)).message).toBe(
      "Amina Shah sponsors this case already.",
    );
    story.after(priya, mp);
    expect(new Set(idsIn(story)).size).toBe(2);
  });

  it("is removed by a number that nobody gets again", () => {
    const story = sponsored(councillor, mp);
    const [first = "", second = ""] = idsIn(story);
    story.after(tom, removed(second, "He stood down."));
    expect(idsIn(story)).toEqual([first]);
    expect(lastLine(story)).toEqual({
      what: "removed Sir Ken Ayres as a sponsor",
      kind: "decision",
      text: "He stood down.",
    });
    story.after(tom, mp);
    expect(idsIn(story)).toHaveLength(2);
    expect(idsIn(story)).not.toContain(second);
  });

  it("is removed with no reason given", () => {
    const story = sponsored(mp);
    story.after(tom, removed(idsIn(story)[0] ?? ""));
    expect(lastLine(story)).toEqual({
      what: "removed Sir Ken Ayres as a sponsor",
      kind: "decision",
    });
  });

  it("was last told how it stands when somebody recorded it", () => {
    const story = sponsored(councillor, mp);
    const at = story.now;
    const [, second = ""] = idsIn(story);
    story.after(tom, { type: "update-sponsor", sponsor: second, text: hash("7") });
    expect(story.events.at(-1)).toMatchObject({ text: hash("7") });
    expect(story.case.sponsors.map(({ updatedAt }) => updatedAt)).toEqual([undefined, at]);
    expect(lastLine(story)).toEqual({ what: "told Sir Ken Ayres how it stands", kind: "note" });
  });

  it.each<[PersonCommand["type"], PersonCommand]>([
    ["remove-sponsor", removed("99")],
    ["update-sponsor", { type: "update-sponsor", sponsor: "99", text: hash("7") }],
  ])("has to be one of the case to %s", (action, command) => {
    expect(refusalOf(sponsored(mp).ask(tom, command)).message).toBe(
      "They do not sponsor this case. Its sponsors are: Sir Ken Ayres.",
    );
    expect(inTheWay(sponsored(), action)).toBe("Nobody sponsors this case.");
  });

  it("is asked for among the councillors who are none yet", () => {
    expect(shownIn(formOf(sponsored(), "add-sponsor"), "person")).toEqual(["Amina Shah"]);
    expect(shownIn(formOf(sponsored(councillor), "add-sponsor"), "person")).toEqual([]);
    expect(fieldOf(formOf(sponsored(), "add-sponsor"), "consent").kind).toBe("tick");
  });

  it("is chosen by what they are, may read and were told", () => {
    const story = sponsored(councillor, mp);
    story.after(tom, { type: "update-sponsor", sponsor: idsIn(story)[1] ?? "", text: hash("7") });
    for (const action of ["remove-sponsor", "update-sponsor"] as const) {
      expect(shownIn(formOf(story, action), "sponsor")).toEqual([
        "Amina Shah | Councillor, may read our answer, not told yet",
        "Sir Ken Ayres | MP, may not read our answer, last told on Tue 10 Nov",
      ]);
    }
  });
});
