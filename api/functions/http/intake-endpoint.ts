import type { HttpHandler, HttpResponseInit, InvocationContext } from "@azure/functions";
import { WebForm, type WebFormTaken } from "../../contract/web-form.ts";
import type { Result } from "../../domain/result.ts";
import type { Logger } from "../../services/ports/logger.ts";
import type { NoEntry, VerifyApplication } from "../../services/ports/sign-in.ts";
import type { Refusal } from "../../services/refusal.ts";
import { registerEndpoints, type Endpoint } from "./endpoint.ts";
import { problemResponse } from "./problem-response.ts";
import { mostBytesWithFiles, readJson } from "./read-json.ts";
import { fault, toResponse } from "./signed-in.ts";

export type IntakeParts = {
  readonly verifyApplication: VerifyApplication;
  readonly takeInWebForm: (
    websiteId: string,
    form: WebForm,
  ) => Promise<Result<WebFormTaken, Refusal>>;
  readonly logger: Logger;
};

/** Serves the council's website. */
export function registerIntakeEndpoint(parts: IntakeParts): void {
  registerEndpoints([intakeEndpoint(parts)]);
}

/**
 * Where the council's website hands in what residents fill in: an application proves itself by a token
 * of its own with the app role, and a person's sign-in opens nothing here.
 */
export function intakeEndpoint(parts: IntakeParts): Endpoint {
  return {
    name: "intake-web-form",
    method: "POST",
    route: "api/intake/web-form",
    handler: takes(parts),
  };
}

function takes({ verifyApplication, takeInWebForm, logger }: IntakeParts): HttpHandler {
  return async (request, context) => {
    try {
      const website = await verifyApplication(request.headers.get("authorization"));
      if (!website.ok) {
        logger.warn("http.no-entry", { function: context.functionName, why: website.error.why });
        return noEntry(website.error, context);
      }
      const form = await readJson(request, WebForm, mostBytesWithFiles);
      return toResponse(form.ok ? await takeInWebForm(website.value, form.value) : form, context);
    } catch (cause) {
      return fault(logger, context, cause);
    }
  };
}

function noEntry({ kind }: NoEntry, { invocationId }: InvocationContext): HttpResponseInit {
  return kind === "not-believed"
    ? problemResponse({
        type: "urn:redress:not-signed-in",
        title: "The application is not signed in",
        status: 401,
        detail: "Send a current token of the application for Redress, by client credentials.",
        reference: invocationId,
      })
    : problemResponse({
        type: "urn:redress:not-permitted",
        title: "Not allowed",
        status: 403,
        detail:
          "Grant the application the app role Complaints.Submit of Redress. A person’s token does not open this.",
        reference: invocationId,
      });
}
