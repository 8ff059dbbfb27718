import { describe, expect, it } from "vitest";
import { StorageWorkQueue } from "#api/adapters/queues/storage-work-queue.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";

const { storage, azurite } = useStorage();

type Name = "sync" | "intake" | "drain";

/** Takes and deletes whatever can be seen, as the host does with work that is done. */
async function taken(name: Name): Promise<unknown[]> {
  const queue = storage().queues[name];
  const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
  for (const { messageId, popReceipt } of receivedMessageItems) {
    await queue.deleteMessage(messageId, popReceipt);
  }
  return receivedMessageItems.map(({ messageText }) => JSON.parse(messageText) as unknown);
}

describe("a message of work", () => {
  it("says what to do by ids alone, as plain JSON", async () => {
    const queue = new StorageWorkQueue(storage().queues);
    await queue.syncMailbox("complaints@wexcombe.gov.uk");
    const news = { why: "reauthorizationRequired", subscription: "s1" } as const;
    await queue.watchMailbox("complaints@wexcombe.gov.uk", news);
    const mail = { mailbox: "complaints@wexcombe.gov.uk", graphId: "AAMk1" };
    await queue.takeIn({ ...mail, subject: "not this" } as typeof mail);
    await queue.drainCase("CMP-0000-00", 0);
    expect(await taken("sync")).toEqual([
      { mailbox: "complaints@wexcombe.gov.uk" },
      { mailbox: "complaints@wexcombe.gov.uk", watch: news },
    ]);
    expect(await taken("intake")).toEqual([mail]);
    expect(await taken("drain")).toEqual([{ caseId: "CMP-0000-00" }]);
  });

  it("comes after its delay, and never expires", async () => {
    const queue = new StorageWorkQueue(storage().queues);
    const mail = { mailbox: "complaints@wexcombe.gov.uk", graphId: "AAMk2" };
    await queue.drainCase("CMP-0000-01", 30);
    await queue.takeIn(mail, 60);
    expect([...(await taken("drain")), ...(await taken("intake"))]).toEqual([]);
    await azurite().moveClock(31_000);
    expect(await taken("drain")).toEqual([{ caseId: "CMP-0000-01" }]);
    expect(await taken("intake")).toEqual([]);
    // A fortnight: longer than Azure keeps a message that does not ask for more.
    await azurite().moveClock(14 * 86_400_000);
    expect(await taken("intake")).toEqual([mail]);
  });
});

it("that the host gave up is found with what it asked for, until it is kept elsewhere", async () => {
  const { poison } = storage().queues;
  await poison.drain.sendMessage(JSON.stringify({ caseId: "CMP-0000-02" }));
  await poison.intake.sendMessage("nobody of us wrote this");
  const queue = new StorageWorkQueue(storage().queues);
  const given = await queue.givenUp();
  expect(given.map(({ work }) => work)).toEqual([
    undefined,
    { queue: "drain", caseId: "CMP-0000-02" },
  ]);
  expect(await queue.givenUp(), "another process leaves it alone meanwhile").toEqual([]);
  for (const one of given) await one.forget();
  await azurite().moveClock(15 * 86_400_000);
  expect(await queue.givenUp()).toEqual([]);
});
