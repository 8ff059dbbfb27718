import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "#api/contract/problem.ts";
import { EstateClient, until } from "#local/check/estate-client.ts";
import { estate as council } from "#local/estate.ts";
import { startEstate, type Estate } from "#local/estate-runtime.ts";
import { ssoClaims } from "#local/identity/claims.ts";

describe("bad input gets a clear answer and changes nothing", () => {
  let estate: Estate;
  let client: EstateClient;
  let dataFolder = "";
  let caseId = "";

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "redress-bad-input-"));
    estate = await startEstate({ dataFolder, ports: "free" });
    client = new EstateClient(estate.url);
    await client.sendMail("joan.whitfield@example.com", {
      subject: "Missed bin",
      text: "My bin was missed again.",
    });
    caseId = await until("the mail is logged and acknowledged", async () => {
      const [row] = await client.person("Priya Nair").list("triage");
      if (row === undefined) return undefined;
      const { history } = await client.person("Priya Nair").open(row.caseId);
      return history.some(({ what }) => what.startsWith("acknowledged")) ? row.caseId : undefined;
    });
  });
  afterAll(async () => {
    await estate.stop();
    await rm(dataFolder, { recursive: true });
  });

  const priya = council.people.find(({ name }) => name === "Priya Nair");

  async function ask(path: string, request: RequestInit & { token?: string } = {}) {
    const { token = await estate.identity.ssoToken(person()), ...init } = request;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(estate.url + path, { ...init, headers });
    return { status: response.status, problem: Problem.safeParse(await response.json()).data };
  }

  function person() {
    if (priya === undefined) throw new Error("Priya Nair is not in the directory.");
    return priya;
  }

  /** Everything the case and the mailbox show, to compare before and after. */
  async function everything() {
    const detail = await client.person("Priya Nair").open(caseId);
    const { received } = await client.person("Priya Nair").assurance();
    const rows = await client.person("Priya Nair").list("all-cases");
    return { detail, received, cases: rows.map((row) => row.caseId) };
  }

  async function changesNothing<T>(attempt: () => Promise<T>): Promise<T> {
    const before = await everything();
    const answer = await attempt();
    await estate.host.drain();
    expect(await everything()).toEqual(before);
    return answer;
  }

  function act(action: unknown, token?: string) {
    return ask(`/api/cases/${caseId}/actions`, {
      method: "POST",
      body: JSON.stringify({ actionId: randomUUID(), action }),
      ...(token === undefined ? {} : { token }),
    });
  }

  const note = { type: "add-note", text: "Not to be written." };

  it.each([
    ["expired", () => ({ exp: Math.floor(estate.clock.now().getTime() / 1000) - 3600 })],
    ["for another app", () => ({ aud: "99999999-0000-4000-8000-000000000000" })],
    ["of another tenant", () => ({ tid: "99999999-0000-4000-8000-000000000000" })],
    ["asked for by an unknown client", () => ({ azp: "99999999-0000-4000-8000-000000000000" })],
    ["without the tab's scope", () => ({ scp: "User.Read" })],
  ])("a token %s", async (_what, wrong) => {
    const token = await estate.identity.signToken({ ...ssoClaims(council, person()), ...wrong() });
    const { status, problem } = await changesNothing(() => act(note, token));
    expect(status).toBe(401);
    expect(problem?.detail).toContain("Open Redress in Teams again");
  });

  it("a token signed by a foreign key", async () => {
    const token = await estate.identity.signToken(ssoClaims(council, person()), { key: "foreign" });
    expect((await changesNothing(() => act(note, token))).status).toBe(401);
  });

  it("a case that does not exist, which looks like one that is not yours", async () => {
    const unknown = await ask("/api/cases/CMP-0000-00");
    expect(unknown.status).toBe(404);
    const tom = await estate.identity.ssoToken(council.people[1] ?? person());
    const notHis = await ask(`/api/cases/${caseId}`, { token: tom });
    expect(notHis.status).toBe(404);
    expect(notHis.problem?.detail).toBe(unknown.problem?.detail);
  });

  it("malformed JSON, and JSON that is no action", async () => {
    const path = `/api/cases/${caseId}/actions`;
    const broken = await changesNothing(() => ask(path, { method: "POST", body: "{" }));
    expect(broken.status).toBe(400);
    expect(broken.problem?.detail).toContain("not JSON");
    const { status, problem } = await changesNothing(() => act({ type: "delete-everything" }));
    expect(status).toBe(400);
    expect(problem?.detail).toContain("action");
  });

  it("a command the state does not allow, with what is allowed instead", async () => {
    const { status, problem } = await changesNothing(() =>
      act({ type: "close", outcome: "upheld", reason: "Done." }),
    );
    expect(status).toBe(409);
    expect(problem?.detail).toContain("Classify it first");
    expect(problem?.allowed).toEqual(expect.arrayContaining(["classify", "add-note"]));
    expect(problem?.allowed).not.toContain("approve");
  });

  it("a text far too long", async () => {
    const { status, problem } = await changesNothing(() =>
      act({ type: "add-note", text: "x".repeat(300_000) }),
    );
    expect(status).toBe(400);
    expect(problem?.detail).toContain("Shorten");
  });

  it("an activity for the bot that the channel did not sign", async () => {
    const answer = await changesNothing(() =>
      fetch(`${estate.url}/api/messages`, {
        method: "POST",
        body: JSON.stringify({ type: "message", channelId: "msteams", text: "approve" }),
      }),
    );
    expect(answer.status).toBe(401);
  });

  it("a change notification that is not Graph's own", async () => {
    const value = [{ subscriptionId: randomUUID(), clientState: "guessed" }];
    const answer = await changesNothing(() =>
      fetch(`${estate.url}/api/graph/notifications`, {
        method: "POST",
        body: JSON.stringify({ value }),
      }),
    );
    expect(answer.status).toBe(202);
  });

  describe("by mail", () => {
    function smtp() {
      return createTransport({ ...estate.smtp, secure: false, ignoreTLS: true });
    }
    const from = "joan.whitfield@example.com";

    it("to an address that does not exist", async () => {
      const sending = () => smtp().sendMail({ from, to: "nobody@wexcombe.gov.uk", text: "Hello" });
      await changesNothing(() => expect(sending()).rejects.toThrow(/550/));
    });

    it("larger than the mailbox takes", async () => {
      const content = Buffer.alloc(26 * 1024 * 1024, 1);
      const attachments = [{ filename: "film.bin", content }];
      const sending = () =>
        smtp().sendMail({ from, to: council.mailbox, text: "See", attachments });
      await changesNothing(() => expect(sending()).rejects.toThrow(/552/));
    });

    it("with nothing in it is still a mail, and becomes a case like any other", async () => {
      await smtp().sendMail({ from: "silent@example.com", to: council.mailbox });
      const row = await until("the empty mail is logged", async () => {
        const rows = await client.person("Priya Nair").list("triage");
        return rows.find(({ complainant }) => complainant === "silent@example.com");
      });
      expect(row.caseId).toMatch(/^CMP-/);
    });
  });
});
