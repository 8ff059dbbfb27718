import { describe, expect, it } from "vitest";
import { TableAssuranceBook } from "#api/adapters/tables/table-assurance-book.ts";
import { TableChatBook } from "#api/adapters/tables/table-chat-book.ts";
import { TableDirectory } from "#api/adapters/tables/table-directory.ts";
import { TableLedger, TableThreads } from "#api/adapters/tables/table-ledger.ts";
import { TableSyncState } from "#api/adapters/tables/table-sync-state.ts";
import { TableWordsKeys } from "#api/adapters/tables/table-words-keys.ts";
import { sha256 } from "#api/services/digest.ts";
import type { LedgerRow } from "#api/services/ports/ledger.ts";
import { estate } from "#local/estate.ts";
import { personCalled } from "#tests/support/council.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";
import { TestClock } from "#tests/support/test-clock.ts";

const { storage } = useStorage();

describe("the ledger", () => {
  const row = (id: string, receivedAt: string): LedgerRow => ({
    key: sha256(id),
    mailbox: estate.mailbox,
    internetMessageId: id,
    receivedAt,
    recordedAt: receivedAt,
    outcome: "machine",
    reason: "bulk-mail",
  });

  it("keeps the first record of a mail", async () => {
    const ledger = new TableLedger(storage().tables.mail);
    const first = row("<first@example.com>", "2026-11-10T10:00:00.000Z");
    await ledger.record(first);
    await ledger.record({ ...first, outcome: "new-case", caseId: "CMP-0000-00" });
    expect(await ledger.find(first.key, first.receivedAt)).toEqual(first);
  });

  it("counts a mail to the London day it came, whatever the day is in UTC", async () => {
    const ledger = new TableLedger(storage().tables.mail);
    // British Summer Time: half past eleven in UTC is half past midnight in London.
    const late = row("<late@example.com>", "2026-07-01T23:30:00.000Z");
    const rows = Array.from({ length: 40 }, (_, n) =>
      row(`<${n}@example.com>`, "2026-07-02T08:00:00Z"),
    );
    for (const one of [late, ...rows]) await ledger.record(one);
    expect(await ledger.receivedOn(["2026-07-01"])).toEqual([]);
    expect(await ledger.receivedOn(["2026-07-02"])).toHaveLength(41);
    expect(await ledger.receivedOn(["2026-07-01", "2026-07-02", "2026-07-03"])).toHaveLength(41);
  });
});

describe("the acknowledgements of an address on a day", () => {
  const count = (address: string, mail: string, most = 5) =>
    new TableLedger(storage().tables.mail).countAnswer({
      ...{ address, day: "2026-11-10", mail: sha256(mail), most },
    });
  const named = (n: number) => `mail ${n}`;

  it("are as many as it may have, and each mail counts once, however often it is tried", async () => {
    const counted: boolean[] = [];
    for (let n = 0; n < 7; n += 1) counted.push(await count("joan@example.com", named(n)));
    expect(counted).toEqual([true, true, true, true, true, false, false]);
    expect(await count("Joan@Example.com", named(4)), "again").toBe(true);
    expect(await count("joan@example.com", named(6)), "again").toBe(false);
    expect(await count("tom@example.com", named(6)), "somebody else's").toBe(true);
  });

  it("are no more when many mails are counted at once", async () => {
    const all = Array.from({ length: 12 }, (_, n) => named(n));
    const counted = await Promise.all(all.map((mail) => count("flood@example.com", mail)));
    expect(counted.filter(Boolean)).toHaveLength(5);
    const again = await Promise.all(all.map((mail) => count("flood@example.com", mail)));
    expect(again).toEqual(counted);
  });
});

describe("work that was given up", () => {
  it("is kept as what it was, so that trying it again does the same", async () => {
    const book = new TableAssuranceBook(storage().tables.sync);
    const about = { since: "2026-11-10T10:00:00.000Z", lastAt: "2026-11-10T10:00:00.000Z" };
    const watch = { why: "subscriptionRemoved", subscription: "sub-1" } as const;
    const work = { queue: "sync", mailbox: estate.mailbox, watch } as const;
    await book.saveFailed({ id: "watch", attempts: 5, ...about, work });
    expect((await book.findFailed("watch"))?.work).toEqual(work);
  });
});

describe("a thread", () => {
  it("leads to the case it was first remembered for, by any id of it", async () => {
    const threads = new TableThreads(storage().tables.mail);
    const id = `<${"very-long/?#\\".repeat(60)}@example.com>`;
    await threads.remember([id, "AAQk1"], "CMP-0000-01");
    await threads.remember(["AAQk1", "<other@example.com>"], "CMP-0000-02");
    expect(await threads.find(id)).toBe("CMP-0000-01");
    expect(await threads.find("AAQk1")).toBe("CMP-0000-01");
    expect(await threads.find("<other@example.com>")).toBe("CMP-0000-02");
    expect(await threads.find("<unknown@example.com>")).toBeUndefined();
  });
});

describe("the key for somebody's unsaved words", () => {
  it("is made once, also when two windows ask for it at once, and is their own", async () => {
    const keyOf = (person: string) => new TableWordsKeys(storage().tables.people).keyOf(person);
    const [first, second] = await Promise.all([keyOf("tom"), keyOf("tom")]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([second, await keyOf("tom")]).toEqual([first, first]);
    expect(await keyOf("helen")).not.toBe(first);
  });
});

describe("the directory", () => {
  it("believes a role for a minute and no longer", async () => {
    const clock = new TestClock("2026-11-10T10:00:00Z");
    const directory = new TableDirectory(storage().tables.people, clock);
    const helen = personCalled("Helen Marsh");
    await directory.savePerson(helen);
    expect(await directory.findPerson(helen.id)).toEqual(helen);
    const administrator = new TableDirectory(storage().tables.people, clock);
    await administrator.savePerson({ ...helen, roles: [] });
    clock.advance(TableDirectory.freshSeconds - 1);
    expect(await directory.peopleWith("head-of-service", "waste")).toHaveLength(1);
    clock.advance(1);
    expect(await directory.peopleWith("head-of-service", "waste")).toEqual([]);
  });

  it("knows people by mail whatever its case, and by role and service", async () => {
    const clock = new TestClock("2026-11-10T10:00:00Z");
    const directory = new TableDirectory(storage().tables.people, clock);
    const tom = personCalled("Tom Okafor");
    await directory.savePerson(tom);
    for (const service of estate.services) await directory.saveService(service);
    expect(await directory.findByMail(tom.mail.toUpperCase())).toEqual(tom);
    expect(await directory.findByMail("nobody@example.com")).toBeUndefined();
    expect(await directory.peopleWith("case-officer", "waste")).toEqual([tom]);
    expect(await directory.peopleWith("case-officer", "housing")).toEqual([]);
    expect((await directory.services()).map(({ id }) => id).toSorted()).toEqual(
      estate.services.map(({ id }) => id).toSorted(),
    );
  });

  it("keeps memberships and organisations, and reads people who were entered before there were any", async () => {
    const { people } = storage().tables;
    const directory = new TableDirectory(people, new TestClock("2026-11-10T10:00:00Z"));
    const kirsty = personCalled("Kirsty Munro");
    const beth = personCalled("Beth Carver");
    const { procedures: _none, ...long } = personCalled("Rhys Evans");
    for (const person of [kirsty, beth, long]) await directory.savePerson(person);
    expect(await directory.findPerson(kirsty.id)).toMatchObject({ organisation: "Harbour Homes" });
    expect(await directory.findPerson(beth.id)).toMatchObject({ procedures: ["children"] });
    const everybody = await directory.everybody();
    expect(everybody).toEqual(expect.arrayContaining([kirsty, beth, long]));
  });

  it("asks again after storage has failed", async () => {
    const clock = new TestClock("2026-11-10T10:00:00Z");
    const { people } = storage().tables;
    let failures = 1;
    const flaky = Object.assign(Object.create(people) as typeof people, {
      range: async (...asked: Parameters<typeof people.range>) => {
        failures -= 1;
        if (failures >= 0) throw new Error("Storage is away.");
        return people.range(...asked);
      },
    });
    const directory = new TableDirectory(flaky, clock);
    await expect(directory.services()).rejects.toThrow("away");
    expect(await directory.services()).not.toEqual([]);
  });
});

describe("the chat book", () => {
  const card = (person: string, activity: string) => ({
    caseId: "CMP-0000-01",
    purpose: `approval:1:${sha256("letter")}`,
    person,
    at: { conversation: "19:abc@thread.v2;messageid=1", activity },
  });

  it("remembers the newest chat of each person until it is forgotten", async () => {
    const book = new TableChatBook(storage().tables.conversations);
    await book.rememberChat("p1", "first");
    await book.rememberChat("p1", "second");
    expect(await book.findChat("p1")).toBe("second");
    await book.forgetChat("p1");
    expect(await book.findChat("p1")).toBeUndefined();
  });

  it("finds every standing card of one purpose, and no other's", async () => {
    const book = new TableChatBook(storage().tables.conversations);
    const cards = [card("p1", "f:1/2?3#4%5"), card("p1", "f:6"), card("p2", "f:6")];
    const other = { ...card("p1", "f:7"), purpose: `approval:2:${sha256("letter")}` };
    for (const one of [...cards, other]) await book.rememberCard(one);
    const found = await book.cardsOf("CMP-0000-01", card("p1", "").purpose);
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining(cards));
    for (const one of cards) await book.forgetCard(one);
    expect(await book.cardsOf("CMP-0000-01", card("p1", "").purpose)).toEqual([]);
    expect(await book.cardsOf("CMP-0000-01", other.purpose)).toEqual([other]);
  });
});

describe("sync state", () => {
  it("keeps links as long as Graph's, under any name", async () => {
    const sync = new TableSyncState(storage().tables.sync);
    const link = `https://graph.microsoft.com/v1.0/delta?$deltatoken=${"x".repeat(70_000)}`;
    expect(await sync.get("delta:a/b#c?")).toBeUndefined();
    await sync.set("delta:a/b#c?", "old");
    await sync.set("delta:a/b#c?", link);
    expect(await sync.get("delta:a/b#c?")).toBe(link);
  });
});
