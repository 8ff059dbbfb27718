import { afterEach, describe, expect, it, vi } from "vitest";
import { createApiClient } from "../../tab/api-client.ts";
import { ApiProblem } from "../../tab/api-problem.ts";
import { officer } from "./council-data.ts";

const told = {
  type: "about:blank",
  title: "The case has changed",
  status: 409,
  detail: "Look at it again.",
  reference: "4f1c2a9e",
};

/** Answers every fetch with this and remembers what was asked. */
function answerWith(answer: () => Response): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => {
    asked.push(new Request(new URL(url, "https://redress.example"), init));
    return Promise.resolve(answer());
  });
  return asked;
}

const problemFrom = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiProblem) return error;
  throw new Error("The call did not fail with an ApiProblem.");
};

afterEach(() => vi.unstubAllGlobals());

describe("the API client", () => {
  it("asks Teams for a token on every call and keeps none", async () => {
    const asked = answerWith(() => Response.json(officer));
    let tokens = 0;
    const api = createApiClient(() => Promise.resolve(`token-${++tokens}`));
    await api.me();
    await api.me();
    expect(asked.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  it("sends an action as JSON to its case, whatever the reference holds", async () => {
    const accepted = { caseId: "a/b", version: 2, message: "Done." };
    const asked = answerWith(() => Response.json(accepted));
    const api = createApiClient(() => Promise.resolve("token"));
    const request = { actionId: "12345678", action: { type: "approve", text: "f".repeat(64) } };
    expect(await api.act("a/b", request as never)).toEqual(accepted);
    expect(asked[0]?.method).toBe("POST");
    expect(asked[0]?.url).toBe("https://redress.example/api/cases/a%2Fb/actions");
    expect(await asked[0]?.json()).toEqual(request);
  });

  it("hands on what the service says, with its reference", async () => {
    answerWith(() => Response.json(told, { status: 409 }));
    const problem = await problemFrom(createApiClient(() => Promise.resolve("t")).caseDetail("X"));
    const { title, detail, status, reference } = told;
    expect(problem).toMatchObject({ kind: "refused", title, detail, status, reference });
    expect([problem.caseHasChanged, problem.mayPass]).toEqual([true, false]);
  });

  it("tells a broken service from a refusal", async () => {
    answerWith(() => new Response("<html>Bad gateway</html>", { status: 502 }));
    const problem = await problemFrom(createApiClient(() => Promise.resolve("t")).me());
    expect(problem).toMatchObject({ kind: "failed", status: 502, mayPass: true });
  });

  it("says that nothing can be reached when there is no connection", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const problem = await problemFrom(createApiClient(() => Promise.resolve("t")).me());
    expect(problem).toMatchObject({ kind: "unreachable", mayPass: true });
  });

  it("refuses an answer it does not understand rather than showing half of it", async () => {
    answerWith(() => Response.json({ ...officer, queues: "none" }));
    const problem = await problemFrom(createApiClient(() => Promise.resolve("t")).me());
    expect(problem.title).toBe("This page is out of date");
  });

  it("says that Teams gave no sign-in, without asking the service", async () => {
    const asked = answerWith(() => Response.json(officer));
    const api = createApiClient(() => Promise.reject(new Error("consent_required")));
    expect((await problemFrom(api.me())).kind).toBe("signed-out");
    expect(asked).toHaveLength(0);
  });
});
