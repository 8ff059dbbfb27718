import { createHash } from "node:crypto";
import type { Bytes, KeptFile } from "../../services/ports/texts.ts";

type Known = Omit<KeptFile, "isNew">;

/** The bytes go on after the most that may be kept. */
export class TooManyBytes extends Error {
  override readonly name = "TooManyBytes";
}

type Limits = {
  /** `TooManyBytes` is thrown before any more pass by. */
  readonly most?: number;
  /** How many of the first bytes are remembered. */
  readonly remembered: number;
};

/** Bytes that are counted and hashed as they pass by, once; only the first of them are remembered. */
export class PassingBytes implements AsyncIterable<Uint8Array> {
  readonly #source: Bytes;
  readonly #limits: Limits;
  readonly #hash = createHash("sha256");
  readonly #first: Uint8Array[] = [];
  #bytes = 0;

  constructor(source: Bytes, limits: Limits) {
    this.#source = source;
    this.#limits = limits;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    const { most = Infinity, remembered } = this.#limits;
    for await (const chunk of this.#source) {
      if (this.#bytes < remembered) this.#first.push(chunk.slice(0, remembered - this.#bytes));
      this.#bytes += chunk.length;
      if (this.#bytes > most) throw new TooManyBytes(`A file goes on after ${most} bytes.`);
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Lets all of them pass to nowhere. */
  async pass(): Promise<Known> {
    const bytes = this[Symbol.asyncIterator]();
    while ((await bytes.next()).done !== true);
    return this.known();
  }

  /** What is known of them when the last has passed. */
  known(): Known {
    const beginning = Buffer.concat(this.#first);
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex"), beginning };
  }
}
