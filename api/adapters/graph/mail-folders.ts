import { z } from "zod";
import type { IncomingMail } from "../../domain/mail/incoming-mail.ts";
import type { GraphCall } from "./graph-client.ts";
import { folder } from "./graph-paths.ts";

/** Exchange's own names of folders, the same in every language. */
type FolderName =
  | "inbox"
  | "sentitems"
  | "drafts"
  | "outbox"
  | "junkemail"
  | "deleteditems"
  | "recoverableitemsdeletions";

/** What lies here was written by the mailbox itself and never reached it. */
const written: readonly FolderName[] = ["sentitems", "drafts", "outbox"];

const thrownAway: readonly (readonly [FolderName, NonNullable<IncomingMail["foundIn"]>])[] = [
  ["junkemail", "junk-email"],
  ["deleteditems", "deleted-items"],
  ["recoverableitemsdeletions", "recoverable-items"],
];

const Folder = z.object({ id: z.string() });

/** The folders of each mailbox by what they mean; their ids never change, so that each is asked for once. */
export class MailFolders {
  readonly #call: GraphCall;
  readonly #ids = new Map<string, Promise<string | undefined>>();

  constructor(call: GraphCall) {
    this.#call = call;
  }

  inbox(mailbox: string): Promise<string | undefined> {
    return this.#id(mailbox, "inbox");
  }

  /** The folders of what the mailbox writes: sent, to be sent, or not finished. */
  async ofWhatItWrites(mailbox: string): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const name of written) {
      const id = await this.#id(mailbox, name);
      if (id !== undefined) ids.add(id);
    }
    return ids;
  }

  /** How a mail was thrown away before it was read, from the folder it lies in; absent for most mails. */
  async thrownAway(mailbox: string, folderId: string): Promise<IncomingMail["foundIn"]> {
    // Nearly all mail is in the inbox: that asks for no other folder.
    if (folderId === (await this.inbox(mailbox))) return undefined;
    for (const [name, place] of thrownAway) {
      if (folderId === (await this.#id(mailbox, name))) return place;
    }
    return undefined;
  }

  #id(mailbox: string, name: FolderName): Promise<string | undefined> {
    const place = `${mailbox.toLowerCase()} ${name}`;
    const known = this.#ids.get(place);
    if (known !== undefined) return known;
    const asked = this.#ask(mailbox, name);
    this.#ids.set(place, asked);
    const forget = () => void this.#ids.delete(place);
    // A folder may be made when it is first needed, as the recoverable items are.
    asked.then((id) => id ?? forget(), forget);
    return asked;
  }

  async #ask(mailbox: string, name: FolderName): Promise<string | undefined> {
    const answer: unknown = await this.#call(folder(mailbox, name), (request) =>
      request.select("id").get(),
    );
    return answer === undefined ? undefined : Folder.parse(answer).id;
  }
}
