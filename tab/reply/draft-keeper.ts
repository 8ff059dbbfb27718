import type { DraftView } from "#api/contract/case-detail.ts";
import { problemOf } from "../api-problem.ts";
import { DraftSender, SavedMeanwhile } from "./draft-sender.ts";
import { isNewer, openDraft, sameWords, type Draft, type DraftState } from "./draft-state.ts";
import type { LeftWords } from "./unsaved/words.ts";

const quietMs = 2_000;
const againMs = 15_000;

/** Looks after one draft: saves it whenever its author pauses, and never loses a word of it. */
export class DraftKeeper {
  readonly #draft: Draft;
  readonly #sender: DraftSender;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  /** The hash of the words that the text was written from. */
  #from: string | undefined;
  /** Where the text was found, until it is kept elsewhere. */
  #found: LeftWords | undefined;
  /** What other windows left; each becomes a version before anything takes its place. */
  #left: readonly LeftWords[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<DraftView | undefined> | undefined;
  /** Whether the next text takes another's place on purpose. */
  #keepsBoth = false;

  constructor(draft: Draft) {
    const { state, newest, others } = openDraft(draft);
    this.#draft = draft;
    this.#state = state;
    this.#sender = new DraftSender(draft);
    this.#found = newest;
    this.#from = state.theirs === undefined ? draft.saved?.hash : newest?.from;
    this.#left = others;
    if (newest === undefined) return;
    this.#keep();
    this.#saveIn(quietMs);
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
    if (theirs !== undefined) return undefined;
    if (saved !== undefined && this.#isSaved) return saved;
    if (text.trim() === "") return undefined;
    return this.#busyWith(this.#send(text));
  }

  /** The service's version, whenever the case was fetched again. */
  serviceHas(draft: DraftView | undefined): void {
    const { progress, text, theirs } = this.#state;
    if (draft === undefined || progress === "saving" || !isNewer(draft, this.#sender.newest))
      return;
    if (this.#sender.wasSent(draft)) {
      if (theirs === undefined) this.#goOnFrom(draft);
      else this.#sender.newest = draft;
    } else if (sameWords(draft.text, text) || (this.#isSaved && theirs === undefined)) {
      this.#adopt(draft);
    } else {
      clearTimeout(this.#timer);
      this.#choose(draft);
    }
  }

  /**
   * Puts the colleague's version in place of the person's own words, once those are a version too; where
   * that fails, nothing is dropped and the choice stays open.
   */
  async takeTheirs(): Promise<void> {
    while (this.#sending !== undefined) await this.#sending;
    const { theirs, text, saved } = this.#state;
    if (theirs === undefined) return;
    const known = [theirs.text, saved?.text ?? this.#draft.startingLetter, ""];
    const isNothingNew = known.some((words) => sameWords(words, text));
    if (isNothingNew && this.#left.length === 0) this.#adopt(theirs);
    else await this.#busyWith(this.#setAside(isNothingNew ? undefined : text, theirs));
  }

  /** Saves the person's own words over the colleague's version. */
  keepMine(): void {
    const { theirs } = this.#state;
    if (theirs === undefined) return;
    this.#keepsBoth = true;
    this.#change({ theirs: undefined, restored: undefined, progress: "unsaved" });
    this.#goOnFrom(this.#sender.newest ?? theirs);
    if (this.#isSaved) this.#settle();
    else void this.save();
  }

  /** Puts an earlier version in place of what is on the screen, once that is a version too. */
  async goBackTo(text: string): Promise<void> {
    const isSaved = (await this.save()) !== undefined;
    if (!isSaved && this.#state.text.trim() !== "") return;
    this.#keepsBoth = true;
    this.write(text);
    await this.save();
  }

  /** Makes a version of what is on the screen. */
  async keepVersion(): Promise<DraftView | undefined> {
    const saved = await this.save();
    if (saved === undefined) return undefined;
    this.#keepsBoth = true;
    return this.#busyWith(this.#send(this.#state.text));
  }

  /** The person has read what was restored. */
  dismissRestored(): void {
    this.#change({ restored: undefined });
  }

  /** The page is going away, perhaps for good: what is not saved is sent with the last breath. */
  leavePage(): void {
    const { progress, text, theirs } = this.#state;
    const isSafe = progress === "saved" || progress === "unchanged";
    if (isSafe || theirs !== undefined || text.trim() === "") return;
    this.#keep();
    this.#sender.putOnLeaving(text, this.#keepsBoth);
  }

  /** The connection is back. */
  reconnected(): void {
    if (this.#state.progress === "failed") void this.save();
  }

  /** Nobody is writing any more: what is left is saved at once, as far as that can be. */
  async leave(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#state.progress === "unsaved" || this.#state.progress === "failed") await this.save();
    else await this.#sending;
  }

  get #isSaved(): boolean {
    return sameWords(this.#state.text, this.#state.saved?.text ?? this.#draft.startingLetter);
  }

  #busyWith(sending: Promise<DraftView | undefined>): Promise<DraftView | undefined> {
    this.#sending = sending.finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #send(sent: string): Promise<DraftView | undefined> {
    this.#change({ progress: "saving" });
    try {
      await this.#putLeft();
      const draft = await this.#sender.put(sent, this.#keepsBoth);
      this.#keepsBoth = false;
      this.#goOnFrom(draft);
      this.#change({ problem: undefined });
      if (this.#isSaved) this.#settle();
      else {
        this.#keep();
        this.#change({ progress: "unsaved" });
        this.#saveIn(quietMs);
      }
      return draft;
    } catch (error) {
      this.#notSent(error);
      return undefined;
    }
  }

  // Two savings: one's own words over the colleague's, and then the colleague's over them.
  async #setAside(mine: string | undefined, theirs: DraftView): Promise<DraftView | undefined> {
    const { text } = this.#state;
    this.#change({ progress: "saving", problem: undefined });
    try {
      await this.#putLeft();
      if (mine !== undefined) await this.#sender.put(mine, true);
      const draft = await this.#sender.put(theirs.text, true);
      // What was typed meanwhile is no version yet.
      if (this.#state.text === text) this.#adopt(draft);
      else this.#choose(draft);
      return draft;
    } catch (error) {
      this.#notSent(error);
      return undefined;
    }
  }

  async #putLeft(): Promise<void> {
    for (const left of this.#left.toReversed()) {
      if (await this.#isTaken(left.text)) left.forget();
      this.#left = this.#left.filter((one) => one !== left);
    }
  }

  /** Makes a version of words; false when the service will never take them: they stay kept as they are. */
  async #isTaken(text: string): Promise<boolean> {
    try {
      await this.#sender.put(text, true);
      this.#keepsBoth = true;
      return true;
    } catch (error) {
      const { mayPass, needsSignIn } = problemOf(error);
      if (error instanceof SavedMeanwhile || mayPass || needsSignIn) throw error;
      return false;
    }
  }

  #notSent(error: unknown): void {
    this.#keep();
    if (error instanceof SavedMeanwhile) {
      this.#choose(error.draft);
      return;
    }
    const problem = problemOf(error);
    this.#change({ progress: "failed", problem });
    if (problem.mayPass || problem.needsSignIn) this.#saveIn(againMs);
  }

  #goOnFrom(draft: DraftView): void {
    this.#sender.newest = draft;
    this.#from = draft.hash;
    this.#change({ saved: draft });
  }

  /** The person is to choose between their words and a colleague's. */
  #choose(theirs: DraftView): void {
    this.#sender.newest = theirs;
    this.#change({ theirs, progress: "unsaved" });
  }

  #adopt(draft: DraftView): void {
    this.#goOnFrom(draft);
    this.#change({ text: draft.text, theirs: undefined, restored: undefined });
    this.#settle();
  }

  /** What is on the screen is what the service has. */
  #settle(): void {
    clearTimeout(this.#timer);
    this.#draft.words.clear();
    this.#found?.forget();
    this.#found = undefined;
    const progress = this.#state.saved === undefined ? "unchanged" : "saved";
    this.#change({ progress, problem: undefined });
  }

  #keep(): void {
    const { text } = this.#state;
    const from = this.#from;
    const kept = this.#draft.words.keep({ text, ...(from === undefined ? {} : { from }) });
    if (kept === "until saved") {
      this.#found?.forget();
      this.#found = undefined;
    }
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
