import type { MailFound } from "../../services/ports/mailbox.ts";
import type { GraphCall } from "./graph-client.ts";
import { listedSelect, listPage, type ListedItem } from "./graph-mail.ts";
import type { MailFolders } from "./mail-folders.ts";

const pageSize = 50;

export type Period = { readonly since: string; readonly before?: string | undefined };

/**
 * Lists what reached a mailbox, whatever folder it lies in now, oldest first. Graph lists all folders of a mailbox
 * together, but what was deleted for good apart.
 */
export async function* listMail(
  { call, folders }: { readonly call: GraphCall; readonly folders: MailFolders },
  mailbox: string,
  period: Period,
): AsyncGenerator<MailFound> {
  const inbox = await folders.inbox(mailbox);
  const writes = await folders.ofWhatItWrites(mailbox);
  const user = `/users/${encodeURIComponent(mailbox)}`;
  const everywhere = { path: `${user}/messages`, isSureToExist: true };
  const deletions = {
    path: `${user}/mailFolders/recoverableitemsdeletions/messages`,
    isSureToExist: false,
  };
  const lists = [everywhere, deletions].map((place) => itemsOf(call, place, period));
  for await (const item of oldestFirst(lists)) {
    const { folderId, isDraft, ...mail } = item;
    if (isDraft || writes.has(folderId)) continue;
    yield { mailbox, ...mail, isInInbox: folderId === inbox };
  }
}

async function* itemsOf(
  call: GraphCall,
  place: { readonly path: string; readonly isSureToExist: boolean },
  { since, before }: Period,
): AsyncGenerator<ListedItem, void> {
  const until = before === undefined ? "" : ` and receivedDateTime lt ${before}`;
  let next: string | undefined;
  do {
    const link: string | undefined = next;
    const answer: unknown = await call(link ?? place.path, (request) =>
      link !== undefined
        ? request.get()
        : request
            .select(listedSelect)
            .filter(`receivedDateTime ge ${since}${until}`)
            .orderby("receivedDateTime")
            .top(pageSize)
            .get(),
    );
    // A mailbox from which nothing was ever deleted for good may have no place for it.
    if (answer === undefined && link === undefined && !place.isSureToExist) return;
    const page = listPage(answer);
    yield* page.items;
    next = page.next;
  } while (next !== undefined);
}

async function* oldestFirst(
  lists: readonly AsyncGenerator<ListedItem, void>[],
): AsyncGenerator<ListedItem, void> {
  const heads = [];
  for (const list of lists) heads.push({ list, head: await list.next() });
  for (;;) {
    const left = heads.flatMap((one) =>
      one.head.done === true ? [] : [{ one, item: one.head.value }],
    );
    const [first] = left.toSorted((a, b) => a.item.receivedAt.localeCompare(b.item.receivedAt));
    if (first === undefined) return;
    yield first.item;
    first.one.head = await first.one.list.next();
  }
}
