import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { casesWithLeftWords } from "../../../tab/reply/unsaved/left-words.ts";
import { openUnsavedWords } from "../../../tab/reply/unsaved/unsaved-words.ts";
import type { LeftWords, UnsavedWords } from "../../../tab/reply/unsaved/words.ts";

const key = "5e".repeat(32);
const priya = "a11ce000-0000-4000-8000-000000000001";
const letter = { personId: priya, caseId: "CMP-7K3Q-9D", stage: 1 };

/** A browser's storage: the names in it are its own properties, as in a real one. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, name: string) {
      return this[name] ?? null;
    },
    setItem(this: Record<string, string>, name: string, value: string) {
      this[name] = value;
    },
    removeItem(this: Record<string, string>, name: string) {
      Reflect.deleteProperty(this, name);
    },
  };
  return Object.create(methods) as Storage;
}

type Lock = { readonly window: number; readonly letGo: () => void; readonly over: Promise<void> };

/** The locks of a browser's windows, of which the last one that was opened asks. */
class Locks {
  readonly #held = new Map<string, Lock>();
  #window = 0;

  readonly request = async (
    name: string,
    { signal }: { readonly signal?: AbortSignal },
    use: () => Promise<void>,
  ): Promise<void> => {
    const window = this.#window;
    const tooLong = new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("It took too long.")));
    });
    tooLong.catch(() => undefined);
    await Promise.race([this.#held.get(name)?.over, tooLong]);
    let letGo = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const over = Promise.race([use(), gone]).then(() => void this.#held.delete(name));
    this.#held.set(name, { window, letGo, over });
    await over;
  };

  readonly query = () =>
    Promise.resolve({ held: [...this.#held.keys()].map((name) => ({ name })) });

  openWindow(): number {
    this.#window += 1;
    return this.#window;
  }

  async closeWindow(closed: number): Promise<void> {
    for (const { window, letGo, over } of this.#held.values()) {
      if (window !== closed) continue;
      letGo();
      await over;
    }
  }
}

let locks: Locks;

beforeEach(() => {
  locks = new Locks();
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("navigator", { locks });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens a letter in a window of its own, which may be closed without a word. */
async function openWindow(
  owner = letter,
  withKey = key,
): Promise<UnsavedWords & { readonly gone: () => Promise<void> }> {
  const window = locks.openWindow();
  vi.stubGlobal("sessionStorage", storage());
  const words = await openUnsavedWords(owner, withKey);
  const gone = () => locks.closeWindow(window);
  return { ...words, gone };
}

const said = (left: readonly LeftWords[]) => left.map(({ text }) => text);
const everythingStored = () => JSON.stringify(Object.entries(localStorage));

describe("words that a closed window had not saved", () => {
  it("are there for the next one, with the version they were written from, until they are forgotten", async () => {
    const first = await openWindow();
    expect(first.keep({ text: "Dear Mrs Ellis", from: "abc" })).toBe("until saved");
    await first.gone();
    const second = await openWindow();
    expect(second.left).toMatchObject([{ text: "Dear Mrs Ellis", from: "abc", stage: 1 }]);
    second.left[0]?.forget();
    await second.gone();
    expect((await openWindow()).left).toEqual([]);
  });

  it("cannot be read on the machine: it shows whose they are, for which case, and when", async () => {
    const window = await openWindow();
    window.keep({ text: "Mrs Ellis of Quay Street", from: "the version before" });
    expect(everythingStored()).toContain(letter.caseId);
    expect(everythingStored()).not.toMatch(/Ellis|Quay|version/);
    expect(everythingStored()).not.toContain(key);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it.each([
    ["somebody else's key", { withKey: "ca".repeat(32) }],
    [
      "another time put to them",
      { meddle: (stored: string) => stored.replace(/"at":"\d/, '"at":"3') },
    ],
    ["a letter of theirs changed", { meddle: (stored: string) => stored.replace(/.(?="})/, "x") }],
  ])(
    "do not open with %s, and are removed",
    async (
      _what,
      { withKey = key, meddle }: { withKey?: string; meddle?: (stored: string) => string },
    ) => {
      const first = await openWindow();
      first.keep({ text: "Dear Mrs Ellis" });
      await first.gone();
      for (const [name, stored] of Object.entries(localStorage) as [string, string][]) {
        localStorage.setItem(name, meddle?.(stored) ?? stored);
      }
      expect((await openWindow(letter, withKey)).left).toEqual([]);
      expect(everythingStored()).toBe("[]");
    },
  );

  it("are not offered where they say nothing", async () => {
    const first = await openWindow();
    first.keep({ text: " \n" });
    await first.gone();
    expect((await openWindow()).left).toEqual([]);
    expect(everythingStored()).toBe("[]");
  });

  it("are nobody else's, and no other case's; those of another stage are told apart", async () => {
    const first = await openWindow();
    first.keep({ text: "Dear Mrs Ellis" });
    await first.gone();
    expect((await openWindow({ ...letter, personId: "tom" })).left).toEqual([]);
    expect((await openWindow({ ...letter, caseId: "CMP-OTHE-R1" })).left).toEqual([]);
    expect((await openWindow({ ...letter, stage: 2 })).left).toMatchObject([{ stage: 1 }]);
  });

  it("are removed after thirty days, whosever they are", async () => {
    vi.useFakeTimers({ now: new Date("2026-10-23T10:00:00Z"), toFake: ["Date"] });
    const first = await openWindow({ ...letter, personId: "tom" });
    first.keep({ text: "Dear Mrs Ellis" });
    await first.gone();
    vi.setSystemTime("2026-11-22T09:59:00Z");
    await casesWithLeftWords(priya);
    expect(everythingStored()).not.toBe("[]");
    vi.setSystemTime("2026-11-22T10:01:00Z");
    await casesWithLeftWords(priya);
    expect(everythingStored()).toBe("[]");
  });
});

describe("several windows of one person on the same letter", () => {
  it("keep their words apart, and leave all of them, newest first", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-22T10:00:00Z"), toFake: ["Date"] });
    const [first, second] = [await openWindow(), await openWindow()];
    second.keep({ text: "Of the second" });
    vi.setSystemTime("2026-11-22T10:01:00Z");
    first.keep({ text: "Of the first" });
    first.clear();
    first.keep({ text: "Of the first, again" });
    await first.gone();
    await second.gone();
    expect(said((await openWindow()).left)).toEqual(["Of the first, again", "Of the second"]);
  });

  it("do not take what another is still writing, until it is left", async () => {
    const first = await openWindow();
    first.keep({ text: "Still writing" });
    expect((await openWindow()).left).toEqual([]);
    first.close();
    expect(first.keep({ text: "Too late" })).toBe("until saved");
    expect(said((await openWindow()).left)).toEqual(["Still writing"]);
  });
});

describe("the letters a person is reminded of", () => {
  it("are those that no open window looks after", async () => {
    const first = await openWindow();
    first.keep({ text: "Dear Mrs Ellis" });
    expect(await casesWithLeftWords(priya)).toEqual([]);
    await first.gone();
    expect(await casesWithLeftWords(priya)).toEqual([letter.caseId]);
    expect(await casesWithLeftWords("tom")).toEqual([]);
    (await openWindow()).left[0]?.forget();
    expect(await casesWithLeftWords(priya)).toEqual([]);
  });
});

describe("a browser that", () => {
  it("does not let windows know of each other keeps words in the window, through a reload", async () => {
    vi.stubGlobal("navigator", {});
    const first = await openWindow();
    expect(first.keep({ text: "Dear Mrs Ellis", from: "abc" })).toBe("in this window");
    const reloaded = await openUnsavedWords(letter, key);
    expect(reloaded.left).toMatchObject([{ text: "Dear Mrs Ellis", from: "abc" }]);
    reloaded.clear();
    expect((await openUnsavedWords(letter, key)).left).toEqual([]);
    expect(await casesWithLeftWords(priya)).toEqual([]);
  });

  it("stores nothing at all says so", async () => {
    const window = await openWindow();
    const full = () => {
      throw new Error("QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { setItem: full });
    expect(window.keep({ text: "Dear Mrs Ellis" })).toBe("in this window");
    vi.stubGlobal("sessionStorage", { setItem: full });
    expect(window.keep({ text: "Dear Mrs Ellis" })).toBe("not at all");
  });
});
