import { Caller } from "../../contract/caller.ts";
import { Enclosing } from "../../contract/enclosed-files.ts";
import { LogComplaint } from "../../contract/log-complaint.ts";
import type { Me } from "../../contract/me.ts";
import { ok } from "../../domain/result.ts";
import { readActionRequest } from "../../services/acting/action-request.ts";
import { assuranceEndpoints } from "./assurance-endpoints.ts";
import { awayEndpoints } from "./away-endpoints.ts";
import { letterEndpoints } from "./letter-endpoints.ts";
import { attachmentResponse } from "./attachment-response.ts";
import { draftEndpoints } from "./draft-endpoints.ts";
import { registerEndpoints, type Endpoint } from "./endpoint.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { mostBytesWithFiles, readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";
import { triageEndpoints } from "./triage-endpoints.ts";

/** Serves the API of the tab. */
export function registerDeskEndpoints(parts: HttpParts): void {
  registerEndpoints(deskEndpoints(parts));
}

/** The API of the tab: every route asks the desk one thing as the person who is signed in. */
export function deskEndpoints(parts: HttpParts): Endpoint[] {
  return [
    ...readingEndpoints(parts),
    ...listEndpoints(parts),
    ...letterEndpoints(parts),
    ...actingEndpoints(parts),
    ...draftEndpoints(parts),
    ...triageEndpoints(parts),
    ...assuranceEndpoints(parts),
    ...awayEndpoints(parts),
  ];
}

function readingEndpoints(parts: HttpParts): Endpoint[] {
  const { desk } = parts;
  return [
    {
      name: "me",
      method: "GET",
      route: "api/me",
      handler: signedIn(parts, async (person) => {
        const wordsKey = await desk.drafts.wordsKey(person);
        return ok({ ...desk.me(person), wordsKey } satisfies Me);
      }),
    },
    {
      name: "open-case",
      method: "GET",
      route: "api/cases/{caseId}",
      handler: signedIn(parts, (person, { params }) => desk.openCase(person, params.caseId ?? "")),
    },
    {
      name: "other-cases",
      method: "GET",
      route: "api/cases/{caseId}/other-cases",
      handler: signedIn(parts, (person, { params }) =>
        desk.otherCases(person, params.caseId ?? ""),
      ),
    },
    {
      name: "open-attachment",
      method: "GET",
      route: "api/cases/{caseId}/attachments/{attachmentId}",
      handler: signedIn(parts, async (person, { params }) => {
        const { caseId = "", attachmentId = "" } = params;
        const opened = await desk.openAttachment(person, caseId, attachmentId);
        return opened.ok ? attachmentResponse(opened.value) : opened;
      }),
    },
    {
      name: "open-mail",
      method: "GET",
      route: "api/cases/{caseId}/mails/{mailId}",
      handler: signedIn(parts, (person, { params }) =>
        desk.openMail(person, params.caseId ?? "", params.mailId ?? ""),
      ),
    },
  ];
}

function actingEndpoints(parts: HttpParts): Endpoint[] {
  const { desk } = parts;
  return [
    {
      name: "act-on-case",
      method: "POST",
      route: "api/cases/{caseId}/actions",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, readActionRequest);
        return body.ok ? desk.act(person, request.params.caseId ?? "", body.value) : body;
      }),
    },
    {
      name: "enclose-files",
      method: "POST",
      route: "api/cases/{caseId}/enclosures",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, Enclosing, mostBytesWithFiles);
        return body.ok ? desk.encloseFiles(person, request.params.caseId ?? "", body.value) : body;
      }),
    },
    {
      name: "caller-history",
      method: "POST",
      route: "api/callers",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, Caller);
        return body.ok ? desk.callerHistory(person, body.value) : body;
      }),
    },
    {
      name: "log-complaint",
      method: "POST",
      route: "api/complaints",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, LogComplaint, mostBytesWithFiles);
        return body.ok ? desk.logComplaint(person, body.value) : body;
      }),
    },
  ];
}
