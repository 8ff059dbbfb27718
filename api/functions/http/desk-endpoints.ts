import { app } from "@azure/functions";
import { ActionRequest } from "../../contract/case-action.ts";
import { QueueName } from "../../contract/case-list.ts";
import { ok, refused } from "../../domain/result.ts";
import { attachmentResponse } from "./attachment-response.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

// The token is verified by signedIn(); keys of the Functions host would add nothing to that.
const anonymous = { authLevel: "anonymous" } as const;

/** The API of the tab: every route asks the desk one thing as the person who is signed in. */
export function registerDeskEndpoints(parts: HttpParts): void {
  const { desk } = parts;
  app.http("me", {
    ...anonymous,
    methods: ["GET"],
    route: "api/me",
    handler: signedIn(parts, (person) => Promise.resolve(ok(desk.me(person)))),
  });
  app.http("list-cases", {
    ...anonymous,
    methods: ["GET"],
    route: "api/queues/{queue}",
    handler: signedIn(parts, async (person, { params, query }) => {
      const queue = QueueName.safeParse(params.queue);
      if (!queue.success) return refused({ kind: "not-found", message: "There is no such list." });
      return desk.list(person, queue.data, query.get("after") ?? undefined);
    }),
  });
  app.http("open-case", {
    ...anonymous,
    methods: ["GET"],
    route: "api/cases/{caseId}",
    handler: signedIn(parts, (person, { params }) => desk.openCase(person, params.caseId ?? "")),
  });
  app.http("open-attachment", {
    ...anonymous,
    methods: ["GET"],
    route: "api/cases/{caseId}/attachments/{attachmentId}",
    handler: signedIn(parts, async (person, { params }) => {
      const { caseId = "", attachmentId = "" } = params;
      const opened = await desk.openAttachment(person, caseId, attachmentId);
      return opened.ok ? attachmentResponse(opened.value) : opened;
    }),
  });
  app.http("act-on-case", {
    ...anonymous,
    methods: ["POST"],
    route: "api/cases/{caseId}/actions",
    handler: signedIn(parts, async (person, request) => {
      const body = await readJson(request, ActionRequest);
      return body.ok ? desk.act(person, request.params.caseId ?? "", body.value) : body;
    }),
  });
  app.http("assurance", {
    ...anonymous,
    methods: ["GET"],
    route: "api/assurance",
    handler: signedIn(parts, (person) => desk.assurance(person)),
  });
}
