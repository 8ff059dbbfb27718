import { randomUUID } from "node:crypto";
import type { Journal } from "./journal.ts";
import { openedFact, type MailFact } from "./mail-facts.ts";
import { messageId } from "./message-ids.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { ChangeType } from "./stored-subscription.ts";

export type MessageChange = {
  readonly type: ChangeType;
  readonly folderId: string;
  readonly message: StoredMessage;
};

/** What happened to one message in one folder, as a delta round sees it. */
export type FolderChange = {
  readonly position: number;
  readonly type: ChangeType;
  readonly message: StoredMessage;
};

type Entry = {
  readonly message: StoredMessage;
  /** When it came into the folder it is in. */
  readonly enteredAt: number;
  readonly changedAt: number;
};

type Departure = {
  readonly position: number;
  readonly folderId: string;
  readonly message: StoredMessage;
};

const isVisible = (message: StoredMessage): boolean => message.visibleFrom === undefined;

const placeOf = (message: StoredMessage): string | undefined =>
  isVisible(message) ? message.folderId : undefined;

/** The messages of all shared mailboxes, folded from the journal. */
export class MessageStore {
  readonly #journal: Journal<MailFact>;
  readonly #entries = new Map<string, Entry>();
  readonly #keysById = new Map<string, string>();
  readonly #departures: Departure[] = [];
  readonly #listeners: ((change: MessageChange) => void)[] = [];
  #generation = "";

  constructor(journal: Journal<MailFact>) {
    this.#journal = journal;
    journal.follow((fact, position) => this.#apply(fact, position));
    if (this.#generation === "") journal.record(openedFact(randomUUID()));
  }

  /** Distinguishes this estate's delta tokens from those of another one. */
  get generation(): string {
    return this.#generation;
  }

  /** Counts everything that ever happened; delta tokens are made of it. */
  get position(): number {
    return this.#journal.position;
  }

  put(message: StoredMessage): void {
    this.#journal.record({ fact: "message", message });
  }

  remove(message: StoredMessage): void {
    this.#journal.record({ fact: "message-gone", key: message.key });
  }

  /** Finds a visible message by its ordinary or immutable id. */
  byId(mailbox: string, id: string): StoredMessage | undefined {
    const message = this.#entries.get(this.#keysById.get(id) ?? "")?.message;
    return message?.mailbox === mailbox ? message : undefined;
  }

  /** The visible messages of a mailbox, or of one of its folders, in the order they came to be. */
  list(mailbox: string, folderId?: string): StoredMessage[] {
    return [...this.#entries.values()]
      .map(({ message }) => message)
      .filter(
        (message) =>
          message.mailbox === mailbox &&
          isVisible(message) &&
          (folderId === undefined || message.folderId === folderId),
      );
  }

  /** What happened in a folder after `since`, up to `until`: one entry for each message, oldest first. */
  changes(folderId: string, since: number, until: number): FolderChange[] {
    const isIn = (position: number): boolean => position > since && position <= until;
    const changes: FolderChange[] = [];
    for (const { message, enteredAt, changedAt } of this.#entries.values()) {
      if (placeOf(message) !== folderId) continue;
      // A new message keeps its place in the round even when it changes again while the round is walked.
      if (isIn(enteredAt)) changes.push({ position: enteredAt, type: "created", message });
      else if (isIn(changedAt)) changes.push({ position: changedAt, type: "updated", message });
    }
    for (const { position, folderId: left, message } of this.#departures) {
      const current = this.#entries.get(message.key)?.message;
      const isBack = current !== undefined && placeOf(current) === folderId;
      if (left === folderId && isIn(position) && !isBack)
        changes.push({ position, type: "deleted", message });
    }
    return changes.sort((a, b) => a.position - b.position);
  }

  /** Brings out the sent copies whose time has come. */
  reveal(now: Date): void {
    for (const { message } of [...this.#entries.values()]) {
      if (isVisible(message)) continue;
      const { visibleFrom = "", ...copy } = message;
      if (Date.parse(visibleFrom) <= now.getTime()) this.put(copy);
    }
  }

  onChange(listener: (change: MessageChange) => void): void {
    this.#listeners.push(listener);
  }

  #apply(fact: MailFact, position: number): void {
    if (fact.fact === "opened") this.#generation = fact.generation;
    if (fact.fact === "message") this.#applyMessage(fact.message, position);
    if (fact.fact === "message-gone") {
      const gone = this.#entries.get(fact.key);
      this.#entries.delete(fact.key);
      if (gone !== undefined) this.#depart(gone.message, position);
    }
  }

  #applyMessage(message: StoredMessage, position: number): void {
    const before = this.#entries.get(message.key);
    const stays = before !== undefined && placeOf(before.message) === placeOf(message);
    if (before !== undefined && !stays && isVisible(before.message))
      this.#depart(before.message, position);
    const enteredAt = stays ? before.enteredAt : position;
    this.#entries.set(message.key, { message, enteredAt, changedAt: position });
    if (!isVisible(message)) return;
    this.#keysById.set(messageId(message, "ordinary"), message.key);
    this.#keysById.set(message.immutableId, message.key);
    this.#emit({ type: stays ? "updated" : "created", folderId: message.folderId, message });
  }

  #depart(message: StoredMessage, position: number): void {
    this.#departures.push({ position, folderId: message.folderId, message });
    this.#keysById.delete(messageId(message, "ordinary"));
    this.#keysById.delete(message.immutableId);
    this.#emit({ type: "deleted", folderId: message.folderId, message });
  }

  #emit(change: MessageChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
