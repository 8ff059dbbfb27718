import { CompareDrafts } from "../../contract/drafts.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** What writing a reply asks besides saving it: its versions, what changed between them, and who else is at it. */
export function draftEndpoints(parts: HttpParts): Endpoint[] {
  const { drafts } = parts.desk;
  return [
    {
      name: "list-drafts",
      method: "GET",
      route: "api/cases/{caseId}/drafts",
      handler: signedIn(parts, (person, { params }) =>
        drafts.versions(person, params.caseId ?? ""),
      ),
    },
    {
      name: "compare-drafts",
      method: "POST",
      route: "api/cases/{caseId}/drafts/changes",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, CompareDrafts);
        return body.ok ? drafts.changes(person, request.params.caseId ?? "", body.value) : body;
      }),
    },
    {
      name: "draft-presence",
      method: "PUT",
      route: "api/cases/{caseId}/draft/presence",
      handler: signedIn(parts, (person, { params }) =>
        drafts.presence(person, params.caseId ?? ""),
      ),
    },
  ];
}
