import express, { type Router } from "express";
import { z } from "zod";
import {
  sendMailRequestSchema,
  type CitizenMailAnswer,
  type CitizenMessage,
  type SendMailAnswer,
} from "../api.ts";
import { answerProblem, validOr400 } from "./problems.ts";
import { sendMail, type SmtpAddress } from "./send-mail.ts";

/** The citizens' side of the estate's mail. */
export type CitizenMailbox = {
  /** Everything an address sent or received, oldest first. */
  mailFor(address: string): readonly CitizenMessage[];
  /** Called with each address whose mail has changed. */
  onMail(listener: (address: string) => void): void;
};

/** A citizen's own mailbox: what they sent and received, and a way to write to the council. */
export const citizenRoutes = (options: {
  clock: { now(): Date };
  mailbox: CitizenMailbox;
  smtp: SmtpAddress;
}): Router => {
  const { clock, mailbox, smtp } = options;
  const router = express.Router();

  router.get("/:address/mail", (request, response) => {
    const citizen = validOr400(citizenSchema, request.params, response);
    if (citizen === undefined) return;
    const messages = [...mailbox.mailFor(citizen.address)];
    response.json({ messages } satisfies CitizenMailAnswer);
  });

  router.post("/:address/mail", express.json({ limit: "50mb" }), async (request, response) => {
    const citizen = validOr400(citizenSchema, request.params, response);
    if (citizen === undefined) return;
    const mail = validOr400(sendMailRequestSchema, request.body, response);
    if (mail === undefined) return;
    const sending = await sendMail(smtp, {
      from: citizen.address,
      date: clock.now(),
      mail,
      mailbox: mailbox.mailFor(citizen.address),
    });
    switch (sending.kind) {
      case "sent":
        response.json({
          internetMessageId: sending.internetMessageId,
        } satisfies SendMailAnswer);
        return;
      case "refused":
        answerProblem(response, 422, sending.why);
        return;
      case "unreachable":
        answerProblem(response, 502, sending.why);
    }
  });

  return router;
};

const citizenSchema = z.object({ address: z.email() });
