import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftView } from "#api/contract/case-detail.ts";
import { ApiProblem } from "../../../tab/api-problem.ts";
import { DraftKeeper } from "../../../tab/reply/draft-keeper.ts";
import type { Over } from "../../../tab/reply/draft-state.ts";
import { saveWords } from "../../../tab/reply/save-words.ts";
import type { Keeping, LeftWords, UnsavedWords, Words } from "../../../tab/reply/unsaved/words.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const offline = new ApiProblem("unreachable", {
  title: "Offline",
  detail: "Check your connection.",
});
const refused = new ApiProblem("refused", { title: "No", detail: "Shorten the reply." });

const draft = (text: string, number = 1): DraftView => ({
  stage: 1,
  draft: number,
  text,
  hash: `hash of ${text}`,
  savedAt: `2026-11-23T14:${String(number).padStart(2, "0")}:00.000Z`,
  savedBy: "Priya Nair",
});

/** The browser's memory, as a variable. */
class Memory implements UnsavedWords {
  words: Words | undefined;
  keeping: Keeping = "until saved";
  left: LeftWords[] = [];

  /** What a window that is gone had not saved; windows leave them newest first. */
  leave(text: string, from?: string): void {
    const at = `2026-11-23T13:0${9 - this.left.length}:00.000Z`;
    const words: LeftWords = { text, from, at, stage: 1, forget: () => this.#forget(words) };
    this.left.push(words);
  }

  keep(words: Words): Keeping {
    if (this.keeping !== "not at all") this.words = words;
    return this.keeping;
  }

  clear(): void {
    this.words = undefined;
  }

  close(): void {
    // Nothing is held.
  }

  #forget(words: LeftWords): void {
    this.left = this.left.filter((one) => one !== words);
  }
}

/** A service that saves drafts, or fails as often as it is told to. */
class Service {
  readonly sent: string[] = [];
  readonly overs: Over[] = [];
  readonly lastBreaths: string[] = [];
  failures: (ApiProblem | "saved")[] = [];
  /** What somebody saved meanwhile: it is the answer to the next text. */
  newer: DraftView | undefined;

  readonly sendOnLeaving = (text: string): void => {
    this.lastBreaths.push(text);
  };

  readonly send = (text: string, over: Over): Promise<DraftView> => {
    this.sent.push(text);
    this.overs.push(over);
    const { newer } = this;
    this.newer = undefined;
    if (newer !== undefined) return Promise.resolve(newer);
    const failure = this.failures.shift();
    return failure === undefined || failure === "saved"
      ? Promise.resolve(draft(text.trim(), this.sent.length + 1))
      : Promise.reject(failure);
  };
}

function write(given: { saved?: DraftView; memory?: Memory; service?: Service } = {}) {
  const { saved, memory = new Memory(), service = new Service() } = given;
  const keeper = new DraftKeeper({
    startingLetter: "Dear …",
    ...{ stage: 1, saved },
    words: memory,
    send: service.send,
    sendOnLeaving: service.sendOnLeaving,
  });
  return { keeper, memory, service };
}

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("a draft", () => {
  it("is not saved before anything was written", async () => {
    const { keeper, service } = write();
    await after(60_000);
    expect(service.sent).toEqual([]);
    expect(keeper.state()).toMatchObject({ text: "Dear …", progress: "unchanged" });
  });

  it("is saved once its author pauses, not while they write", async () => {
    const { keeper, service, memory } = write();
    for (const text of ["D", "De", "Dear Mrs Ellis"]) {
      keeper.write(text);
      await after(1_500);
    }
    expect(service.sent).toEqual([]);
    expect(memory.words).toEqual({ text: "Dear Mrs Ellis" });
    await after(500);
    expect(service.sent).toEqual(["Dear Mrs Ellis"]);
    expect(keeper.state().progress).toBe("saved");
    expect(memory.words).toBeUndefined();
  });

  it("keeps what is written while it is being saved, and saves that next", async () => {
    const { keeper, service, memory } = write();
    keeper.write("One");
    const saving = keeper.save();
    keeper.write("One two");
    await saving;
    expect(memory.words).toEqual({ text: "One two", from: "hash of One" });
    await after(2_000);
    expect(service.sent).toEqual(["One", "One two"]);
    expect(keeper.state().progress).toBe("saved");
  });

  it("takes trailing blank lines for no change at all", async () => {
    const { keeper, service } = write({ saved: draft("Dear Mrs Ellis") });
    keeper.write("Dear Mrs Ellis\r\n\n");
    await after(10_000);
    expect(service.sent).toEqual([]);
    expect(keeper.state().progress).toBe("saved");
  });

  it("is never saved empty", async () => {
    const { keeper, service } = write({ saved: draft("Dear Mrs Ellis") });
    keeper.write("   ");
    await after(10_000);
    expect(await keeper.save()).toBeUndefined();
    expect(service.sent).toEqual([]);
  });

  it("saves the standard letter when it is submitted as it is", async () => {
    const { keeper, service } = write();
    expect(await keeper.save()).toMatchObject({ hash: "hash of Dear …" });
    expect(service.sent).toEqual(["Dear …"]);
  });
});

describe("when saving fails", () => {
  it("tries again by itself where that may help, and keeps the words meanwhile", async () => {
    const service = new Service();
    service.failures = [offline];
    const { keeper, memory } = write({ service });
    keeper.write("Dear Mrs Ellis");
    await after(2_000);
    expect(keeper.state()).toMatchObject({ progress: "failed", problem: offline });
    expect(saveWords(keeper.state())).toBe("Not saved: you are offline, your words are kept here");
    expect(memory.words?.text).toBe("Dear Mrs Ellis");
    await after(15_000);
    expect(keeper.state().progress).toBe("saved");
    expect(memory.words).toBeUndefined();
  });

  it("tries at once when the connection is back", async () => {
    const service = new Service();
    service.failures = [offline];
    const { keeper } = write({ service });
    keeper.write("Dear Mrs Ellis");
    await after(2_000);
    keeper.reconnected();
    await after(0);
    expect(keeper.state().progress).toBe("saved");
  });

  it("does not repeat what the service refused until it is changed", async () => {
    const service = new Service();
    service.failures = [refused];
    const { keeper } = write({ service });
    keeper.write("Much too long");
    await after(60_000);
    expect(service.sent).toEqual(["Much too long"]);
    keeper.write("Short");
    await after(2_000);
    expect(keeper.state().progress).toBe("saved");
  });

  it.each([
    ["in this window", "your words are kept in this window only: leave it open"],
    ["not at all", "copy your words before you leave"],
  ] as const)("admits it when the browser keeps them %s", async (keeping, words) => {
    const memory = new Memory();
    memory.keeping = keeping;
    const service = new Service();
    service.failures = [refused];
    const { keeper } = write({ memory, service });
    keeper.write("Dear Mrs Ellis");
    await after(2_000);
    expect(saveWords(keeper.state())).toBe(`Not saved: Shorten the reply, ${words}`);
  });
});

describe("coming back to a draft", () => {
  it("goes on with the words that were not saved, and saves them", async () => {
    const memory = new Memory();
    memory.leave("Half a sentence", "hash of Dear Mrs Ellis");
    const { keeper, service } = write({ saved: draft("Dear Mrs Ellis"), memory });
    expect(keeper.state()).toMatchObject({ text: "Half a sentence", restored: { others: 0 } });
    expect(memory).toMatchObject({ words: { text: "Half a sentence" }, left: [] });
    await after(2_000);
    expect(service.sent).toEqual(["Half a sentence"]);
    expect(memory.words).toBeUndefined();
  });

  it("makes versions of what several windows left, and goes on with the newest", async () => {
    const memory = new Memory();
    for (const text of ["Newest", "Begun", "Older", "Newest", "Oldest"]) {
      memory.leave(text, "hash of Begun");
    }
    const service = new Service();
    service.failures = [offline];
    const { keeper } = write({ saved: draft("Begun"), memory, service });
    expect(keeper.state()).toMatchObject({ text: "Newest", restored: { others: 2 } });
    await after(2_000);
    expect(memory.left.map(({ text }) => text)).toEqual(["Older", "Oldest"]);
    await after(15_000);
    expect(service.sent).toEqual(["Oldest", "Oldest", "Older", "Newest"]);
    expect(service.overs.map(({ from }) => from).slice(1)).toEqual([
      "hash of Begun",
      "hash of Oldest",
      "hash of Older",
    ]);
    expect(service.overs.every(({ keep }) => keep)).toBe(true);
    expect(memory).toMatchObject({ words: undefined, left: [] });
  });

  it("asks before words of an older version take the place of newer ones, also after a reload", async () => {
    const memory = new Memory();
    memory.leave("Mine", "hash of Begun");
    const { keeper, service } = write({ saved: draft("Theirs", 2), memory });
    expect(keeper.state()).toMatchObject({ text: "Mine", theirs: { text: "Theirs" } });
    keeper.write("Mine, longer");
    await after(60_000);
    expect(service.sent).toEqual([]);
    expect(memory.words).toEqual({ text: "Mine, longer", from: "hash of Begun" });
  });

  it("saves what is left when its author leaves", async () => {
    const { keeper, service } = write();
    keeper.write("Half a sentence");
    void keeper.leave();
    await after(0);
    expect(service.sent).toEqual(["Half a sentence"]);
  });
});

describe("two people writing", () => {
  it("shows a colleague's newer version to somebody who has changed nothing", () => {
    const { keeper } = write({ saved: draft("Mine", 1) });
    keeper.serviceHas(draft("Theirs", 2));
    expect(keeper.state()).toMatchObject({ text: "Theirs", progress: "saved", theirs: undefined });
  });

  it("does not take an older answer for a colleague's version", () => {
    const { keeper } = write({ saved: draft("New", 3) });
    keeper.serviceHas(draft("Old", 2));
    expect(keeper.state()).toMatchObject({ text: "New", theirs: undefined });
  });

  it("saves nothing over a colleague's version until the author says so", async () => {
    const { keeper, service } = write({ saved: draft("Begun", 1) });
    keeper.write("Mine");
    keeper.serviceHas(draft("Theirs", 2));
    await after(60_000);
    expect(service.sent).toEqual([]);
    expect(keeper.state()).toMatchObject({ text: "Mine", theirs: { text: "Theirs" } });
    keeper.write("Mine, longer");
    await after(60_000);
    expect(service.sent).toEqual([]);

    keeper.keepMine();
    await after(0);
    expect(service.sent).toEqual(["Mine, longer"]);
  });

  const choosing = (service = new Service()) => {
    const written = write({ saved: draft("Begun", 1), service });
    written.keeper.write("Mine");
    written.keeper.serviceHas(draft("Theirs", 2));
    return written;
  };

  it("makes a version of the author's words before the colleague's take their place", async () => {
    const { keeper, service, memory } = choosing();
    await keeper.takeTheirs();
    expect(service.sent).toEqual(["Mine", "Theirs"]);
    expect(service.overs).toEqual([
      { from: "hash of Theirs", keep: true },
      { from: "hash of Mine", keep: true },
    ]);
    expect(keeper.state()).toMatchObject({ text: "Theirs", progress: "saved", theirs: undefined });
    expect(memory.words).toBeUndefined();
  });

  it.each([
    ["before", [offline], ["Mine", "Mine", "Theirs"]],
    ["between", ["saved", offline], ["Mine", "Theirs", "Mine", "Theirs"]],
  ] as const)(
    "drops nothing and leaves the choice open when the connection goes %s its two savings",
    async (_when, failures, sent) => {
      const service = new Service();
      service.failures = [...failures];
      const { keeper, memory } = choosing(service);
      await keeper.takeTheirs();
      expect(keeper.state()).toMatchObject({
        ...{ text: "Mine", progress: "failed", problem: offline },
        theirs: { text: "Theirs" },
      });
      expect(memory.words).toEqual({ text: "Mine", from: "hash of Begun" });
      await after(60_000);
      await keeper.takeTheirs();
      expect(service.sent).toEqual(sent);
      expect(keeper.state()).toMatchObject({ text: "Theirs", theirs: undefined });
    },
  );

  it("keeps the choice open for what is typed while it is being made", async () => {
    const { keeper, memory } = choosing();
    const taking = keeper.takeTheirs();
    keeper.write("Mine, and more");
    await taking;
    expect(keeper.state()).toMatchObject({ text: "Mine, and more", theirs: { text: "Theirs" } });
    expect(memory.words?.text).toBe("Mine, and more");
  });

  it("makes no version of what its author never changed", async () => {
    const { keeper, service } = write({ saved: draft("Begun", 1) });
    keeper.write("Mine");
    keeper.serviceHas(draft("Theirs", 2));
    keeper.write("Begun");
    await keeper.takeTheirs();
    expect(service.sent).toEqual([]);
    expect(keeper.state().text).toBe("Theirs");
  });

  it("is told of words that the service had newer, and keeps both versions when it saves its own", async () => {
    const service = new Service();
    service.newer = draft("Theirs", 2);
    const { keeper, memory } = write({ saved: draft("Begun", 1), service });
    keeper.write("Mine");
    await after(2_000);
    expect(keeper.state()).toMatchObject({ text: "Mine", theirs: { text: "Theirs" } });
    expect(memory.words?.text).toBe("Mine");
    keeper.keepMine();
    await after(0);
    expect(service.overs).toEqual([
      { from: "hash of Begun", keep: false },
      { from: "hash of Theirs", keep: true },
    ]);
    expect(keeper.state()).toMatchObject({ progress: "saved", theirs: undefined });
  });

  it("does not take its own words for a colleague's when their answer was lost", async () => {
    const service = new Service();
    service.failures = [offline];
    const { keeper } = write({ saved: draft("Begun", 1), service });
    keeper.write("Mine");
    await after(2_000);
    service.newer = draft("Mine", 2);
    keeper.write("Mine, longer");
    await after(2_000);
    expect(service.overs.at(-1)).toEqual({ from: "hash of Mine", keep: false });
    expect(keeper.state()).toMatchObject({ progress: "saved", theirs: undefined });
  });
});

describe("leaving the page", () => {
  it("sends what is not saved with the last breath, and keeps it in the browser as well", () => {
    const { keeper, service, memory } = write({ saved: draft("Begun", 1) });
    keeper.leavePage();
    expect(service.lastBreaths).toEqual([]);
    keeper.write("Half a sentence");
    keeper.leavePage();
    expect(service.lastBreaths).toEqual(["Half a sentence"]);
    expect(memory.words).toEqual({ text: "Half a sentence", from: "hash of Begun" });
  });
});

describe("a sign-in that ends while somebody writes", () => {
  it("keeps the words and saves them by itself once there is a sign-in again", async () => {
    const service = new Service();
    service.failures = [
      new ApiProblem("refused", { title: "No", detail: "Open it again.", status: 401 }),
    ];
    const { keeper, memory } = write({ service });
    keeper.write("Dear Mrs Ellis");
    await after(2_000);
    expect(saveWords(keeper.state())).toBe(
      "Not saved: your sign-in has ended, your words are saved once you are signed in again and are kept here",
    );
    expect(memory.words?.text).toBe("Dear Mrs Ellis");
    await after(15_000);
    expect(keeper.state().progress).toBe("saved");
  });
});

describe("the versions of a draft", () => {
  it("are made on purpose, of what is there and of what an earlier one takes the place of", async () => {
    const { keeper, service } = write({ saved: draft("Begun", 1) });
    await keeper.keepVersion();
    await keeper.goBackTo("As it was");
    expect(service.sent).toEqual(["Begun", "As it was"]);
    expect(service.overs.map(({ keep }) => keep)).toEqual([true, true]);
    expect(keeper.state()).toMatchObject({ text: "As it was", progress: "saved" });
  });

  it("take the place of nothing that could not be saved first", async () => {
    const service = new Service();
    service.failures = [offline];
    const { keeper } = write({ saved: draft("Begun", 1), service });
    keeper.write("Mine");
    await keeper.goBackTo("As it was");
    expect(keeper.state()).toMatchObject({ text: "Mine", progress: "failed" });
  });
});
