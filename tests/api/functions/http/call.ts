import { HttpRequest, HttpResponse, InvocationContext } from "@azure/functions";
import type { Endpoint } from "#api/functions/http/endpoint.ts";

type Asked = {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** How every invocation of these tests is called in answers and logs. */
export const invocationId = "7d1f0c66-2f0a-4f7e-9d58-0c7a5f0e9b11";

/** Calls an endpoint with the request and context that the Functions runtime makes. */
export async function call(endpoint: Endpoint, asked: Asked = {}): Promise<HttpResponse> {
  const { params = {}, query = {}, headers = {}, body } = asked;
  const url = new URL(`https://redress.wexcombe.gov.uk/${endpoint.route}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const request = new HttpRequest({
    method: endpoint.method,
    url: url.href,
    params,
    query,
    headers,
    ...(body === undefined ? {} : { body: { string: body } }),
  });
  const context = new InvocationContext({
    functionName: endpoint.name,
    invocationId,
    logHandler: () => undefined,
  });
  return new HttpResponse(await endpoint.handler(request, context));
}

/** The endpoint of that name. */
export function named(endpoints: readonly Endpoint[], name: string): Endpoint {
  const found = endpoints.find((endpoint) => endpoint.name === name);
  if (found === undefined) throw new Error(`There is no endpoint ${name}.`);
  return found;
}
