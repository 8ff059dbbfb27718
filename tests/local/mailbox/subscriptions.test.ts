import type { ChangeNotification, Subscription } from "@microsoft/microsoft-graph-types";
import express from "express";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import {
  addressOf,
  complaints,
  listen,
  openEstateMail,
  parking,
  plainMail,
  type EstateMail,
} from "./estate-mail.ts";

type Endpoint = {
  readonly url: string;
  /** Each delivery, as the list of notifications it carried. */
  readonly deliveries: ChangeNotification[][];
  readonly validations: string[];
};

/** A subscriber's endpoint; `answer` decides about each delivery's status, `echo` about the validation. */
async function openEndpoint({
  answer = () => 202,
  echo = (token: string) => ({ status: 200, type: "text/plain", body: token }),
}: {
  answer?: () => number;
  echo?: (token: string) => { status: number; type: string; body: string };
} = {}): Promise<Endpoint> {
  const deliveries: ChangeNotification[][] = [];
  const validations: string[] = [];
  const app = express().use(express.json());
  app.post("/notify", (request, response) => {
    const token = request.query.validationToken;
    if (typeof token === "string") {
      validations.push(token);
      const { status, type, body } = echo(token);
      response.status(status).type(type).send(body);
      return;
    }
    deliveries.push((request.body as { value: ChangeNotification[] }).value);
    response.status(answer()).end();
  });
  const server = await listen(createServer(app));
  return { url: `${addressOf(server)}/notify`, deliveries, validations };
}

const inOneHour = "2026-11-10T11:00:00Z";

async function subscribe(
  { graph }: EstateMail,
  endpoint: Endpoint,
  wanted: Partial<Subscription> = {},
): Promise<Subscription & { id: string }> {
  return (await graph
    .api("/subscriptions")
    .header("Prefer", 'IdType="ImmutableId"')
    .post({
      changeType: "created",
      resource: `users/${complaints}/mailFolders('inbox')/messages`,
      notificationUrl: endpoint.url,
      clientState: "secret",
      expirationDateTime: inOneHour,
      ...wanted,
    })) as Subscription & { id: string };
}

const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 10_000 });

describe("subscribing", () => {
  test("asks both endpoints to echo a token that has to be URL-decoded", async () => {
    const estate = await openEstateMail();
    const [endpoint, lifecycle] = [await openEndpoint(), await openEndpoint()];
    const subscription = await subscribe(estate, endpoint, {
      lifecycleNotificationUrl: lifecycle.url,
    });
    expect(endpoint.validations).toHaveLength(1);
    expect(lifecycle.validations[0]).toContain(" ");
    expect(subscription).toMatchObject({
      changeType: "created",
      expirationDateTime: inOneHour,
      lifecycleNotificationUrl: lifecycle.url,
    });
  });

  test.each([
    ["answers with an error", { status: 403, type: "text/plain", body: "" }],
    ["echoes something else", { status: 200, type: "text/plain", body: "ok" }],
    ["echoes it as HTML", { status: 200, type: "text/html", body: "" }],
  ])("is refused when the endpoint %s", async (_what, answer) => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint({
      echo: (token) => ({ ...answer, body: answer.body === "" ? token : answer.body }),
    });
    await expect(subscribe(estate, endpoint)).rejects.toMatchObject({
      statusCode: 400,
      code: "ValidationError",
    });
    const list = (await estate.graph.api("/subscriptions").get()) as { value: unknown[] };
    expect(list.value).toEqual([]);
  });

  test("is refused when the endpoint does not answer in time", async () => {
    const estate = await openEstateMail({ validateWithinMs: 20 });
    const silent = await listen(createServer(() => undefined));
    const endpoint = { url: addressOf(silent), deliveries: [], validations: [] };
    await expect(subscribe(estate, endpoint)).rejects.toMatchObject({ code: "ValidationError" });
  });

  test.each([
    ["longer than a week", { expirationDateTime: "2026-11-17T10:01:00Z" }, 400],
    ["into the past", { expirationDateTime: "2026-11-10T09:00:00Z" }, 400],
    ["to something that is not mail", { resource: `users/${complaints}/events` }, 400],
    ["to a mailbox out of scope", { resource: "users/mayor@wexcombe.gov.uk/messages" }, 403],
    ["over plain HTTP to another machine", { notificationUrl: "http://example.com/notify" }, 400],
    ["with an unknown type of change", { changeType: "painted" }, 400],
    ["with too long a client state", { clientState: "x".repeat(129) }, 400],
  ])("is refused %s", async (_what, wanted, statusCode) => {
    const estate = await openEstateMail();
    await expect(subscribe(estate, await openEndpoint(), wanted)).rejects.toMatchObject({
      statusCode,
    });
  });

  test("lasts 45 minutes at least, a week at most, and can be renewed until it is over", async () => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint();
    const { id, expirationDateTime } = await subscribe(estate, endpoint, {
      expirationDateTime: "2026-11-10T10:01:00Z",
    });
    expect(expirationDateTime).toBe("2026-11-10T10:45:00Z");
    const renewed = (await estate.graph
      .api(`/subscriptions/${id}`)
      .patch({ expirationDateTime: "2026-11-17T10:00:00Z" })) as Subscription;
    expect(renewed.expirationDateTime).toBe("2026-11-17T10:00:00Z");
    estate.clock.advanceMinutes(10_080);
    const answer = await estate.request(`/subscriptions/${id}`);
    expect(answer.status).toBe(404);
  });

  test("belongs to the application that did it", async () => {
    const estate = await openEstateMail();
    const { id } = await subscribe(estate, await openEndpoint());
    const asOther = { headers: { authorization: "Bearer other-app" } };
    expect((await estate.request(`/subscriptions/${id}`, asOther)).status).toBe(404);
    expect(await (await estate.request("/subscriptions", asOther)).json()).toEqual({ value: [] });
    expect(
      (await estate.request(`/subscriptions/${id}/reauthorize`, { method: "POST" })).status,
    ).toBe(204);
    expect((await estate.request(`/subscriptions/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await estate.request(`/subscriptions/${id}`)).status).toBe(404);
  });
});

describe("a change notification", () => {
  test("says that a mail arrived, and nothing of what is in it", async () => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint();
    const { id: subscriptionId } = await subscribe(estate, endpoint);
    const { id } = await estate.mailbox.deliver(plainMail());
    await eventually(() => endpoint.deliveries).toHaveLength(1);
    expect(endpoint.deliveries[0]).toMatchObject([
      {
        subscriptionId,
        clientState: "secret",
        changeType: "created",
        tenantId: "7b1c6f0e-5a0d-4a52-9d6e-3f6f1c2a9e10",
        subscriptionExpirationDateTime: inOneHour,
        resource: `Users/${complaints}/Messages/${id}`,
        resourceData: { "@odata.type": "#Microsoft.Graph.Message", id },
      },
    ]);
    expect(JSON.stringify(endpoint.deliveries)).not.toContain("Bins");
  });

  test("carries what happened together in one delivery", async () => {
    const estate = await openEstateMail({ notificationDelayMs: 100 });
    const endpoint = await openEndpoint();
    await subscribe(estate, endpoint);
    await subscribe(estate, endpoint, { clientState: "another" });
    await Promise.all([estate.mailbox.deliver(plainMail()), estate.mailbox.deliver(plainMail())]);
    await eventually(() => endpoint.deliveries.flat()).toHaveLength(4);
    expect(endpoint.deliveries).toHaveLength(1);
  });

  test("keeps to the folder, the mailbox and the types of change that were asked for", async () => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint();
    await subscribe(estate, endpoint, { changeType: "updated,deleted" });
    await estate.mailbox.deliver(plainMail(), { envelopeTo: parking });
    const { id } = await estate.mailbox.deliver(plainMail());
    const path = `/users/${complaints}/messages/${id}`;
    await estate.graph.api(path).patch({ isRead: true });
    await estate.graph.api(path).delete();
    await eventually(() => endpoint.deliveries.flat().map(({ changeType }) => changeType)).toEqual([
      "updated",
      "deleted",
    ]);
  });

  test("is tried once more when the endpoint fails, and then left to the delta", async () => {
    const estate = await openEstateMail();
    let answered = 0;
    const endpoint = await openEndpoint({ answer: () => ((answered += 1) <= 3 ? 503 : 202) });
    await subscribe(estate, endpoint);
    await estate.mailbox.deliver(plainMail());
    await eventually(() => answered).toBe(2);
    await estate.mailbox.deliver(plainMail());
    await eventually(() => answered).toBe(4);
    const [first, second, third, fourth] = endpoint.deliveries;
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
    expect(fourth).toEqual(third);
  });

  test("may be lost, and may come twice", async () => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint();
    await subscribe(estate, endpoint);
    estate.mailbox.faults.add({ kind: "notifications-lost" });
    await estate.mailbox.deliver(plainMail());
    await eventually(() => estate.mailbox.faults.waiting()).toEqual([]);
    estate.mailbox.faults.add({ kind: "notifications-doubled" });
    const { id } = await estate.mailbox.deliver(plainMail());
    await eventually(() => endpoint.deliveries).toHaveLength(2);
    expect(endpoint.deliveries[0]).toMatchObject([{ resourceData: { id } }]);
    expect(endpoint.deliveries[1]).toEqual(endpoint.deliveries[0]);
  });

  test("may come late, and after the one that follows it", async () => {
    const estate = await openEstateMail();
    const endpoint = await openEndpoint();
    await subscribe(estate, endpoint);
    estate.mailbox.faults.add({ kind: "notifications-late", seconds: 0.01 });
    estate.mailbox.faults.add({ kind: "notifications-out-of-order" });
    const first = await estate.mailbox.deliver(plainMail());
    await eventually(() => estate.mailbox.faults.waiting()).toEqual([]);
    const second = await estate.mailbox.deliver(plainMail());
    await eventually(() => endpoint.deliveries).toMatchObject([
      [{ resourceData: { id: second.id } }],
      [{ resourceData: { id: first.id } }],
    ]);
  });

  test("is not sent for a subscription that has run out", async () => {
    const estate = await openEstateMail();
    const [old, current] = [await openEndpoint(), await openEndpoint()];
    await subscribe(estate, old);
    estate.clock.advanceMinutes(60);
    await subscribe(estate, current, { expirationDateTime: "2026-11-10T12:00:00Z" });
    await estate.mailbox.deliver(plainMail());
    await eventually(() => current.deliveries).toHaveLength(1);
    expect(old.deliveries).toEqual([]);
  });
});

describe("a lifecycle event", () => {
  test("reaches the endpoint kept for it; a removed subscription is gone", async () => {
    const estate = await openEstateMail();
    const lifecycle = await openEndpoint();
    const { id } = await subscribe(estate, await openEndpoint(), {
      lifecycleNotificationUrl: lifecycle.url,
    });
    await estate.mailbox.raiseLifecycleEvent("missed");
    await estate.mailbox.raiseLifecycleEvent("reauthorizationRequired");
    await estate.mailbox.raiseLifecycleEvent("subscriptionRemoved");
    expect(lifecycle.deliveries.flat()).toMatchObject([
      { lifecycleEvent: "missed", subscriptionId: id, clientState: "secret" },
      { lifecycleEvent: "reauthorizationRequired" },
      { lifecycleEvent: "subscriptionRemoved" },
    ]);
    expect((await estate.request(`/subscriptions/${id}`)).status).toBe(404);
  });
});
