import { EndCover, NameCover } from "../../contract/away.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** Who is away, and who stands in for them. */
export function awayEndpoints(parts: HttpParts): Endpoint[] {
  const { away } = parts.desk;
  return [
    {
      name: "away",
      method: "GET",
      route: "api/away",
      handler: signedIn(parts, (person) => away.overview(person)),
    },
    {
      name: "name-cover",
      method: "POST",
      route: "api/away",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, NameCover);
        return body.ok ? away.name(person, body.value) : body;
      }),
    },
    {
      name: "end-cover",
      method: "POST",
      route: "api/away/endings",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, EndCover);
        return body.ok ? away.end(person, body.value) : body;
      }),
    },
  ];
}
