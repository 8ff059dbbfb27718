import { describe, expect, it } from "vitest";
import { actionForms } from "#api/domain/case/action-forms.ts";
import type { Case, CaseStatus } from "#api/domain/case/case.ts";
import type { CommandOf, PersonCommand } from "#api/domain/case/commands.ts";
import { decide } from "#api/domain/case/decide.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { policies, policyOf } from "#api/domain/policy/catalogue.ts";
import { after, calendar, caseUnder, field, refusal } from "../dated-case.ts";
import { formOf, inTheWay, lastLine, shownIn } from "../forms.ts";
import { ada, ewa, grace, helen, ida, priya, tom } from "../people.ts";
import { draft, eventsOf, lgsco, refusalOf, stageTwo, storyUntil, type Story } from "../story.ts";

const housing = policyOf("housing-ombudsman-2024");
const route: CommandOf<"route"> = {
  ...{ type: "route", policy: housing.id, reason: "We are the landlord." },
};
const assign = ({ id }: Person): PersonCommand => ({ type: "assign", officer: id });
const handOver = ({ id }: Person, note = ""): PersonCommand => ({
  ...{ type: "hand-over", officer: id, note },
});
const accept: PersonCommand = { type: "accept" };
const decline: PersonCommand = { type: "decline", reason: "I know the family." };
const partner: Person = { ...ada, roles: ["case-officer"], organisation: "Wexcombe Homes" };

/** Tom has the case and has not said yet whether he takes it. */
const givenToTom = () => storyUntil("allocation").after(priya, assign(tom));

describe("moving a case to another procedure", () => {
  it.each<CaseStatus>(["triage", "allocation", "investigating"])(
    "in %s keeps its day of receipt, its place and its officer",
    (status) => {
      const story = storyUntil(status);
      const { receivedAt, stages, officer } = story.case;
      const policy = { id: housing.id, version: housing.version };
      expect(eventsOf(story.ask(priya, route))).toEqual([
        { type: "case-routed", policy, policyTitle: housing.title, reason: route.reason },
      ]);
      expect(story.case).toMatchObject({ status, policy, receivedAt, stage: 1 });
      expect([story.case.stages, story.case.officer]).toEqual([stages, officer]);
    },
  );

  it.each([
    ["that nobody knows", "nowhere-1999", policies, "does not follow that procedure"],
    ["that the council has not adopted", housing.id, [lgsco], "does not follow that procedure"],
    ["that it is under", lgsco.id, policies, "is under that procedure already"],
  ] as const)("is refused to one %s", (...[, policy, adopted, message]) => {
    const story = storyUntil("triage");
    const decision = decide(story.case, { ...route, policy }, { ...story.context(priya), adopted });
    expect(refusalOf(decision).kind).toBe("not-possible");
    expect(refusalOf(decision).message).toContain(message);
  });

  it("is over once stage 1 was answered", () => {
    const kept = "It has been answered under this procedure, which it keeps.";
    expect(inTheWay(storyUntil("answered"), "route")).toBe(kept);
    expect(refusalOf(stageTwo(grace).ask(priya, route)).message).toBe(kept);
  });

  it("leaves the quicker way behind, whose criteria the former procedure set", () => {
    const quick = caseUnder("stockton-2019", 1, { route: "early-resolution" });
    expect(after(quick, route).stages).toEqual(caseUnder("stockton-2019").stages);
  });

  it("offers every procedure but the one it is under", () => {
    const { case: theCase } = storyUntil("triage");
    const none = { services: [], officers: [], colleagues: [], councillors: [], approvers: [] };
    const form = actionForms.route.form({
      ...{ case: theCase, person: priya, policy: lgsco, calendar, today: "2026-11-10", ...none },
      procedures: [lgsco, housing].map(({ id, title }) => ({ id, name: title })),
    });
    expect(field(form, "policy")).toMatchObject({
      choices: [{ id: housing.id, name: housing.title }],
    });
    expect(form.intro).toEqual([
      `It is under: ${lgsco.title}.`,
      "The day of receipt stays; the dates are counted anew under the other procedure.",
    ]);
  });
});

describe("giving a case to somebody", () => {
  it.each<[string, Case, Person, string]>([
    ["who has it", givenToTom().case, tom, "Tom Okafor has it already."],
    ["who is a stranger", caseUnder("lgsco-2024"), ada, "not in the directory"],
    ["who handles no complaints", caseUnder("lgsco-2024"), helen, "does not handle complaints"],
    ["outside a restricted procedure", caseUnder("children-act-1989"), ewa, "not a member"],
    ["of the service", caseUnder("leicester-2016"), tom, "belongs to the service"],
    ["who is no reviewer", caseUnder("lewisham-2009", 3), ewa, "no independent reviewer"],
  ])("is refused of somebody %s", (...[, theCase, officer, message]) => {
    expect(refusal(theCase, assign(officer))).toContain(message);
  });

  it("lets a reviewer take an external stage, or the complaints team see to it", () => {
    const theCase = caseUnder("lewisham-2009", 3);
    for (const officer of [ida, priya]) {
      expect(after(theCase, assign(officer)).officer?.id).toBe(officer.id);
    }
  });

  it("by hand-over is refused for the same reasons", () => {
    const story = givenToTom();
    const refused = [tom, ada, helen].map(
      (officer) => refusalOf(story.ask(tom, handOver(officer))).message,
    );
    expect(refused).toEqual([
      "Tom Okafor has it already.",
      "That person is not in the directory.",
      "Helen Marsh does not handle complaints. Choose a case officer or a complaints officer.",
    ]);
  });

  it.each([
    ["complaints-team", grace],
    ["service", ewa],
    ["partner", partner],
  ] as const)("puts it in the hands of the %s that they belong to", (team, officer) => {
    const assigned = storyUntil("allocation").after(priya, assign(officer), [officer]);
    const handed = givenToTom().after(tom, accept).after(tom, handOver(officer), [officer]);
    for (const story of [assigned, handed]) {
      const { id, name } = officer;
      expect(story.case).toMatchObject({ status: "investigating" });
      // Whoever is given it has not taken it on, whatever the one before them had.
      expect(story.case.officer).toEqual({ id, name, team });
    }
  });

  it.each(["assign", "hand-over"] as const)("offers the officers to %s it to", (action) => {
    expect(shownIn(formOf(givenToTom(), action), "officer")).toContain("Ewa Kowalska");
  });
});

describe("whoever was given a case", () => {
  it.each([
    ["saying so", accept],
    ["beginning to write", draft()],
  ])("takes it on by %s, once", (_how, command) => {
    const story = givenToTom();
    const at = story.now;
    expect(story.after(tom, command).case.officer?.acceptedAt).toBe(at);
    expect(inTheWay(story, "accept")).toBe("You have taken it already.");
    expect(refusalOf(story.ask(tom, accept)).kind).toBe("not-possible");
  });

  it("has not taken it on because somebody else writes in their place", () => {
    const { officer } = givenToTom().after(priya, draft()).case;
    expect(officer).toEqual({ id: "tom", name: "Tom Okafor", team: "service" });
  });

  it("may decline it, which gives it back to be assigned", () => {
    const story = givenToTom().after(tom, decline);
    expect(story.case.status).toBe("allocation");
    expect(story.case.officer).toBeUndefined();
  });
});

describe("the history of who had a case", () => {
  it.each<[string, Story, Person, PersonCommand, string?]>([
    [`moved it to another procedure: ${housing.title}`, givenToTom(), priya, route, route.reason],
    ["assigned it to Tom Okafor", storyUntil("allocation"), priya, assign(tom)],
    ["took it on", givenToTom(), tom, accept],
    ["declined it", givenToTom(), tom, decline, "I know the family."],
    ["handed it over to Ewa Kowalska", givenToTom(), tom, handOver(ewa)],
    ["handed it over to Grace Bello", givenToTom(), tom, handOver(grace, "Ring her."), "Ring her."],
  ])("says: %s", (...[what, story, person, command, text]) => {
    const said = { what, kind: "decision" };
    expect(lastLine(story.after(person, command))).toEqual(
      text === undefined ? said : { ...said, text },
    );
  });
});
