import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { maySee } from "#api/domain/case/may-see.ts";
import { roles, type Person, type Role } from "#api/domain/people/actor.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import {
  amina,
  david,
  everybody,
  ewa,
  grace,
  helen,
  ida,
  lena,
  martin,
  olu,
  priya,
  rosa,
  sunita,
  tom,
  wilma,
} from "./people.ts";
import { log, Story, storyUntil } from "./story.ts";

const policyIn = ({ policy }: Case) => policyOf(policy.id, policy.version);
const sees = (theCase: Case, person: Person) => maySee(theCase, person, policyIn(theCase));

const whoSees = (theCase: Case) =>
  everybody.filter((person) => sees(theCase, person)).map(({ id }) => id);

const ids = (...people: readonly Person[]) => people.map(({ id }) => id);

describe("a case is seen", () => {
  it("before it has a service by the complaints team and auditors alone", () => {
    expect(whoSees(storyUntil("triage").case)).toEqual(ids(priya, grace, olu));
  });

  it("of a service by its officers, heads and directors too", () => {
    const seers = ids(priya, grace, tom, helen, sunita, david, martin, olu, wilma);
    expect(whoSees(storyUntil("allocation").case)).toEqual(seers);
  });

  it("by an officer of another service once they have it, and no longer when it has gone on", () => {
    const story = storyUntil("allocation").after(priya, { type: "assign", officer: ewa.id });
    expect(sees(story.case, ewa)).toBe(true);
    story.after(priya, { type: "assign", officer: tom.id });
    expect(sees(story.case, ewa)).toBe(false);
  });

  it("by the approver of its letter, whatever their service", () => {
    const elsewhere = { ...helen, services: ["housing"] };
    expect(sees(storyUntil("awaiting-approval").case, elsewhere)).toBe(true);
    expect(sees(storyUntil("answered").case, elsewhere)).toBe(false);
  });

  it("by the councillor who sponsors it and by no other", () => {
    const sponsor = { sponsor: amina.id, sponsorName: amina.name };
    const story = new Story().after("citizen", { ...log, ...sponsor });
    expect(sees(story.case, amina)).toBe(true);
    expect(sees(story.case, { ...amina, id: "another" })).toBe(false);
    expect(sees(storyUntil("triage").case, amina)).toBe(false);
  });

  it("by a councillor as a councillor, even of the ward that the service serves", () => {
    expect(sees(storyUntil("answered").case, { ...amina, services: ["waste"] })).toBe(false);
  });

  it("no longer by whoever lost their role, whatever they were once given", () => {
    const story = storyUntil("awaiting-approval");
    for (const person of [tom, helen, priya]) {
      expect(sees(story.case, { ...person, roles: [] }), person.name).toBe(false);
    }
  });

  it("by the people of every service that answers a point of it, until the point is dropped", () => {
    const point = { type: "add-point", title: "The refund", service: "revenues" } as const;
    const story = storyUntil("allocation").after(priya, point);
    expect(sees(story.case, ewa)).toBe(true);
    const dropped = { type: "drop-point", point: "1", reason: "Paid meanwhile." } as const;
    story.after(priya, dropped);
    expect(sees(story.case, ewa)).toBe(false);
  });
});

const someone = (role: Role, id = "someone"): Person => ({
  ...ewa,
  id,
  roles: [role],
  services: [],
});
const question = { id: "1", question: "When?", due: "2026-11-12", askedBy: priya, askedAt: "" };
const askedOf = (person: Person): Partial<Case> => ({ requests: [{ ...question, to: person }] });
const remedyOf = (person: Person): Partial<Case> => ({
  remedies: [
    {
      id: "1",
      kind: "action",
      what: "Empty the bin",
      owner: { name: person.name, person: person.id },
      due: "2026-11-20",
    },
  ],
});
const enquiry: Partial<Case> = {
  ombudsman: [
    {
      id: "1",
      ombudsman: "lgsco",
      reference: "26 001 234",
      on: "2026-11-10",
      asks: "The file",
      due: "2026-11-24",
    },
  ],
};

describe("of a case of another service, with nothing to do with it", () => {
  const council: readonly Role[] = ["complaints-officer", "auditor"];

  it.each(roles.map((role) => [role, council.includes(role)] as const))(
    "somebody who is only %s sees it: %s",
    (role, seen) => {
      expect(sees(storyUntil("investigating").case, someone(role))).toBe(seen);
    },
  );

  const concerned: readonly [string, (person: Person) => Partial<Case>, readonly Role[]][] = [
    [
      "was asked something",
      askedOf,
      [
        ...council,
        ...(["case-officer", "contributor", "head-of-service", "director"] as const),
        ...(["independent-reviewer", "link-officer"] as const),
      ],
    ],
    [
      "sees to a remedy",
      remedyOf,
      [
        ...council,
        ...(["case-officer", "contributor", "head-of-service", "director"] as const),
        ...(["independent-reviewer", "link-officer"] as const),
      ],
    ],
    [
      "has the case",
      ({ id, name }) => ({ officer: { id, name, team: "service" } }),
      [...council, "case-officer", "head-of-service", "director", "independent-reviewer"],
    ],
    ["hears that the Ombudsman asked", () => enquiry, [...council, "link-officer"]],
  ];

  it.each(concerned)("whoever %s sees it in the roles that do so", (_what, facts, may) => {
    const { case: theCase } = storyUntil("investigating");
    const seers = roles.filter((role) => {
      const person = someone(role);
      return sees({ ...theCase, ...facts(person) }, person);
    });
    expect(new Set(seers)).toEqual(new Set(may));
  });

  it("a question that was taken back opens nothing any more", () => {
    const requests = [{ ...question, to: rosa, withdrawn: "Not needed." }];
    const asked = { ...rosa, services: [] };
    expect(sees({ ...storyUntil("triage").case, requests }, asked)).toBe(false);
  });
});

it("the link officer sees what came from the Ombudsman as an enquiry", () => {
  const { case: theCase } = new Story(policyOf("ombudsman-enquiry")).after("citizen", log);
  expect(sees(theCase, lena)).toBe(true);
  expect(sees(theCase, ida)).toBe(false);
});

describe("a case of a restricted procedure", () => {
  const theCase: Case = {
    ...new Story(policyOf("children-act-1989")).after("citizen", log).case,
    service: "waste",
    officer: { id: tom.id, name: tom.name, team: "service" },
    sponsors: [{ id: "1", name: "", capacity: "councillor", consent: true, person: amina.id }],
    ...askedOf(rosa),
    ...enquiry,
  };

  it("is seen by nobody who is not a member of the procedure, whatever their role", () => {
    expect(whoSees(theCase)).toEqual([]);
    const elsewhere = { ...priya, procedures: ["adult-social-care"] };
    expect(sees(theCase, elsewhere)).toBe(false);
  });

  it("is seen by its members as their roles allow", () => {
    const members = everybody.map((one) => ({ ...one, procedures: ["children"] }));
    const seers = members.filter((person) => sees(theCase, person)).map(({ id }) => id);
    expect(seers).toEqual(
      ids(priya, grace, tom, helen, sunita, david, martin, amina, olu, wilma, rosa, lena),
    );
  });
});

describe("a restricted case", () => {
  const restrict: PersonCommand = {
    type: "restrict-access",
    members: [grace.id, ewa.id],
    reason: "It is about a colleague.",
  };
  const story = () => storyUntil("awaiting-approval").after(priya, restrict);

  it("is seen by those it names, whoever restricted it, its officer and its approver alone", () => {
    expect(whoSees(story().case)).toEqual(ids(priya, grace, tom, ewa, helen));
  });

  it("is seen by nobody it names whose role sees no case", () => {
    for (const role of ["member-responsible", "administrator", "councillor"] as const) {
      expect(sees(story().case, { ...ewa, roles: [role] }), role).toBe(false);
    }
  });

  it("opens again to everybody as before", () => {
    const opened = { type: "open-access", reason: "Settled." } as const;
    expect(whoSees(story().after(grace, opened).case)).toEqual(
      whoSees(storyUntil("awaiting-approval").case),
    );
  });
});

describe("the people of a partner organisation", () => {
  const partner = (role: Role, services: readonly string[] = ["housing"]): Person => ({
    ...someone(role, "partner"),
    services,
    organisation: "Harbour Homes",
  });
  const { case: theirs } = storyUntil("investigating");

  it("see the cases of their own services", () => {
    expect(sees({ ...theirs, service: "housing" }, partner("case-officer"))).toBe(true);
    expect(sees(theirs, partner("case-officer"))).toBe(false);
  });

  it.each(["complaints-officer", "auditor", "link-officer"] as const)(
    "do not see the council's cases by being %s there",
    (role) => {
      expect(sees({ ...theirs, ...enquiry }, partner(role, []))).toBe(false);
    },
  );

  it.each(["complaints-officer", "case-officer", "contributor"] as const)(
    "see as %s what they were asked",
    (role) => {
      const person = partner(role, []);
      expect(sees({ ...theirs, ...askedOf(person) }, person)).toBe(true);
    },
  );
});
