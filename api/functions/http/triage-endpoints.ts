import { HandleTogether } from "../../contract/triage.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** What triage asks beyond one case: which others say the same, who can take it, and one decision for several. */
export function triageEndpoints(parts: HttpParts): Endpoint[] {
  const { desk } = parts;
  return [
    {
      name: "look-alikes",
      method: "GET",
      route: "api/cases/{caseId}/look-alikes",
      handler: signedIn(parts, (person, { params }) =>
        desk.lookAlikes(person, params.caseId ?? ""),
      ),
    },
    {
      name: "officers-load",
      method: "GET",
      route: "api/cases/{caseId}/officers",
      handler: signedIn(parts, (person, { params, query }) =>
        desk.officersLoad(person, {
          caseId: params.caseId ?? "",
          service: query.get("service") ?? "",
        }),
      ),
    },
    {
      name: "handle-together",
      method: "POST",
      route: "api/triage/together",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, HandleTogether);
        return body.ok ? desk.handleTogether(person, body.value) : body;
      }),
    },
  ];
}
