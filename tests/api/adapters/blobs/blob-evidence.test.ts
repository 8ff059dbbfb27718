import { buffer } from "node:stream/consumers";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { BlobEvidence } from "#api/adapters/blobs/blob-evidence.ts";
import { sha256 } from "#api/services/digest.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";

const { storage } = useStorage();
const evidence = () => new BlobEvidence(storage().containers.evidence);

const megabyte = 1024 * 1024;
const most = 50 * megabyte;

/** A file that comes in pieces; counts how much of it was asked for. */
class Incoming {
  given = 0;
  readonly #bytes: number;
  readonly #breaksAfter: number;

  constructor(bytes: number, { breaksAfter = Infinity } = {}) {
    this.#bytes = bytes;
    this.#breaksAfter = breaksAfter;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    while (this.given < this.#bytes) {
      if (this.given >= this.#breaksAfter) throw new Error("The line broke.");
      const piece = new Uint8Array(Math.min(64 * 1024, this.#bytes - this.given));
      piece.fill((this.given / piece.length) % 251);
      this.given += piece.length;
      yield await Promise.resolve(piece);
    }
  }
}

/** Runs a piece of work and tells of each block that reaches storage meanwhile. */
async function onEachBlock(told: (bytes: number) => void, run: () => Promise<unknown>) {
  const finished = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    if (request.path.includes("comp=block&")) told(Number(request.getHeader("content-length")));
  };
  subscribe("http.client.response.finish", finished);
  try {
    await run();
  } finally {
    unsubscribe("http.client.response.finish", finished);
  }
}

async function opened({ key, attachmentId }: { key: string; attachmentId: string }) {
  const kept = await evidence().openAttachment(key, attachmentId);
  return kept && buffer(kept);
}

describe("evidence", () => {
  const file = { key: sha256("mail"), attachmentId: "AAMk/1+2=" };

  it("is kept as it first came, whatever comes later under the same name", async () => {
    const { key } = file;
    const first = Buffer.from("From: Joan");
    const kept = await evidence().keepMail(key, [first.subarray(0, 3), first.subarray(3)]);
    expect(kept).toEqual({ isNew: true, bytes: 10, sha256: sha256(first), beginning: first });
    // Whoever comes later learns of what is kept, and not of what they brought.
    expect(await evidence().keepMail(key, [Buffer.from("From: Mallory")])).toEqual({
      ...kept,
      isNew: false,
    });
    await evidence().keepAttachment(file, [Buffer.from([0, 255, 10, 13])], most);
    await evidence().keepAttachment(file, [Buffer.from("other")], most);
    expect(await evidence().openMail(key, most)).toEqual(first);
    expect(await evidence().openMail(key, 4)).toEqual(first.subarray(0, 4));
    expect([...((await opened(file)) ?? [])]).toEqual([0, 255, 10, 13]);
  });

  it("that was never kept is nothing, and an empty file is one", async () => {
    expect(await opened({ key: sha256("none"), attachmentId: "none" })).toBeUndefined();
    expect(await evidence().openMail(sha256("none"), most)).toBeUndefined();
    const empty = { key: sha256("empty"), attachmentId: "1" };
    expect(await evidence().keepAttachment(empty, [], most)).toMatchObject({ bytes: 0 });
    expect(await opened(empty)).toHaveLength(0);
  });

  it("of a large file is never held but for a few blocks of it", async () => {
    const large = { key: sha256("large"), attachmentId: "1" };
    const incoming = new Incoming(28 * megabyte);
    let stored = 0;
    let held = 0;
    const count = (bytes: number): void => {
      held = Math.max(held, incoming.given - stored);
      stored += bytes;
    };
    let kept: object | "too-large" = {};
    await onEachBlock(count, async () => {
      kept = await evidence().keepAttachment(large, incoming, most);
    });
    expect(stored).toBe(28 * megabyte);
    expect(held / megabyte, "three blocks, and what is on its way").toBeLessThanOrEqual(13);
    const whole = await buffer(new Incoming(28 * megabyte));
    expect((await opened(large))?.equals(whole)).toBe(true);
    expect(kept).toMatchObject({ bytes: whole.length, sha256: sha256(whole) });
    // A second attempt finds what the first one kept, whatever it brings.
    const again = await evidence().keepAttachment(large, new Incoming(5 * megabyte), most);
    expect(again).toEqual({ ...kept, isNew: false });
  });

  it.each([
    ["of one block", 300_000],
    ["of several", 12 * megabyte],
  ])(
    "is not half a file %s whose line broke, and whole at the next attempt",
    async (_words, bytes) => {
      const broken = { key: sha256(`broken ${bytes}`), attachmentId: "1" };
      const incoming = new Incoming(bytes, { breaksAfter: bytes / 2 });
      await expect(evidence().keepAttachment(broken, incoming, most)).rejects.toThrow("line broke");
      expect(await opened(broken)).toBeUndefined();
      const kept = await evidence().keepAttachment(broken, new Incoming(bytes), most);
      expect(kept).toMatchObject({ bytes });
      expect(await opened(broken)).toHaveLength(bytes);
    },
  );

  it.each([
    ["small", 1000],
    ["large", 10 * megabyte],
  ])(
    "is nothing of a file that goes on after a %s limit, and is read no further",
    async (_words, limit) => {
      const endless = { key: sha256(`endless ${limit}`), attachmentId: "1" };
      const incoming = new Incoming(Infinity);
      expect(await evidence().keepAttachment(endless, incoming, limit)).toBe("too-large");
      expect(incoming.given - limit).toBeLessThanOrEqual(megabyte);
      expect(await opened(endless)).toBeUndefined();
    },
  );
});
