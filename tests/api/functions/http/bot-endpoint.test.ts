import { expect, it } from "vitest";
import { botEndpoint, type TakeActivity } from "#api/functions/http/bot-endpoint.ts";
import { call } from "./call.ts";

it("hands the bot what Teams sent to the letter, and Teams what the bot answers", async () => {
  const taken: Parameters<TakeActivity>[0][] = [];
  const endpoint = botEndpoint((request) => {
    taken.push(request);
    return Promise.resolve({
      status: 412,
      headers: { "content-type": "application/json; charset=utf-8" },
      body: '{"statusCode":412}',
    });
  });
  const body = '{"type":"invoke",  "name":"adaptiveCard/action"}';
  const response = await call(endpoint, { headers: { Authorization: "Bearer channel" }, body });
  expect(taken).toHaveLength(1);
  expect(taken[0]?.headers.authorization).toBe("Bearer channel");
  expect(taken[0]).toMatchObject({ method: "POST", body });
  expect(response.status).toBe(412);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(await response.text()).toBe('{"statusCode":412}');
});
