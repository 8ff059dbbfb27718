import type { DraftView } from "#api/contract/case-detail.ts";
import { problemOf, type ApiProblem } from "../api-problem.ts";
import type { UnsavedWords } from "./unsaved-words.ts";

/** A draft as the person writing it sees it. */
export type DraftState = {
  readonly text: string;
  readonly progress: "unchanged" | "saved" | "unsaved" | "saving" | "failed";
  /** The version the service has. */
  readonly saved: DraftView | undefined;
  /** Why the last attempt to save failed. */
  readonly problem: ApiProblem | undefined;
  /** What a colleague saved in the meantime; nothing is saved over it until the person decides. */
  readonly theirs: DraftView | undefined;
  /** Whether the browser keeps words that are not saved. */
  readonly kept: boolean;
  /** The text began with words kept from an earlier visit. */
  readonly restored: boolean;
};

/** What a text takes the place of. */
export type Over = {
  /** The hash of the words it was written from, "" where nothing was saved yet. */
  readonly from: string;
  /** Makes versions of both, because one takes the other's place on purpose. */
  readonly keep: boolean;
};

type Draft = {
  /** What to begin with when nothing was written yet. */
  readonly startingLetter: string;
  readonly saved: DraftView | undefined;
  readonly words: UnsavedWords;
  /** Sends the text and answers with the draft the service has then. */
  readonly send: (text: string, over: Over) => Promise<DraftView>;
  /** Sends the text for a page that is going away; nobody hears what became of it. */
  readonly sendOnLeaving: (text: string, over: Over) => void;
};

const quietMs = 2_000;
const againMs = 15_000;

/** Looks after one draft: saves it whenever its author pauses, and never loses a word of it. */
export class DraftKeeper {
  readonly #draft: Draft;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<DraftView | undefined> | undefined;
  /** Whether the next text takes another's place on purpose. */
  #keepsBoth = false;
  /** What was sent without an answer: it may be what the service has. */
  #unanswered: string | undefined;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#state = opened(draft);
    if (this.#state.progress === "unsaved") this.#saveIn(quietMs);
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  write(text: string): void {
    this.#change({ text });
    if (this.#isSaved) this.#settle();
    else {
      this.#keep();
      if (this.#state.progress !== "saving") this.#change({ progress: "unsaved" });
      this.#saveIn(quietMs);
    }
  }

  /** Saves what is not saved yet; answers with the saved draft, or nothing when that failed. */
  async save(): Promise<DraftView | undefined> {
    clearTimeout(this.#timer);
    while (this.#sending !== undefined) await this.#sending;
    const { saved, theirs, text } = this.#state;
    if (saved !== undefined && this.#isSaved) return saved;
    if (text.trim() === "" || theirs !== undefined) return undefined;
    this.#sending = this.#send(text).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** The service's version, whenever the case was fetched again. */
  serviceHas(draft: DraftView | undefined): void {
    const { saved, progress, text } = this.#state;
    if (draft === undefined || progress === "saving" || !isNewer(draft, saved)) return;
    if (this.#isOurs(draft)) this.#change({ saved: draft });
    else if (sameWords(draft.text, text) || this.#isSaved) this.#adopt(draft);
    else {
      clearTimeout(this.#timer);
      this.#change({ theirs: draft });
    }
  }

  /** Puts the colleague's version in place of the person's own words. */
  takeTheirs(): void {
    if (this.#state.theirs !== undefined) this.#adopt(this.#state.theirs);
  }

  /** Saves the person's own words over the colleague's version. */
  keepMine(): void {
    this.#keepsBoth = true;
    this.#change({ saved: this.#state.theirs, theirs: undefined, progress: "unsaved" });
    void this.save();
  }

  /** Puts an earlier version in place of what is on the screen, which stays a version too. */
  async goBackTo(text: string): Promise<void> {
    await this.save();
    this.#keepsBoth = true;
    this.write(text);
    await this.save();
  }

  /** Makes a version of what is on the screen. */
  async keepVersion(): Promise<DraftView | undefined> {
    const saved = await this.save();
    if (saved === undefined) return undefined;
    this.#keepsBoth = true;
    this.#sending = this.#send(this.#state.text).finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  /** The page is going away, perhaps for good: what is not saved is sent with the last breath. */
  leavePage(): void {
    const { progress, text, theirs, saved } = this.#state;
    const isSafe = progress === "saved" || progress === "unchanged";
    if (isSafe || theirs !== undefined || text.trim() === "") return;
    this.#keep();
    this.#unanswered = text;
    this.#draft.sendOnLeaving(text, { from: saved?.hash ?? "", keep: this.#keepsBoth });
  }

  /** The connection is back. */
  reconnected(): void {
    if (this.#state.progress === "failed") void this.save();
  }

  /** Nobody is writing any more: what is left is saved at once. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#state.progress === "unsaved" || this.#state.progress === "failed") void this.save();
  }

  get #isSaved(): boolean {
    return sameWords(this.#state.text, this.#state.saved?.text ?? this.#draft.startingLetter);
  }

  #isOurs(draft: DraftView): boolean {
    return this.#unanswered !== undefined && sameWords(draft.text, this.#unanswered);
  }

  async #send(sent: string): Promise<DraftView | undefined> {
    const over = { from: this.#state.saved?.hash ?? "", keep: this.#keepsBoth };
    this.#change({ progress: "saving" });
    try {
      const draft = await this.#draft.send(sent, over);
      if (!sameWords(draft.text, sent)) return await this.#sentOver(draft, sent);
      this.#keepsBoth = false;
      this.#unanswered = undefined;
      this.#change({ saved: draft, problem: undefined });
      if (this.#isSaved) this.#settle();
      else {
        this.#keep();
        this.#change({ progress: "unsaved" });
        this.#saveIn(quietMs);
      }
      return draft;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.mayPass) this.#unanswered = sent;
      this.#keep();
      this.#change({ progress: "failed", problem });
      if (problem.mayPass || problem.needsSignIn) this.#saveIn(againMs);
      return undefined;
    }
  }

  // The service has other words: a colleague's, or our own that were sent before and whose answer never came.
  async #sentOver(draft: DraftView, sent: string): Promise<DraftView | undefined> {
    if (this.#isOurs(draft)) {
      this.#unanswered = undefined;
      this.#change({ saved: draft });
      return this.#send(sent);
    }
    this.#keep();
    this.#change({ theirs: draft, progress: "unsaved" });
    return undefined;
  }

  #adopt(draft: DraftView): void {
    this.#change({ saved: draft, text: draft.text, theirs: undefined });
    this.#settle();
  }

  /** What is on the screen is what the service has. */
  #settle(): void {
    clearTimeout(this.#timer);
    this.#draft.words.clear();
    const progress = this.#state.saved === undefined ? "unchanged" : "saved";
    this.#change({ progress, problem: undefined, restored: false });
  }

  #keep(): void {
    const { text, saved } = this.#state;
    const kept = this.#draft.words.keep({ text, ...(saved && { from: saved.hash }) });
    this.#change({ kept });
  }

  #saveIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), delay);
  }

  #change(changed: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...changed };
    for (const listener of this.#listeners) listener();
  }
}

function opened({ startingLetter, saved, words }: Draft): DraftState {
  const onFile = saved?.text ?? startingLetter;
  const mine = words.read();
  const base = { saved, problem: undefined, theirs: undefined, kept: true, restored: false };
  if (mine === undefined || mine.text.trim() === "" || sameWords(mine.text, onFile)) {
    return { ...base, text: onFile, progress: saved === undefined ? "unchanged" : "saved" };
  }
  const theirs = saved?.hash === mine.from ? undefined : saved;
  return { ...base, text: mine.text, progress: "unsaved", theirs, restored: true };
}

function isNewer(draft: DraftView, than: DraftView | undefined): boolean {
  if (than === undefined) return true;
  if (draft.stage !== than.stage) return draft.stage > than.stage;
  return draft.hash !== than.hash && draft.savedAt > than.savedAt;
}

/** The service trims what it is given, and a textarea has its own line ends. */
function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}
