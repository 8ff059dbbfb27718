import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createAssuranceDesk,
  proveNothingLost,
  type AssuranceDesk,
} from "#api/services/assurance/assurance-desk.ts";
import { followUnaccounted } from "#api/services/assurance/follow-unaccounted.ts";
import { tellUnaccounted } from "#api/services/assurance/tell-unaccounted.ts";
import { checkAccess } from "#api/services/mailbox/check-access.ts";
import { syncMailbox, syncMailboxes } from "#api/services/mailbox/sync-mailbox.ts";
import { watchMailboxes } from "#api/services/mailbox/watch-mailbox.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { takeInMail } from "#api/services/intake/take-in-mail.ts";
import { estate } from "#local/estate.ts";
import { diesBeforeWrite, holding, ProcessDied, type CallGate } from "#tests/support/calls.ts";
import { openCouncil, personCalled, type Council } from "#tests/support/council.ts";
import {
  expectNothingPersonal,
  expectQuiet,
  ledgerRows,
  onlyCase,
} from "#tests/support/expectations.ts";
import { inOutlook } from "#tests/support/graph.ts";
import { harmEverywhere } from "#tests/support/harm.ts";
import { arrives, joan, personalWords, readMail, received } from "#tests/support/joan.ts";
import { workOff } from "#tests/support/worker.ts";

const priya = personCalled("Priya Nair");
const sam = personCalled("Sam Doyle");
const olu = personCalled("Olu Adeyemi");

let council: Council;

beforeAll(async () => {
  council = await openCouncil();
});
afterAll(() => council.close());
beforeEach(() => council.begin());
afterEach(() => expectNothingPersonal(council, personalWords));

const desk = (gate?: CallGate) => createAssuranceDesk(council.process(gate));
const prove = (gate?: CallGate) => proveNothingLost(council.process(gate));
const cardsOf = (person: { id: string }) =>
  council.chat.seenBy(person.id).filter(({ kind }) => kind === "mail-unaccounted");

async function page(person = priya) {
  const answer = await desk().overview(person);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** A mail that no sync ever tells of, found missing by a check whose own queueing was lost too. */
async function lostMail() {
  const mail = await arrives(council);
  council.clock.advance(1200);
  await prove();
  council.queue.clear();
  return mail;
}

async function refusalOf(answer: ReturnType<AssuranceDesk["act"]>): Promise<string> {
  const { ok, ...said } = await answer;
  expect(ok).toBe(false);
  return "error" in said ? said.error.message : "";
}

/** The process dies when its case is committed, before anything else is written. */
function diesAfterCommit(): CallGate {
  let committed = false;
  return async (call, run) => {
    if (committed) throw new ProcessDied("The process died.");
    const answer = await run();
    committed ||= call.name === "cases.transact";
    return answer;
  };
}

/** The page's one entry of a kind. */
async function only(list: "missing" | "givenUp") {
  const entries = (await page())[list];
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  if (entry === undefined) throw new Error("Nothing is listed.");
  return entry;
}

describe("a mail that no notification and no delta told of", () => {
  it("is found by the check and taken in, without anybody being bothered", async () => {
    await arrives(council);
    council.clock.advance(1200);
    await prove();
    expect(await page()).toMatchObject({ received: 1, unaccounted: 1, missing: [{}] });
    await workOff(council);
    await onlyCase(council);
    council.clock.advance(3600);
    await prove();
    expect(await page()).toMatchObject({ received: 1, accountedFor: 1, missing: [] });
    expect(cardsOf(priya)).toEqual([]);
  });

  it("is told to the complaints team when that did not help: once a day, not at every check", async () => {
    await lostMail();
    expect(cardsOf(priya)).toEqual([]);
    for (const minutes of [20, 40, 60]) {
      council.clock.advance(minutes * 60);
      await prove();
      council.queue.clear();
    }
    expect(cardsOf(priya)).toMatchObject([{ mails: 1, otherWork: 0, oldestWords: "Tue 10 Nov" }]);
    council.clock.moveTo("2026-11-11T03:10:00Z");
    await prove();
    expect(cardsOf(priya), "nobody at night").toHaveLength(1);
    council.clock.moveTo("2026-11-11T08:10:00Z");
    await prove();
    expect(cardsOf(priya)).toHaveLength(2);
  });

  it("is taken in, and told of, whenever the check is killed", { timeout: 120_000 }, async () => {
    const harmed = await harmEverywhere(council, diesBeforeWrite, async (gate) => {
      const mail = await arrives(council);
      const { internetMessageId, receivedAt, key } = await readMail(council, mail);
      const handle = { mailbox: estate.mailbox, graphId: mail.id };
      const at = council.clock.now().toISOString();
      const found = { ...handle, internetMessageId, receivedAt, key, foundAt: at, queuedAt: at };
      await council.process().assurance.saveUnaccounted(found);
      const check = async (ports: Ports) => {
        council.clock.advance(1200);
        await followUnaccounted(ports, []);
        await tellUnaccounted(ports);
      };
      await check(council.process(gate)).catch(() => undefined);
      await check(council.process());
      const { length } = cardsOf(priya);
      expect(length, "told, and at most once more after a crash").toBeGreaterThanOrEqual(1);
      expect(length).toBeLessThanOrEqual(2);
      await workOff(council);
      await onlyCase(council);
      await followUnaccounted(council.process(), []);
      expect(await council.process().assurance.unaccounted()).toEqual([]);
    });
    expect(harmed).toBeGreaterThan(3);
  });

  it("still counts when somebody has deleted it since it was taken in", async () => {
    const mail = await arrives(council);
    await takeInMail(council.process(), { mailbox: estate.mailbox, graphId: mail.id });
    await inOutlook("DELETE", `/messages/${mail.id}`);
    council.clock.advance(1200);
    await prove();
    expect(await page()).toMatchObject({ received: 1, accountedFor: 1, unaccounted: 0 });
  });
});

describe("the proof", () => {
  it("counts every mail wherever it lies, finds what no look told of, and says what it covers", async () => {
    const places = [
      "junkemail",
      "compliments",
      "deleteditems",
      "recoverableitemsdeletions",
    ] as const;
    for (const folder of places) {
      council.mailbox.faults.add({ kind: "removed-unread", folder });
      await arrives(council, { from: `Somebody <${folder}@example.com>` });
    }
    await council.process().mailbox.draftNew(estate.mailbox, joan.address, {
      ...{ subject: "Not finished", html: "<p>Not finished</p>", marker: "none" },
    });
    council.clock.advance(1200);
    await prove();
    expect(await page()).toMatchObject({ received: 4, unaccounted: 4 });
    await workOff(council);
    expect(await ledgerRows(council)).toHaveLength(4);
    await prove();
    expect(await page()).toMatchObject({ received: 4, accountedFor: 4, unaccounted: 0 });
    expect((await page()).covered).toContain(
      "in every folder, Junk Email and Deleted Items included",
    );
  });
});

describe("setting a mail aside", () => {
  it("keeps the reason, who gave it and the mail, and never lets it become a case", async () => {
    const { id: graphId } = await lostMail();
    const { id } = await only("missing");
    const text = await desk().mailText(priya, id);
    expect(text).toMatchObject({ ok: true, value: { subject: joan.subject } });
    const action = { type: "set-aside", id, reason: "A test of ours" } as const;
    expect(await desk().act(priya, action)).toMatchObject({ ok: true });
    await takeInMail(council.process(), { mailbox: estate.mailbox, graphId });
    expect(await ledgerRows(council)).toMatchObject([{ outcome: "set-aside", byId: priya.id }]);
    const list = await desk().mail(olu, { from: "2026-11-10", to: "2026-11-10" });
    expect(list).toMatchObject({
      ok: true,
      value: { rows: [{ reason: "A test of ours", readable: false }] },
    });
    expect(await desk().mailText(priya, id)).toMatchObject({ value: { subject: joan.subject } });
    expect(await refusalOf(desk().act(sam, action))).toContain("Priya Nair set it aside");
  });

  it("is refused in words when the mail has become a case, also before the ledger says so", async () => {
    const { id: graphId } = await lostMail();
    const { id } = await only("missing");
    const action = { type: "set-aside", id, reason: "A test of ours" } as const;
    const handle = { mailbox: estate.mailbox, graphId };
    await takeInMail(council.process(diesAfterCommit()), handle).catch(() => undefined);
    expect(await desk().act(priya, action)).toMatchObject({ error: { kind: "conflict" } });
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect(await refusalOf(desk().act(priya, action))).toContain(theCase.id);
  });

  it("does not stand when the mail becomes a case in that very moment: the case accounts for it", async () => {
    const { id: graphId } = await lostMail();
    const { id } = await only("missing");
    const held = holding("cases.transact");
    const handle = { mailbox: estate.mailbox, graphId };
    const intake = takeInMail(council.process(held.gate), handle);
    await held.reached;
    const action = { type: "set-aside", id, reason: "A test of ours" } as const;
    expect(await desk().act(priya, action)).toMatchObject({ ok: true });
    held.letGo();
    await intake;
    const { case: theCase } = await onlyCase(council);
    expect(await ledgerRows(council)).toMatchObject([{ outcome: "new-case", caseId: theCase.id }]);
  });

  it("and trying again are for the complaints team and the administrator; others only look", async () => {
    await lostMail();
    const { id } = await only("missing");
    const refusal = { ok: false, error: { kind: "not-permitted" } };
    for (const type of ["replay", "set-aside"] as const) {
      expect(await desk().act(olu, { type, id, reason: "x" })).toMatchObject(refusal);
    }
    expect((await page(olu)).missing).toMatchObject([{ offers: [], readable: false }]);
    expect(await desk().mailText(olu, id)).toMatchObject(refusal);
    expect(await desk().overview(personCalled("Tom Okafor"))).toMatchObject(refusal);
    expect((await page(sam)).missing).toMatchObject([{ offers: ["replay", "set-aside"] }]);
  });
});

describe("a mail that Redress took for a machine's by mistake", () => {
  const november = { from: "2026-11-10", to: "2026-11-10" };
  const logIt = (id: string, person = priya) => desk().act(person, { type: "log", id });

  /** Joan's complaint, sent in a way in which only machines send. */
  async function mistaken() {
    const mail = await arrives(council, { headers: { "Auto-Submitted": "auto-replied" } });
    await takeInMail(council.process(), { mailbox: estate.mailbox, graphId: mail.id });
    expect(await ledgerRows(council)).toMatchObject([{ outcome: "machine" }]);
    council.clock.advance(3 * 86_400);
    return { ...mail, id: await listedId() };
  }

  async function listedId(): Promise<string> {
    const list = await desk().mail(priya, november);
    const [row, ...others] = list.ok ? list.value.rows : [];
    if (row === undefined || others.length > 0) throw new Error("One row was expected.");
    return row.id;
  }

  it("becomes a case when somebody who has read it says so, and answers nobody by that", async () => {
    const { id } = await mistaken();
    expect(await desk().mailText(priya, id)).toMatchObject({ value: { subject: joan.subject } });
    const [first, second] = await Promise.all([logIt(id), logIt(id)]);
    expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect(theCase).toMatchObject({ status: "triage", receivedAt: "2026-11-10T10:00:00.000Z" });
    expect(theCase.unacknowledged).toBe(
      "Redress had taken it for machine mail: an automatic reply. Priya Nair made a case of it.",
    );
    expect(received(council)).toEqual([]);
    expect(await ledgerRows(council)).toMatchObject([
      { outcome: "new-case", caseId: theCase.id, byId: priya.id },
    ]);
    expect(await desk().mail(priya, november)).toMatchObject({
      value: { rows: [{ by: "Priya Nair, Fri 13 Nov at 10:00", loggable: false }] },
    });
    expect(await logIt(id), "a press whose answer was lost").toMatchObject({ ok: true });
    expect(await prove()).toMatchObject({ unlisted: [] });
    expect(await page()).toMatchObject({ received: 1, accountedFor: 1, unaccounted: 0 });
  });

  it(
    "becomes one case, not acknowledged, whenever that is killed",
    { timeout: 120_000 },
    async () => {
      const harmed = await harmEverywhere(council, diesBeforeWrite, async (gate) => {
        const { id } = await mistaken();
        const dying = createAssuranceDesk(council.process(gate));
        const answer = await dying.act(priya, { type: "log", id }).catch(() => undefined);
        await workOff(council);
        // Whoever saw it fail presses once more, if it is still offered.
        if (answer === undefined) expect(await logIt(id)).toMatchObject({ ok: true });
        await workOff(council);
        const { case: theCase } = await onlyCase(council);
        expect(await ledgerRows(council)).toMatchObject([{ caseId: theCase.id, byId: priya.id }]);
        expect(received(council)).toEqual([]);
        await expectQuiet(council);
      });
      expect(harmed).toBeGreaterThan(8);
    },
  );

  it("is found where it lies now, and after it was purged somebody is told so", async () => {
    const { id, internetMessageId } = await mistaken();
    const [mail] = await council.mailbox.list(estate.mailbox, "inbox");
    const path = `/messages/${mail?.id ?? ""}`;
    council.mailbox.faults.add({ kind: "throttled", retryAfterSeconds: 20 });
    expect(await refusalOf(logIt(id))).toContain("cannot be reached");
    council.clock.advance(20);
    await inOutlook("POST", `${path}/move`, { destinationId: "recoverableitemsdeletions" });
    const found = await council.process().mailbox.findMail(estate.mailbox, internetMessageId);
    expect(found).toMatchObject({ graphId: mail?.id });
    await inOutlook("POST", `${path}/permanentDelete`);
    expect(await refusalOf(logIt(id))).toContain("not in the mailbox any more");
    expect(await ledgerRows(council)).toMatchObject([{ outcome: "machine" }]);
  });

  it("is for the complaints team, which reads it; and so is one that a person set aside", async () => {
    await lostMail();
    const entry = await only("missing");
    await desk().act(priya, { type: "set-aside", id: entry.id, reason: "A test of ours" });
    const id = await listedId();
    for (const person of [olu, sam, personCalled("Tom Okafor")]) {
      expect(await logIt(id, person)).toMatchObject({ error: { kind: "not-permitted" } });
    }
    expect(await desk().mail(sam, november)).toMatchObject({
      value: { rows: [{ loggable: false }] },
    });
    expect(await logIt(id)).toMatchObject({ ok: true });
    await workOff(council);
    const { case: theCase } = await onlyCase(council);
    expect(theCase.unacknowledged).toContain("Priya Nair had set it aside: A test of ours.");
    expect(await refusalOf(logIt(`mail-2026-11-10-${"0".repeat(64)}`))).toContain("no such mail");
  });
});

describe("a mail whose intake fails again and again", () => {
  it("is listed with what went wrong, and taken in when somebody tries it again", async () => {
    const mail = await arrives(council);
    await council.queue.takeIn({ mailbox: estate.mailbox, graphId: mail.id });
    const broken: CallGate = (call, run) =>
      call.name === "evidence.keepMail"
        ? Promise.reject(Object.assign(new Error("away"), { name: "RestError", statusCode: 503 }))
        : run();
    await workOff(council, council.process(broken));
    const entry = await only("missing");
    expect(entry.words).toContain("Storage could not be used (503). Tried 5 times");
    expect(council.queue.poison, "the platform's copy would expire").toEqual([]);
    expect(await desk().act(sam, { type: "replay", id: entry.id })).toMatchObject({ ok: true });
    await workOff(council);
    await onlyCase(council);
    expect(await page()).toMatchObject({ missing: [], givenUp: [] });
    expect(await desk().act(sam, { type: "replay", id: entry.id })).toMatchObject({
      error: { kind: "conflict" },
    });
  });
});

it("says what waits in triage and for how long, and what each service logged", async () => {
  const mail = await arrives(council);
  await takeInMail(council.process(), { mailbox: estate.mailbox, graphId: mail.id });
  council.clock.moveTo("2026-11-13T10:00:00Z");
  const { waiting, services, health } = await page();
  expect(waiting.words).toBe("1 not classified yet, the oldest 3 working days");
  expect(services.rows.every(({ recent, quiet }) => recent === 0 && !quiet)).toBe(true);
  expect(health.slice(-2)).toMatchObject([
    { name: "Chat", standing: "watch" },
    { name: "Bank holidays", standing: "well" },
  ]);
  expect(health[0]?.words).toContain("Its other folders have not been gone through yet.");
  const ports = council.process();
  await watchMailboxes(ports);
  await checkAccess(ports);
  await syncMailboxes(ports);
  const stands = async () => (await page()).health[0];
  expect(await stands()).toMatchObject({ standing: "well" });
  expect((await stands())?.words).toContain("last looked at Fri 13 Nov at 10:00.");
  // The walk goes on, and no look comes to its end any more.
  council.clock.advance(3600);
  await syncMailbox(ports, estate.mailbox);
  expect(await stands()).toMatchObject({ standing: "wrong" });
  expect(await desk().complaints(priya, "waste")).toMatchObject({ ok: true, value: { rows: [] } });
});
