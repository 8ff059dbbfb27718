import express, { type Router } from "express";
import { faultRequestSchema, type FaultsAnswer } from "../api.ts";
import type { FaultChoice } from "./fault-choices.ts";
import { answerProblem, validOr400 } from "./problems.ts";

/** Makes the estate's Microsoft 365 misbehave by hand, and well again. */
export const faultRoutes = (choices: readonly FaultChoice[]): Router => {
  const router = express.Router();
  router.use(express.json());
  const answer = (): FaultsAnswer => ({ words: summaryOf(choices), faults: choices.map(shown) });

  router.get("/", (_request, response) => void response.json(answer()));
  router.post("/:fault", (request, response) => {
    const choice = choices.find(({ id }) => id === request.params.fault);
    if (choice === undefined) {
      answerProblem(response, 404, `There is no fault ${request.params.fault}.`);
      return;
    }
    const asked = validOr400(faultRequestSchema, request.body, response);
    if (asked === undefined) return;
    choice.set(asked.times);
    response.json(answer());
  });
  router.delete("/", (_request, response) => {
    for (const choice of choices) choice.set(0);
    response.json(answer());
  });
  return router;
};

const shown = (choice: FaultChoice): FaultsAnswer["faults"][number] => {
  const { id, group, title, words, unit } = choice;
  const left = choice.left();
  return { id, group, title, words, left, state: stateOf(left, unit), unit: [...unit] };
};

const stateOf = (left: FaultsAnswer["faults"][number]["left"], unit: FaultChoice["unit"]) => {
  const [one, several] = unit;
  if (left === 0) return "Off";
  if (left === "always") return `Every ${one}, until all is well`;
  return left === 1 ? `The next ${one}` : `The next ${left} ${several}`;
};

const summaryOf = (choices: readonly FaultChoice[]): string => {
  const on = choices.filter((choice) => choice.left() !== 0).length;
  if (on === 0) return "All is well.";
  return on === 1 ? "One fault is on." : `${on} faults are on.`;
};
