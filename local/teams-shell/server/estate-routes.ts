import express, { type Router } from "express";
import { ClockRunsForward, type EstateClock } from "#local/clock.ts";
import type { estate } from "#local/estate.ts";
import { messageActions } from "#manifest/manifest.ts";
import { clockRequestSchema, type ClockAnswer, type EstateAnswer } from "../api.ts";
import { citizens } from "../../mailbox/citizens.ts";
import { answerProblem, validOr400 } from "./problems.ts";
import type { SmtpAddress } from "./send-mail.ts";

/** What the page is told about the council, and the estate's clock. */
export const estateRoutes = (options: {
  council: typeof estate;
  clock: EstateClock;
  smtp: SmtpAddress;
}): Router => {
  const { council, clock, smtp } = options;
  const router = express.Router();
  const time = (): ClockAnswer => ({
    now: clock.now().toISOString(),
    offsetMs: clock.offsetMs,
  });

  router.get("/estate", (_request, response) => {
    const { mailbox, housingMailbox, teamsAppId, tenantId, people } = council;
    response.json({
      council: council.council,
      mailboxes: [mailbox, housingMailbox],
      smtp,
      ...time(),
      teamsAppId,
      tenantId,
      people: people.map(({ id, name, jobTitle, upn, roles, featured }) => ({
        id,
        name,
        jobTitle,
        upn,
        roles: [...roles],
        featured,
      })),
      messageActions: messageActions.map(({ id, title }) => ({ id, title })),
      citizens: [...citizens],
    } satisfies EstateAnswer);
  });

  router.post("/clock", express.json(), async (request, response) => {
    const move = validOr400(clockRequestSchema, request.body, response);
    if (move === undefined) return;
    try {
      await clock.moveTo(new Date(move.to));
      response.json(time());
    } catch (error) {
      if (!(error instanceof ClockRunsForward)) throw error;
      answerProblem(response, 409, error.message);
    }
  });

  return router;
};
