import { beforeEach, describe, expect, it } from "vitest";
import { TableCaseStore } from "#api/adapters/tables/table-case-store.ts";
import type { Case } from "#api/domain/case/case.ts";
import type { Effect } from "#api/domain/case/effects.ts";
import type { CaseEvent, CaseEventData } from "#api/domain/case/events.ts";
import { evolve } from "#api/domain/case/evolve.ts";
import type { Commit, StoredCase } from "#api/services/ports/case-store.ts";
import { lives, throughGate, type CallGate } from "#tests/support/calls.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";

const { storage } = useStorage();
const storeThrough = (gate: CallGate) =>
  new TableCaseStore(throughGate(storage().tables.cases, "cases", gate));

let store: TableCaseStore;
let caseId: string;
let stories = 0;

beforeEach(() => {
  stories += 1;
  caseId = `CMP-${String(stories).padStart(4, "0")}-00`;
  store = storeThrough(lives);
});

const hash = "ab".repeat(32);
const at = "2026-11-10T10:00:00.000Z";

function event(sequence: number, data: CaseEventData): CaseEvent {
  return { sequence, at, by: { kind: "system" }, ...data };
}

const logged = (): CaseEvent =>
  event(1, {
    type: "case-logged",
    caseId,
    channel: "email",
    receivedAt: at,
    policy: { id: "lgsco-2024", version: "1" },
    subject: "Bins",
    complainant: { name: "Joan Whitfield", email: "joan@example.com" },
    mail: {
      key: hash,
      mailbox: "complaints@wexcombe.gov.uk",
      graphId: "AAMk1",
      internetMessageId: "<1@example.com>",
      conversationId: "AAQk1",
      from: { name: "Joan Whitfield", email: "joan@example.com" },
      subject: "Bins",
      receivedAt: at,
      text: hash,
      attachments: [],
    },
  });

const acknowledge: Effect = { kind: "acknowledge", key: "acknowledge:1", stage: 1 };

function commitOf(before: StoredCase | undefined, events: CaseEvent[], more: Partial<Commit> = {}) {
  const after = events.reduce<Case | undefined>(evolve, before?.case);
  if (after === undefined) throw new Error("A case begins with an event.");
  return {
    before,
    after,
    events,
    effects: [],
    progress: { attempts: 0 },
    rows: [],
    action: { id: `action-${after.version}`, answer: `answer ${after.version}` },
    ...more,
  };
}

async function committed(commit: Commit) {
  const outcome = await store.commit(commit);
  if (outcome.kind !== "committed") throw new Error(`The commit was a ${outcome.kind}.`);
  return outcome;
}

const note = (sequence: number) => event(sequence, { type: "note-added", text: hash });

describe("a case in storage", () => {
  it("is nothing before it is committed", async () => {
    expect(await store.find(caseId)).toBeUndefined();
    expect(await store.findWithHistory(caseId)).toBeUndefined();
    expect(await store.pendingEffects(caseId)).toEqual([]);
  });

  it("comes back with its history in order and what it owes", async () => {
    const first = await committed(commitOf(undefined, [logged()], { effects: [acknowledge] }));
    const events = Array.from({ length: 12 }, (_, n) => note(n + 2));
    await committed(commitOf(first.stored, events));
    const found = await store.findWithHistory(caseId);
    expect(found?.events).toEqual([logged(), ...events]);
    expect(found?.case.version).toBe(13);
    expect(await store.find(caseId)).toMatchObject({ case: found?.case });
    expect(await store.pendingEffects(caseId)).toMatchObject([
      { caseId, effect: acknowledge, progress: { attempts: 0 } },
    ]);
  });

  it("may be written on with what its commit answered, without reading it again", async () => {
    const { stored, effects } = await committed(
      commitOf(undefined, [logged()], { effects: [acknowledge] }),
    );
    expect(await store.find(caseId)).toEqual(stored);
    expect(await store.pendingEffects(caseId)).toEqual(effects);
    await committed(commitOf(stored, [note(2)]));
  });

  it("keeps words longer than one property of a row", async () => {
    const { stored } = await committed(commitOf(undefined, [logged()]));
    const comment = "Überprüfen 🙂 ".repeat(8000);
    const returned = { comment, by: "Helen Marsh", at };
    const commit = commitOf(stored, [note(2)]);
    await committed({ ...commit, after: { ...commit.after, returned } });
    expect((await store.find(caseId))?.case.returned).toEqual(returned);
  });

  it("refuses a writer who has not seen the newest state, and nothing of theirs is kept", async () => {
    const { stored } = await committed(commitOf(undefined, [logged()]));
    await committed(commitOf(stored, [note(2)]));
    const late = commitOf(stored, [note(2)], {
      effects: [acknowledge],
      action: { id: "late", answer: "" },
    });
    expect(await store.commit(late)).toEqual({ kind: "conflict" });
    expect((await store.findWithHistory(caseId))?.events).toHaveLength(2);
    expect(await store.pendingEffects(caseId)).toEqual([]);
    expect(await store.findAnswer(caseId, "late")).toBeUndefined();
  });

  it("begins once", async () => {
    await committed(commitOf(undefined, [logged()]));
    const again = commitOf(undefined, [logged()], { action: { id: "other", answer: "" } });
    expect(await store.commit(again)).toEqual({ kind: "conflict" });
  });

  it("answers an action that was committed before with its first answer", async () => {
    const { stored } = await committed(commitOf(undefined, [logged()]));
    const action = { id: "press-1", answer: "first" };
    await committed(commitOf(stored, [note(2)], { action }));
    const again = commitOf(stored, [note(2)], { action: { id: "press-1", answer: "second" } });
    expect(await store.commit(again)).toEqual({ kind: "replayed", answer: "first" });
    const fresh = await store.find(caseId);
    const anew = commitOf(fresh, [note(3)], { action: { id: "press-1", answer: "third" } });
    expect(await store.commit(anew)).toEqual({ kind: "replayed", answer: "first" });
  });

  it("finds its own commit again when the answer to it was lost and it is repeated", async () => {
    const commit = commitOf(undefined, [logged()]);
    const losing = storeThrough(async (call, run) => {
      const answer = await run();
      // What the SDK does after a timeout: it repeats a request that took effect.
      return call.name === "cases.transact" ? run() : answer;
    });
    expect(await losing.commit(commit)).toEqual({ kind: "replayed", answer: "answer 1" });
  });
});

describe("an effect that is owed", () => {
  async function owed() {
    const first = await committed(commitOf(undefined, [logged()], { effects: [acknowledge] }));
    const [effect] = first.effects;
    if (effect === undefined) throw new Error("Nothing is owed.");
    return { stored: first.stored, effect };
  }

  it("is advanced only by whoever saw it last", async () => {
    const { effect } = await owed();
    const advanced = await store.advance(effect, {
      attempts: 1,
      step: "sending",
      draftId: "AAMk2",
    });
    expect(advanced).toBeDefined();
    expect(await store.advance(effect, { attempts: 1 })).toBeUndefined();
    expect(await store.pendingEffects(caseId)).toEqual([advanced]);
  });

  it("is struck off with the commit that completes it, or not at all", async () => {
    const { stored, effect } = await owed();
    await committed(commitOf(stored, [note(2)]));
    const stale = commitOf(stored, [note(2)], {
      completes: effect,
      action: { id: "stale", answer: "" },
    });
    expect(await store.commit(stale)).toEqual({ kind: "conflict" });
    expect(await store.pendingEffects(caseId)).toHaveLength(1);
    const fresh = await store.find(caseId);
    await committed(commitOf(fresh, [note(3)], { completes: effect }));
    expect(await store.pendingEffects(caseId)).toEqual([]);
  });

  it("may be struck off twice", async () => {
    const { effect } = await owed();
    await store.complete(effect);
    await store.complete(effect);
    expect(await store.pendingEffects(caseId)).toEqual([]);
    expect(await store.advance(effect, { attempts: 1 })).toBeUndefined();
  });
});

describe("what the lists are known to show", () => {
  const line = (row: string) => ({ partition: "council", row });

  it("gathers with every commit until somebody has written the lists", async () => {
    const first = await committed(commitOf(undefined, [logged()], { rows: [line("a")] }));
    const second = await committed(
      commitOf(first.stored, [note(2)], { rows: [line("a"), line("b")] }),
    );
    expect(second.stored.projection).toMatchObject({ rows: [line("a"), line("b")], version: 0 });
    const { etag } = second.stored.projection;
    const shown = await store.noteProjection(caseId, { rows: [line("b")], version: 2, etag });
    expect((await store.find(caseId))?.projection).toEqual(shown);
  });

  it("is noted only by whoever saw the newest state of it", async () => {
    const first = await committed(commitOf(undefined, [logged()]));
    await committed(commitOf(first.stored, [note(2)]));
    const { etag } = first.stored.projection;
    expect(await store.noteProjection(caseId, { rows: [], version: 1, etag })).toBeUndefined();
  });
});
