import type { DraftView } from "#api/contract/case-detail.ts";
import { problemOf } from "../api-problem.ts";
import { sameWords, type Draft } from "./draft-state.ts";

/** The service has words that this person has not seen. */
export class SavedMeanwhile extends Error {
  override readonly name = "SavedMeanwhile";
  readonly draft: DraftView;

  constructor(draft: DraftView) {
    super("Somebody else has saved other words.");
    this.draft = draft;
  }
}

/** Sends the words of one letter, each over the newest that the service is known to have. */
export class DraftSender {
  readonly #draft: Pick<Draft, "send" | "sendOnLeaving">;
  /** What was sent without an answer: it may be what the service has. */
  #unanswered: readonly string[] = [];
  /** The newest words the service is known to have. */
  newest: DraftView | undefined;

  constructor(draft: Pick<Draft, "send" | "sendOnLeaving" | "saved">) {
    this.#draft = draft;
    this.newest = draft.saved;
  }

  /**
   * Saves words, with `keep` as a version beside those whose place they take; throws SavedMeanwhile where
   * the service has a colleague's.
   */
  async put(text: string, keep: boolean): Promise<DraftView> {
    let draft: DraftView;
    try {
      draft = await this.#draft.send(text, { from: this.#from, keep });
    } catch (error) {
      if (problemOf(error).mayPass) this.#mayArrive(text);
      throw error;
    }
    const isOurs = this.wasSent(draft);
    this.newest = draft;
    this.#unanswered = [];
    if (sameWords(draft.text, text)) return draft;
    // Our own that were sent before, and whose answer never came.
    if (isOurs) return this.put(text, keep);
    throw new SavedMeanwhile(draft);
  }

  /** Sends words from a page that is going away. */
  putOnLeaving(text: string, keep: boolean): void {
    this.#mayArrive(text);
    this.#draft.sendOnLeaving(text, { from: this.#from, keep });
  }

  /** Whether a draft may be what was sent from here without an answer. */
  wasSent(draft: DraftView): boolean {
    return this.#unanswered.some((text) => sameWords(draft.text, text));
  }

  get #from(): string {
    return this.newest?.hash ?? "";
  }

  #mayArrive(text: string): void {
    this.#unanswered = [...this.#unanswered, text];
  }
}
