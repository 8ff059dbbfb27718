import { describe, expect, it } from "vitest";
import type { CommandOf, PersonAction, PersonCommand } from "#api/domain/case/commands.ts";
import { offeredActions } from "#api/domain/case/allowed-actions.ts";
import { findingAwaited, hearingOf } from "#api/domain/case/panel/rules.ts";
import { panelForms } from "#api/domain/case/panel/words.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { fieldOf, formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import * as people from "../people.ts";
import * as story from "../story.ts";

const { eventsOf, hash, letter, refusalOf, Story } = story;
type Story = story.Story;

// All of them may see what concerns children.
const everybody = people.everybody.map((one) => ({ ...one, procedures: ["children"] }));
const member = ({ id }: Person): Person => everybody.find((one) => one.id === id) ?? people.olu;
const [ewa, grace, priya] = [member(people.ewa), member(people.grace), member(people.priya)];
const [helen, david] = [member(people.helen), member(people.david)];

const children = policyOf("children-act-1989");
const salford = policyOf("salford-2009");
const lewisham = policyOf("lewisham-2009");

function answered(theStory: Story, officer: Person, approver: Person): Story {
  const { stage } = theStory.case;
  return theStory
    .after(priya, { type: "assign", officer: officer.id })
    .after(officer, story.draft())
    .after(officer, story.submit(), [approver])
    .after(approver, { type: "approve", text: letter })
    .after("system", story.responseSent(stage));
}

function escalated(theStory: Story, digit: string): Story {
  return theStory
    .after("citizen", story.writesAgain(theStory.now, digit))
    .after(priya, { type: "escalate", reason: "Not satisfied.", discretion: "" });
}

/** A complaint about revenues, answered twice, that Grace brings before those who decide stage 3. */
function stageThree(policy = children): Story {
  const begun = new Story(policy, everybody)
    .after("citizen", story.log)
    .after(priya, { ...story.classify, service: "revenues" });
  const once = escalated(answered(begun, ewa, helen), "b");
  return escalated(answered(once, priya, david), "d").after(priya, {
    type: "assign",
    officer: grace.id,
  });
}

const threeNames = "Ann Poe\n  Ben Roy \n\nCal Sim";
const threeMembers = ["Ann Poe", "Ben Roy", "Cal Sim"];

function arrange(more: Partial<CommandOf<"arrange-hearing">> = {}): CommandOf<"arrange-hearing"> {
  const where = { on: "2026-11-20", place: "Town Hall", members: threeNames };
  return { type: "arrange-hearing", ...where, ...more };
}
const record = (on = "2026-11-10"): PersonCommand => ({
  type: "record-hearing",
  on,
  finding: "partly-upheld",
  text: hash("4"),
});
const findings = (on = "2026-11-10"): PersonCommand => ({
  type: "record-findings",
  on,
  reviewer: "Dr Vera Lane",
  finding: "upheld",
  text: hash("5"),
});

describe("arranging a panel's hearing", () => {
  it("names the day, the place and the members, one a line", () => {
    const theStory = stageThree();
    expect(eventsOf(theStory.ask(grace, arrange()))).toEqual([
      {
        type: "hearing-arranged",
        stage: 3,
        on: "2026-11-20",
        place: "Town Hall",
        members: threeMembers,
      },
    ]);
    expect(theStory.case.hearings).toEqual([
      { stage: 3, on: "2026-11-20", place: "Town Hall", members: threeMembers },
    ]);
  });

  it("takes the place of an earlier arrangement", () => {
    const theStory = stageThree().after(grace, arrange());
    theStory.after(grace, arrange({ on: "2026-11-10", place: "Library" }));
    expect(theStory.case.hearings).toEqual([
      { stage: 3, on: "2026-11-10", place: "Library", members: threeMembers },
    ]);
  });

  it("leaves the number of members to the council where the procedure names none", () => {
    const theStory = stageThree(salford).after(grace, arrange({ members: "Cllr Ann Poe" }));
    expect(hearingOf(theStory.case)?.members).toEqual(["Cllr Ann Poe"]);
  });

  const three = "This procedure's panel has 3 members; you named 2.";
  it.each<[string, CommandOf<"arrange-hearing">, string]>([
    ["a day that has passed", arrange({ on: "2026-11-09" }), "That day has passed."],
    ["too few members", arrange({ members: "Ann Poe\nBen Roy" }), three],
    ["a member named twice", arrange({ members: "Ann Poe\nBen Roy\nAnn Poe" }), three],
  ])("is refused for %s", (_what, command, message) => {
    const refusal = refusalOf(stageThree().ask(grace, command));
    expect(refusal.kind).toBe("not-possible");
    expect(refusal.message).toContain(message);
  });

  it("needs at least one member, whatever the procedure says", () => {
    const refusal = refusalOf(stageThree(salford).ask(grace, arrange({ members: " \n " })));
    expect(refusal.message).toBe("Name at least one member of the panel.");
  });
});

describe("recording a panel's hearing", () => {
  it.each([
    ["panel-met", "The panel met", children],
    ["panel-heard", "The panel heard the case", salford],
  ])("keeps what was found, and reaches the milestone %s", (milestone, title, policy) => {
    const theStory = stageThree(policy).after(grace, arrange());
    expect(eventsOf(theStory.ask(grace, record()))).toEqual([
      {
        type: "hearing-held",
        stage: 3,
        on: "2026-11-10",
        finding: "partly-upheld",
        text: hash("4"),
      },
      { type: "milestone-reached", stage: 3, milestone, title, on: "2026-11-10" },
    ]);
    expect(hearingOf(theStory.case)).toEqual({
      stage: 3,
      on: "2026-11-20",
      place: "Town Hall",
      members: threeMembers,
      found: { on: "2026-11-10", finding: "partly-upheld", text: hash("4") },
    });
  });

  it("leaves a milestone alone that somebody has recorded before", () => {
    const theStory = stageThree()
      .after(grace, arrange())
      .after(grace, { type: "record-milestone", milestone: "panel-met", on: "2026-11-10" });
    expect(eventsOf(theStory.ask(grace, record())).map(({ type }) => type)).toEqual([
      "hearing-held",
    ]);
  });

  it.each([
    ["a day that has not come", "2026-11-11", /^That day has not come yet/],
    ["a day before the stage began", "2026-11-09", /^That is before this stage began/],
  ])("is refused for %s", (_what, on, message) => {
    const refusal = refusalOf(stageThree().after(grace, arrange()).ask(grace, record(on)));
    expect(refusal.message).toMatch(message);
  });

  it("needs a hearing that was arranged, and happens once", () => {
    const theStory = stageThree();
    expect(inTheWay(theStory, "record-hearing")).toBe("Arrange the hearing first.");
    expect(inTheWay(theStory, "arrange-hearing")).toBeUndefined();
    theStory.after(grace, arrange());
    expect(inTheWay(theStory, "record-hearing")).toBeUndefined();
    theStory.after(grace, record());
    expect(inTheWay(theStory, "record-hearing")).toMatch(/is on record and stays so/);
    expect(inTheWay(theStory, "arrange-hearing")).toMatch(/is on record and stays so/);
  });
});

describe("recording the findings of a reviewer from outside", () => {
  it("keeps who reviewed it and what they found", () => {
    const theStory = stageThree(lewisham);
    expect(eventsOf(theStory.ask(grace, findings()))).toEqual([
      {
        type: "findings-recorded",
        stage: 3,
        on: "2026-11-10",
        reviewer: "Dr Vera Lane",
        finding: "upheld",
        text: hash("5"),
      },
    ]);
    expect(theStory.case.hearings).toEqual([
      {
        stage: 3,
        members: ["Dr Vera Lane"],
        found: { on: "2026-11-10", finding: "upheld", text: hash("5") },
      },
    ]);
    expect(inTheWay(theStory, "record-findings")).toMatch(/is on record and stays so/);
  });

  it.each([
    ["a day that has not come", "2026-11-11", /^That day has not come yet/],
    ["a day before the stage began", "2026-11-09", /^That is before this stage began/],
  ])("is refused for %s", (_what, on, message) => {
    expect(refusalOf(stageThree(lewisham).ask(grace, findings(on))).message).toMatch(message);
  });
});

describe("a stage that others decide", () => {
  it("waits for what they find before its response can go", () => {
    const panel = stageThree().after(grace, arrange());
    expect(findingAwaited(panel.case, children)).toBe(
      "The panel decides this stage. Record its hearing first.",
    );
    expect(findingAwaited(panel.after(grace, record()).case, children)).toBeUndefined();
    const review = stageThree(lewisham);
    expect(findingAwaited(review.case, lewisham)).toBe(
      "A reviewer from outside decides this stage. Record the findings first.",
    );
    expect(findingAwaited(review.after(grace, findings()).case, lewisham)).toBeUndefined();
    expect(findingAwaited(story.storyUntil("investigating").case, story.lgsco)).toBeUndefined();
  });

  const panelActions: readonly PersonAction[] = [
    ...(["arrange-hearing", "record-hearing", "record-findings"] as const),
  ];
  it.each([
    ["a panel", children, ["arrange-hearing"]],
    ["a reviewer", lewisham, ["record-findings"]],
  ])("offers the steps of %s, and no others", (_who, policy, expected) => {
    const offered = offeredActions(stageThree(policy).case, grace, policy).map(({ type }) => type);
    expect(offered.filter((type) => panelActions.includes(type))).toEqual(expected);
  });
});

describe("the forms of a panel", () => {
  it("start from the arrangement there is", () => {
    const theStory = stageThree();
    const blank = formOf(theStory, "arrange-hearing");
    expect(blank.intro).toEqual(["Three independent people, one of them in the chair."]);
    expect(fieldOf(blank, "on")).toMatchObject({ earliest: "2026-11-10" });
    expect(blank.fields.filter((field) => "value" in field)).toEqual([]);
    const filled = formOf(theStory.after(grace, arrange()), "arrange-hearing");
    expect(fieldOf(filled, "on")).toMatchObject({ value: "2026-11-20" });
    expect(fieldOf(filled, "place")).toMatchObject({ value: "Town Hall" });
    expect(fieldOf(filled, "members")).toMatchObject({ value: threeMembers.join("\n") });
  });

  it("ask for a new day once the arranged one has passed", () => {
    const theStory = stageThree().after(grace, arrange());
    const form = panelForms["arrange-hearing"].form({
      ...{ case: theStory.case, person: grace, policy: children, today: "2026-11-21" },
      ...{ calendar: shippedCalendar(), services: [], officers: [], colleagues: [] },
      ...{ councillors: [], approvers: [], procedures: [] },
    });
    expect(fieldOf(form, "on")).not.toHaveProperty("value");
    expect(fieldOf(form, "place")).toMatchObject({ value: "Town Hall" });
  });

  it("remind of the arrangement when the hearing is recorded", () => {
    const form = formOf(stageThree().after(grace, arrange()), "record-hearing");
    expect(form.intro?.[0]).toBe(
      "Arranged for Friday 20 November 2026 at Town Hall, with Ann Poe, Ben Roy, Cal Sim.",
    );
    expect(fieldOf(form, "on")).toMatchObject({ latest: "2026-11-10" });
    expect(shownIn(form, "finding")).toEqual(["Upheld", "Partly upheld", "Not upheld"]);
  });

  it("ask who reviewed it, when and what they found", () => {
    const form = formOf(stageThree(lewisham), "record-findings");
    expect(form.fields.map(({ name }) => name)).toEqual(["on", "reviewer", "finding", "text"]);
    expect(shownIn(form, "finding")).toEqual(["Upheld", "Partly upheld", "Not upheld"]);
  });
});

describe("the history of a panel", () => {
  it("says what was arranged, held and found", () => {
    const theStory = stageThree(salford).after(grace, arrange());
    expect(lastLine(theStory)).toEqual({
      what: "arranged the panel's hearing for Fri 20 Nov at Town Hall",
      kind: "decision",
      text: threeMembers.join("\n"),
    });
    theStory.after(grace, { type: "record-milestone", milestone: "panel-heard", on: "2026-11-10" });
    expect(lastLine(theStory.after(grace, record())).what).toBe(
      "recorded the panel's hearing of Tue 10 Nov: partly upheld",
    );
    expect(lastLine(stageThree(lewisham).after(grace, findings())).what).toBe(
      "recorded the findings of Dr Vera Lane of Tue 10 Nov: upheld",
    );
  });
});
