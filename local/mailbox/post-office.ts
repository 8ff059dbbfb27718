import { randomUUID } from "node:crypto";
import type { CitizenMessage } from "../teams-shell/api.ts";
import type { ByteStore } from "./byte-store.ts";
import { conversationFor } from "./conversations.ts";
import type { Faults } from "./faults.ts";
import { folderId, type FolderName } from "./folders.ts";
import type { Journal } from "./journal.ts";
import type { MailFact } from "./mail-facts.ts";
import { newAttachmentId, newImmutableId, newInternetMessageId } from "./message-ids.ts";
import type { MessageStore } from "./message-store.ts";
import { parseMail, type ParsedMail } from "./mime-to-message.ts";
import { isSpam } from "./spam-filter.ts";
import { graphTime, moved, type Correspondent, type StoredMessage } from "./stored-message.ts";

type PostOfficeParts = {
  readonly journal: Journal<MailFact>;
  readonly store: MessageStore;
  readonly bytes: ByteStore;
  readonly faults: Faults;
  readonly clock: { now(): Date };
  /** The shared mailboxes, lower case; every other address is a citizen's. */
  readonly mailboxes: readonly string[];
};

export type Delivery = {
  /** When it arrives; the estate's now unless given. */
  readonly receivedAt?: Date;
  /** The shared mailbox it was handed in for; else the first one it names, else the first there is. */
  readonly envelopeTo?: string;
  /** Stands in for a From header the mail lacks. */
  readonly envelopeFrom?: string;
};

type MailFactOf<Kind extends MailFact["fact"]> = Extract<MailFact, { fact: Kind }>;

/** Brings mail to the shared mailboxes and to the citizens, who each have a mailbox of their own. */
export class PostOffice {
  readonly #parts: PostOfficeParts;
  readonly #letters = new Map<string, CitizenMessage[]>();
  readonly #listeners: ((address: string) => void)[] = [];

  constructor(parts: PostOfficeParts) {
    this.#parts = parts;
    parts.journal.follow((fact) => {
      if (fact.fact !== "letter") return;
      const letters = this.#letters.get(fact.citizen) ?? [];
      this.#letters.set(fact.citizen, [...letters, fact.letter]);
    });
  }

  /** Puts a raw mail into a shared mailbox, and into its writer's sent mail. */
  async deliver(
    mail: Buffer | string,
    delivery: Delivery = {},
  ): Promise<{ id: string; internetMessageId: string }> {
    const raw = Buffer.from(mail);
    const parsed = await parseMail(raw);
    const mailbox = this.#addressee(parsed, delivery);
    const message = await this.#arrived(raw, parsed, {
      mailbox,
      receivedAt: delivery.receivedAt ?? this.#parts.clock.now(),
      ...(delivery.envelopeFrom !== undefined && { envelopeFrom: delivery.envelopeFrom }),
    });
    this.#record(message, this.#writersCopy(message));
    const removed = this.#parts.faults.take("removed-unread");
    if (removed) this.#parts.store.put(moved(message, folderId(mailbox, removed.folder)));
    return { id: message.immutableId, internetMessageId: message.internetMessageId };
  }

  /** Takes a message that has left its mailbox to everyone it is addressed to. */
  async dispatch(message: StoredMessage, raw: Buffer): Promise<void> {
    const addresses = distinctAddresses([...message.to, ...message.cc, ...message.bcc]);
    this.#record(
      message,
      addresses
        .filter((address) => !this.isSharedMailbox(address))
        .map((citizen) => ({ fact: "letter", citizen, letter: letterOf(message, "received") })),
    );
    for (const envelopeTo of addresses.filter((address) => this.isSharedMailbox(address)))
      await this.deliver(raw, { envelopeTo });
  }

  isSharedMailbox(address: string): boolean {
    return this.#parts.mailboxes.includes(address.toLowerCase());
  }

  /** Everything an address sent or received, oldest first. */
  mailFor(address: string): readonly CitizenMessage[] {
    return [...(this.#letters.get(address.toLowerCase()) ?? [])].sort((a, b) =>
      a.at.localeCompare(b.at),
    );
  }

  /** Called with each address whose mail has changed. */
  onMail(listener: (address: string) => void): void {
    this.#listeners.push(listener);
  }

  #addressee({ to, cc }: ParsedMail, { envelopeTo }: Delivery): string {
    const named = [...to, ...cc].map(({ address }) => address.toLowerCase());
    const mailbox =
      envelopeTo?.toLowerCase() ??
      named.find((address) => this.isSharedMailbox(address)) ??
      this.#parts.mailboxes[0];
    if (mailbox === undefined || !this.isSharedMailbox(mailbox))
      throw new Error("Mail can only be delivered to a shared mailbox of the estate.");
    return mailbox;
  }

  async #arrived(
    raw: Buffer,
    { sentAt, body, attachments, from, ...parsed }: ParsedMail,
    {
      mailbox,
      receivedAt,
      envelopeFrom,
    }: { mailbox: string; receivedAt: Date; envelopeFrom?: string },
  ): Promise<StoredMessage> {
    const { bytes, store } = this.#parts;
    const at = graphTime(receivedAt);
    const writer =
      from ?? (envelopeFrom ? { name: envelopeFrom, address: envelopeFrom } : undefined);
    const mimeKey = await bytes.put(raw, ".eml");
    const stored = await Promise.all(
      attachments.map(async ({ bytes: content, ...attachment }) => ({
        ...attachment,
        id: newAttachmentId(),
        size: content.length,
        addedAt: at,
        bytesKey: await bytes.put(content),
      })),
    );
    const thread = { ...parsed, from: writer };
    return {
      internetMessageId: newInternetMessageId(mailbox),
      ...(writer && { sender: writer, from: writer }),
      ...parsed,
      key: randomUUID(),
      mailbox,
      folderId: folderId(mailbox, this.#folderFor(parsed)),
      immutableId: newImmutableId(),
      moves: 0,
      version: 1,
      isDraft: false,
      isRead: false,
      body,
      bcc: [],
      // Nothing is awaited after the conversation is looked up: two mails of one thread may arrive at once.
      conversationId: conversationFor(thread, store.list(mailbox)),
      createdAt: at,
      modifiedAt: at,
      receivedAt: at,
      sentAt: graphTime(sentAt ?? receivedAt),
      categories: [],
      flagStatus: "notFlagged",
      extendedProperties: [],
      attachments: stored,
      mimeKey,
    };
  }

  #folderFor({ headers }: Pick<ParsedMail, "headers">): FolderName {
    if (isSpam(headers)) return "junkemail";
    return this.#parts.faults.take("filed-on-arrival")?.folder ?? "inbox";
  }

  #writersCopy(message: StoredMessage): MailFactOf<"letter">[] {
    const citizen = message.from?.address.toLowerCase();
    if (citizen === undefined || this.isSharedMailbox(citizen)) return [];
    const isKept = this.mailFor(citizen).some(
      ({ direction, internetMessageId }) =>
        direction === "sent" && internetMessageId === message.internetMessageId,
    );
    return isKept ? [] : [{ fact: "letter", citizen, letter: letterOf(message, "sent") }];
  }

  #record(message: StoredMessage, letters: readonly MailFactOf<"letter">[]): void {
    this.#parts.journal.record({ fact: "message", message }, ...letters);
    for (const address of [message.mailbox, ...letters.map(({ citizen }) => citizen)])
      for (const listener of this.#listeners) listener(address);
  }
}

const distinctAddresses = (people: readonly Correspondent[]): string[] => [
  ...new Set(people.map(({ address }) => address.toLowerCase())),
];

function letterOf(message: StoredMessage, direction: CitizenMessage["direction"]): CitizenMessage {
  const { body, inReplyTo } = message;
  return {
    id: randomUUID(),
    direction,
    from: message.from?.address ?? "",
    fromName: message.from?.name ?? "",
    to: [...message.to, ...message.cc].map(({ address }) => address).join(", "),
    subject: message.subject,
    text: body.text,
    ...(body.html !== undefined && { html: body.html }),
    at: message.receivedAt,
    attachments: message.attachments
      .filter(({ isInline }) => !isInline)
      .map(({ name, contentType, size }) => ({ name, type: contentType, bytes: size })),
    internetMessageId: message.internetMessageId,
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
}
