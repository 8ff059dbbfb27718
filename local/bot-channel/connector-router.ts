import express, { type Request, type Response, type Router } from "express";
import type { Identity } from "#local/identity/identity.ts";
import { errorAnswers } from "#local/microsoft/error-answers.ts";
import { connectorErrors } from "./connector-errors.ts";
import type { Connector, ConnectorAnswer } from "./connector.ts";
import type { ChannelFaults } from "./faults.ts";
import type { RosterEntry } from "./roster.ts";

type ConversationRequest = Request<{
  conversationId: string;
  activityId: string;
  memberId: string;
}>;

/** smba.trafficmanager.net: the Bot Connector that a bot calls to write to people's chats in Teams. */
export const connectorRouter = (options: {
  connector: Connector;
  identity: Identity;
  faults: ChannelFaults;
}): Router => {
  const { connector, identity, faults } = options;
  const router = express.Router();

  router.use(async (request, response, next) => {
    const caller = await identity.verifyBotToken(request.get("authorization"));
    if (caller === undefined) send(response, connectorErrors.unauthorized());
    else next();
  });
  router.use(express.json({ limit: "1mb" }));
  router.use("/uk/v3/conversations", conversationRoutes(connector, faults));
  router.use(
    errorAnswers(({ status, message }) =>
      status === 413
        ? connectorErrors.tooBig(message).body
        : { error: { code: status < 500 ? "BadSyntax" : "ServiceError", message } },
    ),
  );
  return router;
};

const conversationRoutes = (connector: Connector, faults: ChannelFaults): Router => {
  const router = express.Router();
  const read = inConversation(connector, (response, _entry, answer) => send(response, answer()));
  const write = inConversation(connector, (response, entry, answer) =>
    writeWithFaults(faults, { response, entry, answer }),
  );

  router.post("/", (request, response) => {
    const opened = connector.open(request.body);
    if ("status" in opened) {
      send(response, opened);
      return;
    }
    const { entry, activity } = opened;
    const answer = () => connector.begin(entry, activity);
    writeWithFaults(faults, { response, entry, answer });
  });
  router.post(
    ["/:conversationId/activities", "/:conversationId/activities/:activityId"],
    write((entry, { body }) => connector.post(entry, body)),
  );
  router.put(
    "/:conversationId/activities/:activityId",
    write((entry, { params, body }) => connector.update(entry, params.activityId, body)),
  );
  router.delete(
    "/:conversationId/activities/:activityId",
    write((entry, { params }) => connector.remove(entry, params.activityId)),
  );
  router.get(
    "/:conversationId/members",
    read((entry) => ({ status: 200, body: connector.members(entry) })),
  );
  router.get(
    "/:conversationId/pagedmembers",
    read((entry) => ({ status: 200, body: { members: connector.members(entry) } })),
  );
  router.get(
    "/:conversationId/members/:memberId",
    read((entry, { params: { memberId } }) => {
      const body = connector
        .members(entry)
        .find((member) => member.id === memberId || member.objectId === memberId);
      return body === undefined ? connectorErrors.memberNotFound() : { status: 200, body };
    }),
  );
  return router;
};

/** Finds the chat of the address first, and leaves it to `respond` how the operation's answer is sent. */
const inConversation =
  (
    connector: Connector,
    respond: (response: Response, entry: RosterEntry, answer: () => ConnectorAnswer) => void,
  ) =>
  (operation: (entry: RosterEntry, request: ConversationRequest) => ConnectorAnswer) =>
  (request: ConversationRequest, response: Response): void => {
    const entry = connector.find(request.params.conversationId);
    if ("status" in entry) send(response, entry);
    else respond(response, entry, () => operation(entry, request));
  };

type Write = { response: Response; entry: RosterEntry; answer: () => ConnectorAnswer };

const writeWithFaults = (faults: ChannelFaults, { response, entry, answer }: Write): void => {
  switch (faults.take(entry.person.id)) {
    case undefined:
      send(response, answer());
      return;
    case "blocked-by-user":
      send(response, connectorErrors.blockedByUser());
      return;
    case "throttled":
      send(response.set("Retry-After", "1"), connectorErrors.throttled());
      return;
    case "bad-gateway":
      send(response, connectorErrors.badGateway());
      return;
    case "answer-lost":
      answer();
      response.destroy();
  }
};

const send = (response: Response, { status, body }: ConnectorAnswer): void => {
  response.status(status).json(body);
};
