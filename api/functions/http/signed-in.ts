import type {
  HttpHandler,
  HttpRequest,
  HttpResponseInit,
  InvocationContext,
} from "@azure/functions";
import type { Person } from "../../domain/people/actor.ts";
import type { Result } from "../../domain/result.ts";
import type { Desk } from "../../services/desk.ts";
import type { Logger } from "../../services/ports/logger.ts";
import type { VerifySignIn } from "../../services/ports/sign-in.ts";
import type { Refusal } from "../../services/refusal.ts";
import { noStore, problemResponse, refusalResponse } from "./problem-response.ts";

export type HttpParts = {
  readonly desk: Desk;
  readonly verifySignIn: VerifySignIn;
  readonly logger: Logger;
};

/** What an endpoint answers: something to send as JSON, or a refusal to explain. */
export type Answer = Result<unknown, Refusal> | HttpResponseInit;

/**
 * An endpoint for people of the council: who they are comes from the verified token and the directory
 * alone (invariant I5). Refusals become problems; a fault is logged once and shown as a reference.
 */
export function signedIn(
  parts: HttpParts,
  answer: (person: Person, request: HttpRequest) => Promise<Answer>,
): HttpHandler {
  return async (request, context) => {
    try {
      const signIn = await parts.verifySignIn(request.headers.get("authorization"));
      if (!signIn.ok) return notSignedIn(parts, context, signIn.error);
      const person = await parts.desk.findPerson(signIn.value);
      if (person === undefined) return unknownPerson(context);
      return toResponse(await answer(person, request), context);
    } catch (cause) {
      return fault(parts.logger, context, cause);
    }
  };
}

/** The answer to a fault: a reference to find it by, and nothing of the fault itself. */
export function fault(
  logger: Logger,
  context: InvocationContext,
  cause: unknown,
): HttpResponseInit {
  const reference = context.invocationId;
  logger.error("http.fault", { function: context.functionName, reference }, cause);
  return problemResponse({
    type: "urn:redress:fault",
    title: "Something went wrong on our side",
    status: 500,
    detail: "Nothing was changed unless it says so on the case. Try again in a minute.",
    reference,
  });
}

/** What an endpoint answers, as HTTP. */
export function toResponse(answer: Answer, context: InvocationContext): HttpResponseInit {
  if (!("ok" in answer)) return answer;
  if (!answer.ok) return refusalResponse(answer.error, context.invocationId);
  return { status: 200, jsonBody: answer.value, headers: { ...noStore } };
}

function notSignedIn(
  { logger }: HttpParts,
  context: InvocationContext,
  why: string,
): HttpResponseInit {
  logger.warn("http.not-signed-in", { function: context.functionName, why });
  return problemResponse({
    type: "urn:redress:not-signed-in",
    title: "You are not signed in",
    status: 401,
    detail: "Open Redress in Teams again. Your sign-in has expired or is not for Redress.",
    reference: context.invocationId,
  });
}

function unknownPerson(context: InvocationContext): HttpResponseInit {
  return problemResponse({
    type: "urn:redress:not-in-directory",
    title: "Redress does not know you yet",
    status: 403,
    detail: "Ask the complaints team to add you to the directory of Redress.",
    reference: context.invocationId,
  });
}
