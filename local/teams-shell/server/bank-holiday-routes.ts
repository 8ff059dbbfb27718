import express, { type Router } from "express";
import { ProclaimedDay, type GovUk } from "#local/gov-uk/gov-uk.ts";
import type { BankHolidaysAnswer } from "../api.ts";
import { answerProblem, validOr400 } from "./problems.ts";

/** Changes the bank holidays that the estate's GOV.UK publishes. */
export const bankHolidayRoutes = (govUk: GovUk): Router => {
  const router = express.Router();
  router.use(express.json());
  const answer = (): BankHolidaysAnswer => ({ proclaimed: [...govUk.proclaimed()] });

  router.get("/", (_request, response) => void response.json(answer()));
  router.post("/", (request, response) => {
    const day = validOr400(ProclaimedDay, request.body, response);
    if (day === undefined) return;
    if (govUk.proclaim(day)) response.json(answer());
    else answerProblem(response, 409, `${day.date} is a bank holiday there already.`);
  });
  router.delete("/", (request, response) => {
    const day = validOr400(
      ProclaimedDay.pick({ region: true, date: true }),
      request.body,
      response,
    );
    if (day === undefined) return;
    if (govUk.withdraw(day)) response.json(answer());
    else answerProblem(response, 404, `${day.date} was not proclaimed here.`);
  });
  return router;
};
