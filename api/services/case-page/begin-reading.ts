import type { Bytes } from "../ports/texts.ts";

/** Bytes of which the first were read to tell what follows, and which can still be read from the first. */
export type Begun = {
  /** Nothing comes after `beginning`. */
  readonly isAll: boolean;
  readonly beginning: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
};

/** Reads so many bytes, or a chunk more; `all` must be read to its end or left by its iterator's `return`. */
export async function beginReading(bytes: Bytes, least: number): Promise<Begun> {
  const source = oneByOne(bytes);
  const read: Uint8Array[] = [];
  let left = least;
  let isAll = false;
  while (left > 0 && !isAll) {
    const next = await source.next();
    isAll = next.done === true;
    if (next.done === true) break;
    read.push(next.value);
    left -= next.value.length;
  }
  return { isAll, beginning: Buffer.concat(read), all: inFull(read, source) };
}

/** The first bytes, at most so many; the rest is left. */
export async function firstOf(bytes: Bytes, most: number): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let left = most;
  for await (const chunk of bytes) {
    read.push(chunk);
    left -= chunk.length;
    if (left <= 0) break;
  }
  return Buffer.concat(read).subarray(0, most);
}

async function* oneByOne(bytes: Bytes): AsyncGenerator<Uint8Array, void> {
  yield* bytes;
}

async function* inFull(
  read: readonly Uint8Array[],
  source: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* read;
    yield* source;
  } finally {
    await source.return();
  }
}
