import { describe, expect, it } from "vitest";
import { createConsoleLogger } from "#api/adapters/logging/console-logger.ts";
import type { WebForm } from "#api/contract/web-form.ts";
import { ok, refused } from "#api/domain/result.ts";
import { intakeEndpoint } from "#api/functions/http/intake-endpoint.ts";
import { call } from "./call.ts";

const form = { submissionId: "form-000001", name: "Edith Marlow", happened: "My bin is left out." };
const answer = { caseId: "CMP-7K3Q-9D", receivedAt: "2026-11-10T10:00:00.000Z", message: "Taken." };

/** The website's door, which believes one token and knows of one that may not. */
function door() {
  const taken: [string, WebForm][] = [];
  const log: string[] = [];
  const endpoint = intakeEndpoint({
    verifyApplication: (authorization) =>
      Promise.resolve(
        authorization === "Bearer website"
          ? ok("site-1")
          : refused({
              kind: authorization === "Bearer person" ? "not-permitted" : "not-believed",
              why: "of the test",
            } as const),
      ),
    takeInWebForm: (website, given) => {
      taken.push([website, given]);
      return Promise.resolve(ok(answer));
    },
    logger: createConsoleLogger((line) => void log.push(line)),
  });
  const send = (token: string | undefined, body: string) =>
    call(endpoint, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body,
    });
  return { send, taken, log };
}

describe("a form from the council’s website", () => {
  it("is taken in for the application that sent it, and answered with its reference", async () => {
    const { send, taken } = door();
    const response = await send("website", JSON.stringify({ ...form, email: "" }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(answer);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(taken).toMatchObject([["site-1", form]]);
  });

  it.each([
    [undefined, 401],
    ["stranger", 401],
    ["person", 403],
  ])("with the token of %s gets %d and reaches nothing", async (token, status) => {
    const { send, taken, log } = door();
    const response = await send(token, JSON.stringify(form));
    expect(response.status).toBe(status);
    expect(taken).toEqual([]);
    expect(log.join()).not.toContain("Edith");
  });

  it("that is filled in wrongly is told field by field what to do", async () => {
    const { send, taken } = door();
    const response = await send("website", JSON.stringify({ ...form, name: "", email: "at home" }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      fields: {
        name: "Ask for a name; send “Anonymous” if there is none.",
        email: "Check the e-mail address, or leave it out.",
      },
    });
    expect(taken).toEqual([]);
  });

  it("may bring files of several megabytes", async () => {
    const { send, taken } = door();
    const attachments = [{ name: "bin.jpg", content: "AAAA".repeat(1_000_000) }];
    const response = await send("website", JSON.stringify({ ...form, attachments }));
    expect(response.status).toBe(200);
    expect(taken).toHaveLength(1);
  });
});
