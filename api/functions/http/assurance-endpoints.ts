import { AssuranceAction } from "../../contract/assurance.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** The page that proves that nothing was lost, and what its numbers count. */
export function assuranceEndpoints(parts: HttpParts): Endpoint[] {
  const { assurance } = parts.desk;
  return [
    {
      name: "assurance",
      method: "GET",
      route: "api/assurance",
      handler: signedIn(parts, (person) => assurance.overview(person)),
    },
    {
      name: "assurance-check",
      method: "POST",
      route: "api/assurance/checks",
      handler: signedIn(parts, (person) => assurance.check(person)),
    },
    {
      name: "assurance-act",
      method: "POST",
      route: "api/assurance/actions",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, AssuranceAction);
        return body.ok ? assurance.act(person, body.value) : body;
      }),
    },
    {
      name: "assurance-mail",
      method: "GET",
      route: "api/assurance/mail",
      handler: signedIn(parts, (person, { query }) => {
        const { from = "", to = "", outcome, after } = Object.fromEntries(query);
        return assurance.mail(person, {
          from,
          to,
          ...(outcome === undefined ? {} : { outcome }),
          ...(after === undefined ? {} : { after }),
        });
      }),
    },
    {
      name: "assurance-mail-text",
      method: "GET",
      route: "api/assurance/mail/{mailId}",
      handler: signedIn(parts, (person, { params }) =>
        assurance.mailText(person, params.mailId ?? ""),
      ),
    },
    {
      name: "assurance-complaints",
      method: "GET",
      route: "api/assurance/services/{service}",
      handler: signedIn(parts, (person, { params }) =>
        assurance.complaints(person, params.service ?? ""),
      ),
    },
  ];
}
