import { describe, expect, it } from "vitest";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { helen, priya, tom } from "../people.ts";
import { eventsOf, refusalOf, storyUntil, type Story } from "../story.ts";

// The day of every story here.
const today = "2026-11-10";

const adjustment: CommandOf<"raise-flag"> = {
  ...{ type: "raise-flag", flag: "adjustment", words: "Write in large print." },
  reviewOn: "2027-05-10",
};
const vulnerability: CommandOf<"raise-flag"> = {
  ...{ type: "raise-flag", flag: "vulnerability", words: "Lives alone; ring first." },
};
const lowered: CommandOf<"lower-flag"> = {
  ...{ type: "lower-flag", flag: "adjustment", reason: "No longer needed." },
};
const access: CommandOf<"restrict-access"> = {
  ...{ type: "restrict-access", members: ["helen"], reason: "About a colleague." },
};
const conduct: CommandOf<"restrict-conduct"> = {
  ...{ type: "restrict-conduct", what: "In writing only.", reason: "Shouted at staff, twice." },
  ...{ until: "2027-02-10", reviewOn: "2027-01-11" },
};
const kept: CommandOf<"review-conduct"> = {
  ...{ type: "review-conduct", decision: "kept", reason: "It went on." },
  reviewOn: "2027-02-10",
};
const lifted: CommandOf<"review-conduct"> = {
  ...{ type: "review-conduct", decision: "lifted", reason: "It has stopped." },
};

function caredFor(...commands: readonly PersonCommand[]): Story {
  const story = storyUntil("investigating");
  for (const command of commands) story.after(priya, command);
  return story;
}

describe("A flag", () => {
  it("stands on the case with its words, and the day to look at it again", () => {
    const story = caredFor(vulnerability);
    const raisedAt = story.now;
    story.after(tom, adjustment);
    expect(story.case.flags[1]).toEqual({
      ...{ flag: "adjustment", title: "Reasonable adjustment", words: "Write in large print." },
      ...{ reviewOn: "2027-05-10", raisedAt },
    });
    expect(lastLine(story)).toEqual({
      what: "flagged: Reasonable adjustment, to be looked at again on Mon 10 May",
      kind: "note",
      text: "Write in large print.",
    });
  });

  it("needs no day to look at it again", () => {
    const story = caredFor(vulnerability);
    expect(story.case.flags[0]).not.toHaveProperty("reviewOn");
    expect(lastLine(story).what).toBe("flagged: Vulnerability");
  });

  it("may be one of the procedure's own", () => {
    const flag = "chief-executive-interest";
    const raise = { type: "raise-flag", flag, words: "Follows it." } as const;
    const story = storyUntil("investigating", policyOf("salford-2009"));
    expect(eventsOf(story.ask(priya, raise))).toEqual([
      expect.objectContaining({ title: "Chief Executive’s interest" }),
    ]);
    expect(refusalOf(caredFor().ask(priya, raise)).message).toBe(
      "Choose one of these: Vulnerability, Reasonable adjustment, Wants no more contact, Sponsored by a councillor or MP.",
    );
  });

  it.each<[string, PersonCommand, string]>([
    ["is refused while it is raised", adjustment, "It is raised already: lower it first"],
    [
      "is not looked at again today",
      { ...vulnerability, reviewOn: today },
      "Give a day after today",
    ],
    [
      "is not lowered where it does not stand",
      { ...lowered, flag: "vulnerability" },
      "Flagged are: Reasonable adjustment.",
    ],
  ])("%s", (_what, command, message) => {
    expect(refusalOf(caredFor(adjustment).ask(priya, command)).message).toContain(message);
  });

  it("goes when it is lowered, alone, and may be raised again with other words", () => {
    const story = caredFor(vulnerability, adjustment, lowered);
    expect(story.case.flags.map(({ flag }) => flag)).toEqual(["vulnerability"]);
    expect(lastLine(story)).toEqual({
      what: "took away the flag: Reasonable adjustment",
      kind: "note",
      text: "No longer needed.",
    });
    expect(eventsOf(story.ask(priya, adjustment))).toHaveLength(1);
  });

  it("is offered only while it does not stand, and taken away only while it does", () => {
    const story = caredFor(adjustment);
    expect(shownIn(formOf(story, "raise-flag"), "flag")).toEqual([
      "Vulnerability",
      "Wants no more contact | Nobody is reminded to ask how our answer was; letters that are owed still go.",
      "Sponsored by a councillor or MP | Keep the sponsor informed, and copy the reply to them where the person agrees.",
    ]);
    expect(shownIn(formOf(story, "lower-flag"), "flag")).toEqual([
      "Reasonable adjustment | Write in large print.",
    ]);
    story.after(priya, vulnerability);
    story.after(priya, { ...vulnerability, flag: "no-contact" });
    story.after(priya, { ...vulnerability, flag: "member-sponsor" });
    expect(inTheWay(story, "raise-flag")).toContain("Lower a flag first");
    expect(inTheWay(caredFor(), "lower-flag")).toBe("Nothing is flagged.");
  });

  it("hints that an adjustment is kept under review", () => {
    expect(fieldOf(formOf(caredFor(), "raise-flag"), "reviewOn")).toMatchObject({
      required: false,
      hint: expect.stringContaining("active review") as string,
    });
  });
});

describe("Restricting who sees a case", () => {
  it("names those who do, always with whoever restricts it", () => {
    const story = caredFor(access);
    expect(story.case.access).toEqual({
      members: [
        { id: "helen", name: "Helen Marsh" },
        { id: "priya", name: "Priya Nair" },
      ],
      reason: "About a colleague.",
    });
    expect(lastLine(story)).toEqual({
      what: "restricted the case to Helen Marsh and Priya Nair",
      kind: "decision",
      text: "About a colleague.",
    });
  });

  it("names nobody twice, and knows whoever restricts it without looking them up", () => {
    const command = { ...access, members: ["helen", "helen", "priya"] };
    const decision = caredFor().ask(priya, command, [helen]);
    expect(eventsOf(decision)).toEqual([
      expect.objectContaining({
        members: [
          { id: "helen", name: "Helen Marsh" },
          { id: "priya", name: "Priya Nair" },
        ],
      }),
    ]);
  });

  it("is refused with somebody whom the directory does not know", () => {
    const command = { ...access, members: ["helen", "nobody"] };
    expect(refusalOf(caredFor().ask(priya, command)).message).toContain("not in the directory");
  });

  it("may be changed while it stands, and says who sees it now", () => {
    const story = caredFor(access);
    expect(formOf(story, "restrict-access").intro?.join(" ")).toContain(
      "These see it now: Helen Marsh and Priya Nair.",
    );
    story.after(priya, { ...access, members: ["david"] });
    expect(story.case.access?.members.map(({ id }) => id)).toEqual(["david", "priya"]);
  });

  it("ends when it is opened, which only a restricted case is", () => {
    const opened = { type: "open-access", reason: "It was not about him." } as const;
    const story = caredFor(access);
    expect(formOf(story, "open-access").intro).toEqual([
      "It was restricted because: About a colleague.",
    ]);
    story.after(priya, opened);
    expect(story.case).not.toHaveProperty("access");
    expect(lastLine(story)).toEqual({
      what: "opened the case to others again",
      kind: "decision",
      text: "It was not about him.",
    });
    expect(refusalOf(story.ask(priya, opened)).message).toBe("Access to it is not restricted.");
  });
});

describe("Restricting contact", () => {
  it("says what is limited, why, for how long and when it is looked at again", () => {
    const story = caredFor();
    const since = story.now;
    story.after(priya, conduct);
    expect(story.case.conduct).toEqual({
      ...{ what: "In writing only.", reason: "Shouted at staff, twice.", since },
      ...{ until: "2027-02-10", reviewOn: "2027-01-11" },
    });
    expect(lastLine(story)).toEqual({
      what: "restricted contact until Wed 10 Feb, to be looked at again on Mon 11 Jan",
      kind: "decision",
      text: "In writing only.\nShouted at staff, twice.",
    });
  });

  it.each<[string, Partial<CommandOf<"restrict-conduct">>, string]>([
    ["that ends today", { until: today, reviewOn: today }, "a day after today"],
    ["to be looked at again today", { reviewOn: today }, "Give a day after today"],
    [
      "to be looked at again after it ended",
      { reviewOn: "2027-02-11" },
      "It ends on Wednesday 10 February 2027.",
    ],
  ])("is refused of one %s", (_how, change, message) => {
    expect(refusalOf(caredFor().ask(priya, { ...conduct, ...change })).message).toContain(message);
  });

  it("may be looked at again on its last day", () => {
    const command = { ...conduct, reviewOn: conduct.until };
    expect(eventsOf(caredFor().ask(priya, command))).toHaveLength(1);
  });

  it("is refused while contact is restricted", () => {
    expect(refusalOf(caredFor(conduct).ask(priya, conduct)).message).toBe(
      "Contact is restricted already, until Wednesday 10 February 2027. Review that restriction instead.",
    );
  });

  it.each([
    ["lgsco-2024", "Local Government and Social Care Ombudsman"],
    ["housing-ombudsman-2024", "Housing Ombudsman Service"],
  ])("lists what the letter must say under %s", (policy, ombudsman) => {
    const story = storyUntil("investigating", policyOf(policy));
    const intro = formOf(story, "restrict-conduct").intro?.join(" ") ?? "";
    expect(intro).toContain(
      "The letter must say: why; what will be done; for how long; when and how it is reviewed; the right to complain to the Ombudsman.",
    );
    expect(intro).toContain(ombudsman);
  });
});

describe("Reviewing a restriction of contact", () => {
  it("lifts it", () => {
    const story = caredFor(conduct, lifted);
    expect(story.case).not.toHaveProperty("conduct");
    expect(lastLine(story)).toEqual({
      what: "lifted the restriction of contact",
      kind: "decision",
      text: "It has stopped.",
    });
    expect(inTheWay(story, "review-conduct")).toBe("Contact with the person is not restricted.");
  });

  it("keeps it as it is until a next day to look at it", () => {
    const story = caredFor(conduct, kept);
    expect(story.case.conduct).toMatchObject({
      ...{ what: "In writing only.", until: "2027-02-10", reviewOn: "2027-02-10" },
    });
    expect(lastLine(story).what).toBe(
      "kept the restriction of contact, to be looked at again on Wed 10 Feb",
    );
  });

  it.each<[string, CommandOf<"review-conduct">, string]>([
    ["without a next day", { ...lifted, decision: "kept" }, "Give the next day"],
    ["with today as its next day", { ...kept, reviewOn: today }, "Give a day after today"],
    [
      "with a next day after its end",
      { ...kept, reviewOn: "2027-02-11" },
      "It ends on Wednesday 10 February 2027.",
    ],
  ])("does not keep it %s", (_how, command, message) => {
    expect(refusalOf(caredFor(conduct).ask(priya, command)).message).toContain(message);
  });

  it("does not keep what has ended, only lifts it", () => {
    const story = caredFor(conduct);
    const ended = { ...story.context(priya), now: "2027-02-10T10:00:00.000Z" };
    expect(refusalOf(decide(story.case, kept, ended)).message).toContain(
      "It ended on Wednesday 10 February 2027 and cannot be kept. Lift it",
    );
    expect(eventsOf(decide(story.case, lifted, ended))).toHaveLength(1);
  });

  it("shows what is reviewed", () => {
    const form = formOf(caredFor(conduct), "review-conduct");
    expect(form.intro?.slice(0, 2)).toEqual([
      "Limited until Wednesday 10 February 2027: In writing only.",
      "The reason was: Shouted at staff, twice.",
    ]);
    expect(fieldOf(form, "reviewOn")).toMatchObject({ latest: "2027-02-10", required: false });
  });
});
