import { createAppToken } from "#api/adapters/entra/app-token.ts";
import { estate } from "#local/estate.ts";

const appToken = createAppToken(estate.tenantId, {
  kind: "secret",
  clientId: estate.clientId,
  secret: estate.clientSecret,
});

/** Somebody does something to the shared mailbox in Outlook: a bare request below the mailbox's own path. */
export async function inOutlook(method: string, path: string, body?: object): Promise<Response> {
  const url = `https://graph.microsoft.com/v1.0/users/${estate.mailbox}${path}`;
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${await appToken("https://graph.microsoft.com")}`,
      prefer: 'IdType="ImmutableId"',
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Outlook was answered ${answer.status}.`);
  return answer;
}
