import type { PolicyShape } from "./policy-shape.ts";
import type { StageRule } from "./stage-rule.ts";

type PartFault = { readonly path: readonly (string | number)[]; readonly message: string };

/** What no part of a policy can see on its own: names used twice, or that lead nowhere. */
export function faultsBetweenParts(policy: PolicyShape): PartFault[] {
  return [
    ...faultsOfDates(policy),
    ...faultsOfNames(policy),
    ...policy.stages.flatMap((stage, index) => faultsOfStage(stage, index)),
    ...faultsOfLastStage(policy),
    ...faultsOfCaseTypes(policy),
    ...faultsOfLetters(policy),
  ];
}

function faultsOfDates({ effective }: PolicyShape): PartFault[] {
  if (effective.to === undefined || effective.to >= effective.from) return [];
  return [{ path: ["effective", "to"], message: "It ends before it begins." }];
}

function faultsOfNames(policy: PolicyShape): PartFault[] {
  const clocks = policy.stages.flatMap((stage, s) =>
    stage.clocks.map(({ id }, c) => ({ id, path: ["stages", s, "clocks", c, "id"] })),
  );
  const types = policy.caseTypes.map(({ id }, t) => ({ id, path: ["caseTypes", t, "id"] }));
  const letters = policy.letters.map(({ id }, l) => ({ id, path: ["letters", l, "id"] }));
  const outcomes = policy.outcomes.map(({ id }, o) => ({ id, path: ["outcomes", o, "id"] }));
  // A pause is asked for by its words, so those are to be told apart as well as the names.
  const pauses = policy.pauses.map(({ id }, p) => ({ id, path: ["pauses", p, "id"] }));
  const waits = policy.pauses.map(({ words }, p) => ({ id: words, path: ["pauses", p, "words"] }));
  return [clocks, types, letters, outcomes, pauses, waits].flatMap(usedTwice);
}

function usedTwice(named: readonly { id: string; path: (string | number)[] }[]): PartFault[] {
  return named
    .filter(({ id }, index) => named.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({ path, message: `“${id}” is used more than once.` }));
}

function faultsOfStage(stage: StageRule, index: number): PartFault[] {
  const at = (...rest: (string | number)[]) => ["stages", index, ...rest];
  const happenings = [
    "started",
    "acknowledged",
    "answered",
    ...stage.milestones.map(({ id }) => id),
  ];
  const faults: PartFault[] = [];
  if (stage.stage !== index + 1) {
    faults.push({ path: at("stage"), message: "Number the stages 1, 2, 3… in order." });
  }
  if (stage.after.some((earlier) => earlier >= stage.stage)) {
    faults.push({ path: at("after"), message: "Only earlier stages can come before this one." });
  }
  if (!stage.clocks.some((clock) => clock.kind === "response" && clock.stops === "answered")) {
    faults.push({ path: at("clocks"), message: "A stage needs a response clock." });
  }
  stage.clocks.forEach((clock, c) => {
    for (const end of ["from", "stops"] as const) {
      if (happenings.includes(clock[end])) continue;
      const message = `“${clock[end]}” does not happen in this stage.`;
      faults.push({ path: at("clocks", c, end), message });
    }
    if (stage.clocks.slice(c).some(({ stops }) => stops === clock.from)) {
      const message = `Put the clock that “${clock.from}” stops before this one.`;
      faults.push({ path: at("clocks", c, "from"), message });
    }
    if (clock.route !== undefined && !stage.routes.some(({ id }) => id === clock.route)) {
      const message = `This stage has no route “${clock.route}”.`;
      faults.push({ path: at("clocks", c, "route"), message });
    }
  });
  return faults;
}

function faultsOfLastStage({ stages }: PolicyShape): PartFault[] {
  if (stages.at(-1)?.window === undefined) return [];
  const message = "There is no next stage that could be asked for.";
  return [{ path: ["stages", stages.length - 1, "window"], message }];
}

function faultsOfCaseTypes(policy: PolicyShape): PartFault[] {
  const known = policy.stages.flatMap((stage) => stage.clocks.map(({ id }) => id));
  const faults: PartFault[] = policy.caseTypes.flatMap((type, t) =>
    type.clocks
      .filter((clock) => !known.includes(clock))
      .map((clock) => ({
        path: ["caseTypes", t, "clocks"],
        message: `There is no clock “${clock}”.`,
      })),
  );
  if (!policy.caseTypes.some(({ countsAs }) => countsAs === "complaint")) {
    faults.push({ path: ["caseTypes"], message: "One case type must count as a complaint." });
  }
  return faults;
}

function faultsOfLetters(policy: PolicyShape): PartFault[] {
  return policy.letters.flatMap(({ stage, route }, l): PartFault[] => {
    const rule = policy.stages.find((one) => one.stage === stage);
    if (stage !== undefined && rule === undefined) {
      return [{ path: ["letters", l, "stage"], message: `There is no stage ${stage}.` }];
    }
    if (route === undefined || rule?.routes.some(({ id }) => id === route) === true) return [];
    const message = `“${route}” is no route of the letter’s stage.`;
    return [{ path: ["letters", l, "route"], message }];
  });
}
