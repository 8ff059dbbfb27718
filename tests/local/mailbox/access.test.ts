import { request as httpRequest, type ClientRequest } from "node:http";
import { describe, expect, test } from "vitest";
import { complaints, openEstateMail, plainMail, type EstateMail } from "./estate-mail.ts";

const inbox = `/users/${complaints}/mailFolders/inbox/messages`;

describe("a request that may not be made", () => {
  test.each([
    ["no token", undefined, "Access token is empty."],
    ["a token that this tenant did not issue", "Bearer forged", "Access token validation failure."],
  ])(
    "is answered 401 in Graph's shape when it carries %s",
    async (_who, authorization, message) => {
      const { localUrl } = await openEstateMail();
      const answer = await fetch(localUrl(`https://graph.microsoft.com/v1.0${inbox}`), {
        headers: {
          ...(authorization !== undefined && { authorization }),
          "client-request-id": "c1",
        },
      });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        error: {
          code: "InvalidAuthenticationToken",
          message,
          innerError: {
            date: "2026-11-10T10:00:00",
            "request-id": answer.headers.get("request-id"),
            "client-request-id": "c1",
          },
        },
      });
    },
  );

  test.each([
    [
      "reads a mailbox outside the application's scope",
      "/users/mayor@wexcombe.gov.uk/messages",
      "redress",
    ],
    ["comes from an application without Mail.ReadWrite", inbox, "reader"],
  ])("is answered 403 when it %s", async (_why, path, token) => {
    const { request } = await openEstateMail();
    const answer = await request(path, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: "ErrorAccessDenied" } });
  });

  test("is answered 403 when it sends without Mail.Send", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const asNoSend = { method: "POST", headers: { authorization: "Bearer no-send" } };
    const reply = await request(`/users/${complaints}/messages/${id}/createReply`, asNoSend);
    expect(reply.status).toBe(201);
    const [draft] = await mailbox.list(complaints, "drafts");
    const path = `/users/${complaints}/messages/${draft?.id ?? ""}/send`;
    expect((await request(path, asNoSend)).status).toBe(403);
  });
});

describe("requests are limited", () => {
  /** Begins a request and leaves it unfinished, so that it stays under way. */
  function begin({ localUrl }: EstateMail, mailbox: string): ClientRequest {
    const started = httpRequest(
      localUrl(`https://graph.microsoft.com/v1.0/users/${mailbox}/messages`),
      {
        method: "POST",
        headers: { authorization: "Bearer redress", "content-type": "application/json" },
      },
    );
    started.on("error", () => undefined);
    started.write("{");
    return started;
  }

  test("to four at once to one mailbox: the fifth is 429 with Retry-After", async () => {
    const estate = await openEstateMail();
    const underWay = [1, 2, 3, 4].map(() => begin(estate, complaints));
    await expect
      .poll(async () => (await estate.request(inbox)).status, { timeout: 10_000 })
      .toBe(429);
    const answer = await estate.request(inbox);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ error: { code: "ApplicationThrottled" } });

    const elsewhere = await estate.request("/users/parking@wexcombe.gov.uk/messages");
    expect(elsewhere.status).toBe(200);
    const other = await estate.request(inbox, { headers: { authorization: "Bearer other-app" } });
    expect(other.status).toBe(200);

    for (const request of underWay) request.end("}");
    await expect
      .poll(async () => (await estate.request(inbox)).status, { timeout: 10_000 })
      .toBe(200);
  });

  test("to four megabytes each", async () => {
    const { request } = await openEstateMail();
    const answer = await request(`/users/${complaints}/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ subject: "x".repeat(4 * 1024 * 1024) }),
    });
    expect(answer.status).toBe(413);
  });
});

describe("a request that makes no sense", () => {
  test.each([
    ["that is no JSON", "{ subject", "application/json"],
    ["whose type is not JSON", '{"subject":"x"}', "text/plain"],
  ])("is refused when it has a body %s", async (_what, body, type) => {
    const { request, mailbox } = await openEstateMail();
    const answer = await request(`/users/${complaints}/messages`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await mailbox.list(complaints, "drafts")).toEqual([]);
  });

  test("is refused when it asks for something this mailbox does not serve", async () => {
    const { request } = await openEstateMail();
    const answer = await request(`/users/${complaints}/calendar`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "BadRequest" } });
  });
});

describe("a service that is busy on purpose", () => {
  test("answers 429 with and without Retry-After, then 503, as often as it was told to", async () => {
    const { mailbox, request } = await openEstateMail();
    mailbox.faults.add({ kind: "throttled", retryAfterSeconds: 7 });
    mailbox.faults.add({ kind: "throttled" });
    mailbox.faults.add({ kind: "unavailable" }, { times: 2 });
    const seen: [number, string | null][] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await request(inbox);
      seen.push([answer.status, answer.headers.get("retry-after")]);
    }
    expect(seen).toEqual([
      [429, "7"],
      [429, null],
      [503, null],
      [503, null],
      [200, null],
    ]);
  });

  test("spares the requests that the fault does not name", async () => {
    const { mailbox, request } = await openEstateMail();
    mailbox.faults.add({ kind: "unavailable" }, { path: /createReply$/ });
    expect((await request(inbox)).status).toBe(200);
    const { id } = await mailbox.deliver(plainMail());
    const path = `/users/${complaints}/messages/${id}/createReply`;
    expect((await request(path, { method: "POST" })).status).toBe(503);
    expect((await request(path, { method: "POST" })).status).toBe(201);
    expect(mailbox.faults.waiting()).toEqual([]);
  });

  test("recovers at once when the faults are cleared", async () => {
    const { mailbox, request } = await openEstateMail();
    mailbox.faults.add({ kind: "unavailable" }, { times: 100 });
    mailbox.faults.clear();
    expect((await request(inbox)).status).toBe(200);
  });
});
