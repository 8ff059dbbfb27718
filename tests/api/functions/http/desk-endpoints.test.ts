import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { ActionRequest, CaseAction } from "#api/contract/case-action.ts";
import { Problem } from "#api/contract/problem.ts";
import { ok, refused } from "#api/domain/result.ts";
import type { Refusal } from "#api/services/refusal.ts";
import { call, invocationId, named } from "./call.ts";
import { bearer, endpointsOver, tom } from "./desk-stand-in.ts";

const caseId = "CMP-7K3Q-9D";
const note: ActionRequest = {
  actionId: "press-000001",
  action: { type: "add-note", text: "She rang." },
};

/** Presses a button over HTTP, at a desk that answers so. */
function act(body: string, answer?: Refusal) {
  const { endpoints } = endpointsOver({
    act: (_person, id) =>
      Promise.resolve(answer ? refused(answer) : ok({ caseId: id, version: 3, message: "Done." })),
  });
  const asked = { params: { caseId }, headers: bearer, body };
  return call(named(endpoints, "act-on-case"), asked);
}

async function problemIn(response: { json(): Promise<unknown> }): Promise<Problem> {
  return Problem.parse(await response.json());
}

describe("whoever asks without a token that is believed", () => {
  it.each([
    ["nothing", {}],
    ["another's token", { authorization: "Bearer forged" }],
  ])("is told to sign in again when they bring %s", async (_what, headers) => {
    const { endpoints } = endpointsOver({});
    for (const endpoint of endpoints) {
      const response = await call(endpoint, { headers });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await problemIn(response)).toEqual({
        type: "urn:redress:not-signed-in",
        title: "You are not signed in",
        status: 401,
        detail: "Open Redress in Teams again. Your sign-in has expired or is not for Redress.",
        reference: invocationId,
      });
    }
  });

  it("leaves a line in the log that says why, and nothing of the token", async () => {
    const { endpoints, log } = endpointsOver({});
    await call(named(endpoints, "me"), { headers: { authorization: "Bearer forged" } });
    expect(log).toEqual([
      '{"level":"warn","event":"http.not-signed-in","function":"me","why":"no bearer token"}',
    ]);
  });
});

it("tells somebody whom the directory does not know whom to ask", async () => {
  const { endpoints } = endpointsOver({});
  const response = await call(named(endpoints, "me"), {
    headers: { authorization: "Bearer stranger" },
  });
  expect(response.status).toBe(403);
  expect(await problemIn(response)).toMatchObject({
    type: "urn:redress:not-in-directory",
    detail: "Ask the complaints team to add you to the directory of Redress.",
    reference: invocationId,
  });
});

describe("an answer of the desk", () => {
  it("goes out as JSON that nobody keeps", async () => {
    const response = await act(JSON.stringify(note));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ caseId, version: 3, message: "Done." });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("is given to the person of the token, whatever the request says of itself", async () => {
    const asked: unknown[] = [];
    const { endpoints } = endpointsOver({
      act: (person, id, request) => {
        asked.push(person, id, request);
        return Promise.resolve(ok({ caseId: id, version: 1, message: "" }));
      },
    });
    const body = { ...note, person: "somebody else", roles: ["director"] };
    await call(named(endpoints, "act-on-case"), {
      params: { caseId },
      headers: bearer,
      body: JSON.stringify(body),
    });
    expect(asked).toEqual([tom, caseId, note]);
  });

  it.each<[Refusal["kind"], number]>([
    ["bad-request", 400],
    ["not-permitted", 403],
    ["not-found", 404],
    ["changed-since", 409],
    ["not-possible", 409],
    ["conflict", 409],
  ])("that refuses as %s has status %i and says what to do", async (kind, status) => {
    const refusal = { kind, message: "Do this instead." } as Refusal;
    const response = await act(JSON.stringify(note), refusal);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const problem = await problemIn(response);
    expect(problem).toMatchObject({
      type: `urn:redress:${kind}`,
      status,
      detail: "Do this instead.",
      reference: invocationId,
    });
    expect(problem.title).not.toBe("");
  });

  it("that something is not possible now names what is", async () => {
    const response = await act(JSON.stringify(note), {
      kind: "action-not-available",
      message: "Classify it first.",
      allowed: ["classify", "add-note"],
    });
    expect(response.status).toBe(409);
    expect((await problemIn(response)).allowed).toEqual(["classify", "add-note"]);
  });
});

describe("a complaint that somebody took down", () => {
  const complaint = {
    actionId: "call-000001",
    channel: "phone",
    complainant: { name: "Edith Marlow", email: "" },
    subject: "Bin left in the road",
    words: "It is always in the way.",
  };
  const answer = { caseId, version: 1, message: "Logged.", mayOpen: true };

  it("is given to the desk as the person of the token took it down", async () => {
    const asked: unknown[] = [];
    const { endpoints } = endpointsOver({
      logComplaint: (person, taken) => {
        asked.push(person, taken);
        return Promise.resolve(ok(answer));
      },
    });
    const body = JSON.stringify({ ...complaint, person: "somebody else" });
    const response = await call(named(endpoints, "log-complaint"), { headers: bearer, body });
    expect(await response.json()).toEqual(answer);
    expect(asked).toEqual([tom, { ...complaint, complainant: { name: "Edith Marlow" } }]);
  });

  it("is refused by field when something is missing, and never reaches the desk", async () => {
    const { endpoints } = endpointsOver({});
    const body = JSON.stringify({ ...complaint, complainant: { name: "" }, words: "" });
    const response = await call(named(endpoints, "log-complaint"), { headers: bearer, body });
    expect(response.status).toBe(400);
    expect(await problemIn(response)).toMatchObject({
      fields: { name: "Write who complains.", words: "Write what was said." },
    });
  });
});

describe("a fault", () => {
  it("shows a reference and nothing of itself, and is logged once under that reference", async () => {
    const { endpoints, log } = endpointsOver({
      me: () => {
        throw new Error("Joan Whitfield's row is broken");
      },
    });
    const response = await call(named(endpoints, "me"), { headers: bearer });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("Joan");
    expect(JSON.parse(text)).toMatchObject({
      type: "urn:redress:fault",
      detail: "Nothing was changed unless it says so on the case. Try again in a minute.",
      reference: invocationId,
    });
    expect(log).toHaveLength(1);
    expect(log[0]).toContain(invocationId);
    expect(log[0]).not.toContain("Joan");
  });
});

describe("a request that cannot be read", () => {
  it.each([
    ["is empty", ""],
    ["is no JSON", '{"actionId": '],
  ])("because it %s gets 400 and is told so", async (_why, body) => {
    const response = await act(body);
    expect(response.status).toBe(400);
    expect((await problemIn(response)).detail).toMatch(/not JSON/);
  });

  it.each([
    [
      "asks for nothing known",
      '{"actionId":"press-000001","action":{"type":"delete"}}',
      { type: expect.stringContaining("There is no such action.") as string },
    ],
    [
      "has no action id",
      '{"action":{"type":"add-note","text":"She rang."}}',
      { actionId: "Send an actionId of 8 to 64 letters and digits." },
    ],
    [
      "says nothing in its note",
      '{"actionId":"press-000001","action":{"type":"add-note","text":"  "}}',
      { text: "Write the note first." },
    ],
    [
      "leaves several fields of a form empty",
      '{"actionId":"press-000001","action":{"type":"close","outcome":"","reason":""}}',
      { outcome: "Choose the outcome.", reason: "Write why the case is closed first." },
    ],
    [
      "has something wrong inside a list",
      '{"actionId":"press-000001","action":{"type":"restrict-access","members":[7],"reason":"Yes."}}',
      { members: expect.stringContaining("expected string") as string },
    ],
  ])("because it %s gets 400 and is told field by field", async (_why, body, fields) => {
    const response = await act(body);
    expect(response.status).toBe(400);
    const problem = await problemIn(response);
    expect(problem.fields).toEqual(fields);
    expect(problem.detail).toBe(Object.values(problem.fields ?? {}).join(" "));
  });

  it("because it is larger than any letter is told to be shorter", async () => {
    const action = { type: "add-note", text: "é".repeat(140_000) };
    const response = await act(JSON.stringify({ ...note, action }));
    expect(response.status).toBe(400);
    expect((await problemIn(response)).detail).toBe("The request is too large. Shorten the text.");
  });

  it("leaves the longest letter in peace", async () => {
    const action: CaseAction = { type: "save-draft", text: "€".repeat(50_000) };
    expect((await act(JSON.stringify({ ...note, action }))).status).toBe(200);
  });
});

describe("a list", () => {
  it("is asked for by its name and by the place after which it goes on", async () => {
    const asked: unknown[] = [];
    const { endpoints } = endpointsOver({
      list: (person, queue, view) => {
        asked.push([person.name, queue, view]);
        return Promise.resolve(ok({ queue, rows: [] }));
      },
    });
    const list = named(endpoints, "list-cases");
    const first = { params: { queue: "my-cases" }, headers: bearer };
    await call(list, first);
    const view = { sort: "oldest", clock: "overdue", after: "0~2026-11-24_CMP-7K3Q-9D" };
    await call(list, { ...first, query: view });
    const refused = await call(list, { ...first, query: { sort: "by-luck" } });
    expect(refused.status).toBe(400);
    expect(asked).toEqual([
      ["Tom Okafor", "my-cases", {}],
      ["Tom Okafor", "my-cases", view],
    ]);
  });

  it("that does not exist is not looked for", async () => {
    const { endpoints } = endpointsOver({});
    const response = await call(named(endpoints, "list-cases"), {
      params: { queue: "everything" },
      headers: bearer,
    });
    expect(response.status).toBe(404);
    expect((await problemIn(response)).detail).toContain("navigation");
  });
});

describe("a file that came with a mail", () => {
  async function download(name: string, shown: { shownType?: string } = {}) {
    const record = { id: "AAMk1", name, type: "text/html", bytes: 8 };
    const content = Readable.from([new TextEncoder().encode("<script>")]);
    const { endpoints } = endpointsOver({
      openAttachment: () => Promise.resolve(ok({ record, content, ...shown })),
    });
    return call(named(endpoints, "open-attachment"), {
      params: { caseId, attachmentId: "AAMk1" },
      headers: bearer,
    });
  }

  it("is a download that no browser runs or keeps, whatever its sender called it", async () => {
    const response = await download("photo.html");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<script>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename*=UTF-8''photo.html",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it("is shown where its own bytes say that it is a picture, under the type they say", async () => {
    const response = await download("bins.html", { shownType: "image/png" });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline; filename*=UTF-8''bins.html",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it.each([
    ["O'Brien (2).pdf", "O%27Brien%20%282%29.pdf"],
    ["photo.jpg\r\nSet-Cookie: a=b", "photo.jpg%0D%0ASet-Cookie%3A%20a%3Db"],
    ["Übersicht €.pdf", "%C3%9Cbersicht%20%E2%82%AC.pdf"],
    ["half\ud83d.png", "half%EF%BF%BD.png"],
  ])("called %j keeps its name in the header", async (name, encoded) => {
    const response = await download(name);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encoded}`,
    );
  });

  it("that is not there gets 404", async () => {
    const { endpoints } = endpointsOver({
      openAttachment: () =>
        Promise.resolve(refused({ kind: "not-found", message: "The case has no such file." })),
    });
    const response = await call(named(endpoints, "open-attachment"), {
      params: { caseId, attachmentId: "AAMk2" },
      headers: bearer,
    });
    expect(response.status).toBe(404);
    expect((await problemIn(response)).detail).toBe("The case has no such file.");
  });
});

describe("a letter for post", () => {
  const asked = (form: string) => {
    const { endpoints } = endpointsOver({
      letterForPost: (_person, { text, form }) =>
        Promise.resolve(
          ok({ name: `${caseId} letter.${form}`, form, content: new TextEncoder().encode(text) }),
        ),
    });
    const params = { caseId, text: "abc", form };
    return call(named(endpoints, "letter-for-post"), { params, headers: bearer });
  };

  it("is a download of the kind it says", async () => {
    const response = await asked("pdf");
    expect(await response.text()).toBe("abc");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename*=UTF-8''${caseId}%20letter.pdf`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it("is of no other kind", async () => {
    expect((await asked("html")).status).toBe(404);
  });
});
