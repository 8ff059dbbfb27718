import { createAppToken } from "#api/adapters/entra/app-token.ts";
import { estate } from "#local/estate.ts";

const appToken = createAppToken(estate.tenantId, {
  kind: "secret",
  clientId: estate.clientId,
  secret: estate.clientSecret,
});

/** A bare request to Graph, for what the product never asks. */
export async function askGraph(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(`https://graph.microsoft.com/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await appToken("https://graph.microsoft.com")}`,
      prefer: 'IdType="ImmutableId"',
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Graph answered ${answer.status}.`);
  return answer;
}

/** Somebody does something to the shared mailbox in Outlook. */
export function inOutlook(method: string, path: string, body?: object): Promise<Response> {
  return askGraph(method, `/users/${estate.mailbox}${path}`, body);
}
