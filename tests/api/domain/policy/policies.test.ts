import { describe, expect, it, test } from "vitest";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { explainRule } from "#api/domain/clocks/explain-rule.ts";
import {
  findPolicy,
  latestOf,
  policies,
  policyFor,
  policyOf,
  shippedPolicy,
} from "#api/domain/policy/catalogue.ts";
import { ombudsmanName } from "#api/domain/policy/ombudsman.ts";
import { limitWords } from "#api/domain/policy/policy-page.ts";
import { workingDayVectors } from "#tests/api/domain/calendar/due-dates.ts";

/** Every deadline of a policy as its document has it. */
function limitsOf(id: string): Record<string, string> {
  const clocks = policyOf(id).stages.flatMap((stage) => stage.clocks);
  return Object.fromEntries(clocks.map((clock) => [clock.id, limitWords(clock.limit)]));
}

function signOffs(id: string) {
  return policyOf(id).stages.map(({ signOff, signedOffBy }) => [signOff, signedOffBy]);
}

describe("each policy holds its document’s numbers:", () => {
  test("Salford 2009, ten days at each of three levels, the last a members’ panel", () => {
    expect(limitsOf("salford-2009")).toMatchObject({
      "level-1": "10 working days",
      "level-2": "10 working days",
      "level-3": "10 working days",
    });
    const policy = policyOf("salford-2009");
    expect(policy.stages.map(({ decidedBy }) => decidedBy)).toEqual([
      "officer",
      "officer",
      "panel",
    ]);
    expect(policy.flags.map(({ id }) => id)).toEqual([
      "member-sponsor",
      "chief-executive-interest",
    ]);
  });

  test("Lewisham 2009, 10, 20 and 30 days, and 10 for an MP, the Mayor or a councillor", () => {
    expect(limitsOf("lewisham-2009")).toMatchObject({
      "stage-1": "10 working days",
      member: "10 working days",
      "stage-2": "20 working days",
      "stage-3": "30 working days",
    });
    const policy = policyOf("lewisham-2009");
    expect(policy.stages.map(({ answeredBy }) => answeredBy)).toEqual([
      "Service Manager",
      "Head of Service or Executive Director",
      "Independent Adjudicator",
    ]);
    expect(policy.stages[2]?.decidedBy).toBe("external-reviewer");
  });

  test("the London borough until December 2021, 4 days, then 10, 20 and 20 in three stages", () => {
    expect(limitsOf("borough-2021-03")).toEqual({
      acknowledge: "4 working days",
      "stage-1": "10 working days",
      "stage-2-acknowledge": "4 working days",
      "stage-2": "20 working days",
      "stage-3-acknowledge": "4 working days",
      "stage-3": "20 working days",
    });
    const [first, second, third] = policyOf("borough-2021-03").stages;
    expect(first?.signedOffBy).toBe("Head of Service or Assistant Director");
    expect(third?.signedOffBy).toBe("Chief Executive");
    expect(third?.after).toEqual([1, 2]);
    expect([first, second].map((stage) => stage?.window && limitWords(stage.window.limit))).toEqual(
      ["28 calendar days", "28 calendar days"],
    );
  });

  test("the London borough from December 2021, 2 days, then 20 and 20 in two stages", () => {
    expect(limitsOf("borough-2021-12")).toEqual({
      acknowledge: "2 working days",
      "stage-1": "20 working days",
      "stage-2-acknowledge": "2 working days",
      "stage-2": "20 working days",
    });
    expect(signOffs("borough-2021-12")).toEqual([
      ["head-of-service", "Head of Service"],
      ["director", "Director or Executive Director"],
    ]);
  });

  test("Leicester 2016, an agreed date, two triage levels, an investigator away from the service", () => {
    const policy = policyOf("leicester-2016");
    const response = policy.stages[0]?.clocks.find(({ kind }) => kind === "response");
    expect(response?.agreedDate).toBeDefined();
    expect(policy.triage.levels).toHaveLength(2);
    expect(policy.stages).toHaveLength(1);
    expect(policy.stages[0]?.routes.map(({ id }) => id)).toEqual(["informal"]);
    expect(policy.stages[0]?.independence.awayFromService).toBe(true);
    expect(policy.outcomes.map(({ words }) => words)).toEqual([
      "Justified",
      "Partly justified",
      "Unjustified",
      "Withdrawn",
    ]);
  });

  test("Stockton 2019, 1 day, 3 for early resolution within stage 1, 25 and 20", () => {
    expect(limitsOf("stockton-2019")).toEqual({
      acknowledge: "1 working day",
      "early-resolution": "3 working days",
      "stage-1": "25 working days",
      "stage-2-acknowledge": "1 working day",
      "stage-2": "20 working days",
    });
    const policy = policyOf("stockton-2019");
    expect(policy.effective.from).toBe("2019-10-01");
    expect(policy.stages).toHaveLength(2);
    expect(policy.caseTypes.map(({ id }) => id)).toEqual([
      "complaint",
      "compliment",
      "commendation",
      "comment",
      "service-request",
    ]);
  });

  test.each(["lgsco-2024", "housing-ombudsman-2024"])(
    "%s, 5 days, 10 and 10 more, then 5, 20 and 20 more",
    (id) => {
      expect(limitsOf(id)).toEqual({
        acknowledge: "5 working days",
        "stage-1": "10 working days",
        "stage-2-acknowledge": "5 working days",
        "stage-2": "20 working days",
      });
      const responses = policyOf(id).stages.flatMap(({ clocks }) =>
        clocks.filter(({ kind }) => kind === "response"),
      );
      expect(responses.map(({ from }) => from)).toEqual(["acknowledged", "acknowledged"]);
      expect(responses.map(({ extension }) => extension?.workingDays)).toEqual([10, 20]);
      expect(responses.map(({ extension }) => extension?.times)).toEqual([1, 1]);
      expect(policyOf(id).stages.map(({ signOff }) => signOff)).toEqual([
        "head-of-service",
        "director",
      ]);
    },
  );

  test("the Children Act, 10 to 20, 25 to 65, then a panel in 30, its report in 5, a reply in 15", () => {
    expect(limitsOf("children-act-1989")).toMatchObject({
      "stage-1": "10 working days",
      "stage-2": "25 working days",
      "panel-meeting": "30 working days",
      "panel-report": "5 working days",
      "stage-3": "15 working days",
    });
    const policy = policyOf("children-act-1989");
    expect(policy.restricted).toBe(true);
    expect(policy.stages[2]?.panel?.members).toBe(3);
    expect(policy.stages.map(({ window }) => window && limitWords(window.limit))).toEqual([
      "20 working days",
      "20 working days",
      undefined,
    ]);
  });

  test("adult social care, 3 days, six months the first day counted in, then the Ombudsman", () => {
    expect(limitsOf("adult-social-care-2009")).toMatchObject({
      acknowledge: "3 working days",
      response: "6 months, the first day counted in",
    });
    expect(policyOf("adult-social-care-2009").stages).toHaveLength(1);
    expect(policyOf("adult-social-care-2009").restricted).toBe(true);
  });

  test("member enquiries, 10 days; an Ombudsman’s enquiry, the day its letter names", () => {
    expect(limitsOf("member-enquiry").response).toBe("10 working days");
    expect(policyOf("ombudsman-enquiry").stages[0]?.clocks[0]?.agreedDate).toContain("letter");
  });
});

describe("the pauses of a policy", () => {
  const pausesOf = (id: string) => policyOf(id).pauses.map((pause) => pause.id);

  it("are none in either Code, nor where an enquiry waits for the council alone", () => {
    const none = ["lgsco-2024", "housing-ombudsman-2024", "member-enquiry", "ombudsman-enquiry"];
    for (const id of none) expect(pausesOf(id), id).toEqual([]);
  });

  it("are what the statutory procedures wait for", () => {
    expect(pausesOf("children-act-1989")).toEqual(["concurrent-proceedings"]);
    expect(pausesOf("adult-social-care-2009")).toEqual(["clarification"]);
  });

  it("that the document of a council knows nothing of are said to be left open by it", () => {
    const councils = policies.filter(({ code, pauses }) => code !== undefined && pauses.length > 0);
    expect(councils.map(({ id }) => id)).toEqual([
      "borough-2021-03",
      "borough-2021-12",
      "leicester-2016",
      "lewisham-2009",
      "salford-2009",
      "stockton-2019",
    ]);
    for (const { id, leftOpen } of councils) {
      expect(leftOpen.join(" "), id).toContain("says nothing of pauses");
    }
  });
});

describe("whoever answers a stage", () => {
  it("is independent of the council’s services where the document wants it so", () => {
    const independent = policies.flatMap(({ id, stages }) =>
      stages
        .filter(({ responder }) => responder === "independent-reviewer")
        .map(({ stage }) => `${id} ${stage}`),
    );
    expect(independent).toEqual(["children-act-1989 2", "lewisham-2009 3"]);
  });
});

describe("a worked due date", () => {
  const asked: readonly (readonly [vector: string, policy: string, clock: string])[] = [
    ["T01", "stockton-2019", "acknowledge"],
    ["T02", "stockton-2019", "early-resolution"],
    ["T03", "stockton-2019", "stage-1"],
    ["T05", "stockton-2019", "stage-2"],
    ["T06", "stockton-2019", "early-resolution"],
    ["T40", "stockton-2019", "acknowledge"],
    ["T07", "borough-2021-12", "acknowledge"],
    ["T09", "borough-2021-12", "stage-2"],
    ["T10", "borough-2021-03", "acknowledge"],
    ["T12", "borough-2021-03", "stage-2"],
    ["T14", "lewisham-2009", "stage-1"],
    ["T17", "lewisham-2009", "member"],
    ["T18", "salford-2009", "level-1"],
    ["T20", "lgsco-2024", "acknowledge"],
    ["T21", "housing-ombudsman-2024", "stage-1"],
    ["T23", "lgsco-2024", "stage-1"],
    ["T25", "lgsco-2024", "stage-2-acknowledge"],
    ["T26", "housing-ombudsman-2024", "stage-2"],
    ["T28", "lgsco-2024", "acknowledge"],
    ["T31", "children-act-1989", "stage-1"],
    ["T34", "children-act-1989", "stage-2"],
    ["T36", "children-act-1989", "panel-meeting"],
    ["T37", "children-act-1989", "panel-report"],
    ["T39", "adult-social-care-2009", "acknowledge"],
  ];

  test.each(asked)("%s is what %s gives for its clock %s", (id, policy, name) => {
    const vector = workingDayVectors.find((one) => one.id === id);
    const from = { date: vector?.day0 ?? "" };
    const explained = explainRule(policyOf(policy), { name, from }, shippedCalendar());
    expect(explained?.due).toBe(vector?.due);
    expect(explained?.skipped.map(({ date }) => date)).toEqual(vector?.skipped);
  });
});

describe("the policy of a case", () => {
  const borough = [policyOf("borough-2021-12"), policyOf("borough-2021-03")];

  it("is the one in force the day it arrived, however the policy changed later", () => {
    expect(policyFor("2021-11-30", borough)?.id).toBe("borough-2021-03");
    expect(policyFor("2021-12-01", borough)?.id).toBe("borough-2021-12");
    expect(policyFor("2030-01-01", borough)?.id).toBe("borough-2021-12");
    expect(policyFor("2021-02-28", borough)).toBeUndefined();
  });

  it("is the last that came into force, whatever the order they are listed in, and none once it ended", () => {
    const listed = [policyOf("lewisham-2009"), policyOf("stockton-2019")];
    for (const adopted of [listed, listed.toReversed()]) {
      expect(policyFor("2019-09-30", adopted)?.id).toBe("lewisham-2009");
      expect(policyFor("2019-10-01", adopted)?.id).toBe("stockton-2019");
    }
    const ended = [policyOf("borough-2021-03")];
    expect(policyFor("2021-11-30", ended)?.id).toBe("borough-2021-03");
    expect(policyFor("2021-12-01", ended)).toBeUndefined();
  });

  it("is in its latest version the one with the highest number", () => {
    const lgsco = policyOf("lgsco-2024");
    const versions = ["9", "10", "2"].map((version) => ({ ...lgsco, version }));
    expect(latestOf(versions)?.version).toBe("10");
    expect(latestOf([])).toBeUndefined();
  });

  it("is found by id, by default in its latest version, and never guessed", () => {
    expect(findPolicy("lgsco-2024")?.version).toBe("1");
    expect(findPolicy("lgsco-2024", "1")?.id).toBe("lgsco-2024");
    expect(findPolicy("lgsco-2024", "2")).toBeUndefined();
    expect(findPolicy("salford-2010")).toBeUndefined();
    expect(() => policyOf("salford-2010", "3")).toThrow(
      "There is no policy salford-2010 version 3.",
    );
    expect(() => policyOf("salford-2010")).toThrow("There is no policy salford-2010.");
  });

  it("stops the product from starting when it is faulty, with every fault named", () => {
    const faulty = { ...policyOf("lgsco-2024"), version: "one", source: "" };
    expect(() => shippedPolicy(faulty)).toThrow(
      "The policy lgsco-2024 cannot be used.\nversion: Number the versions 1, 2, 3…\nsource: Write some words.",
    );
  });

  it("names the Ombudsman its letters send people to", () => {
    expect(ombudsmanName(policyOf("lgsco-2024"))).toBe(
      "Local Government and Social Care Ombudsman",
    );
    expect(ombudsmanName(policyOf("housing-ombudsman-2024"))).toBe("Housing Ombudsman Service");
    expect(ombudsmanName(policyOf("lewisham-2009"))).toBe("Local Government Ombudsman");
  });

  it("has its own id and version, and says how to complain to an Ombudsman in its last letter", () => {
    const versions = policies.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(versions).size).toBe(policies.length);
    for (const policy of policies.filter(({ procedure }) => !procedure.endsWith("enquiry"))) {
      const last = policy.letters.find(
        ({ id, stage }) => stage === policy.stages.length && id.endsWith("-response"),
      );
      expect(last?.mustContain.map(({ id }) => id)).toContain("ombudsman");
    }
  });
});
