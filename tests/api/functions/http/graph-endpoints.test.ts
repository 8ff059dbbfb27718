import { describe, expect, it } from "vitest";
import { createConsoleLogger } from "#api/adapters/logging/console-logger.ts";
import { graphEndpoints } from "#api/functions/http/graph-endpoints.ts";
import type { Notification } from "#api/services/mailbox/take-notifications.ts";
import { call, named } from "./call.ts";

/** Graph's two doors, what came in through them, and what was logged. */
function doors(take: () => Promise<unknown> = () => Promise.resolve()) {
  const taken: Notification[] = [];
  const log: string[] = [];
  const endpoints = graphEndpoints({
    takeNotifications: (notifications) => {
      taken.push(...notifications);
      return take();
    },
    logger: createConsoleLogger((line) => void log.push(line)),
  });
  return { endpoints, taken, log };
}

describe.each(["graph-notifications", "graph-lifecycle"])("%s", (name) => {
  it.each([
    ["plain", "Validation: Testing client application reachability"],
    ["as Graph encodes it", "Token+with%20signs &<script>alert(1)</script>"],
  ])("gives a validation token back as text that no browser runs: %s", async (_how, token) => {
    const { endpoints, taken } = doors();
    const response = await call(named(endpoints, name), { query: { validationToken: token } });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(token);
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(taken).toEqual([]);
  });

  it("gives no megabyte back to whoever asks", async () => {
    const { endpoints } = doors();
    const validationToken = "x".repeat(5000);
    const response = await call(named(endpoints, name), { query: { validationToken } });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe("The validation token is too long.");
  });

  it("passes every notification on with the secret it came with", async () => {
    const { endpoints, taken } = doors();
    const mail = { subscriptionId: "s1", clientState: "secret", changeType: "created" };
    const other = { subscriptionId: "s2", clientState: null, lifecycleEvent: "missed" };
    const response = await call(named(endpoints, name), {
      body: JSON.stringify({ value: [mail, other] }),
    });
    expect(response.status).toBe(202);
    expect(taken).toEqual([
      { subscriptionId: "s1", clientState: "secret" },
      { subscriptionId: "s2", clientState: "", lifecycleEvent: "missed" },
    ]);
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "value="],
    ["something else", '{"value":"s1"}'],
    [
      "a secret longer than any",
      JSON.stringify({ value: [{ subscriptionId: "s", clientState: "x".repeat(300) }] }),
    ],
    ["more than Graph ever sends", `{"value":[${" ".repeat(600_000)}]}`],
  ])("turns away %s", async (_what, body) => {
    const { endpoints, taken } = doors();
    const response = await call(named(endpoints, name), { body });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe("Send Graph change notifications.");
    expect(taken).toEqual([]);
  });

  it("answers a fault so that Graph tries again", async () => {
    const { endpoints, log } = doors(() => Promise.reject(new Error("storage is away")));
    const response = await call(named(endpoints, name), {
      body: '{"value":[{"subscriptionId":"s1","clientState":"secret"}]}',
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("storage");
    expect(log).toHaveLength(1);
  });
});
