import type { MailFound, MailHandle } from "../../services/ports/mailbox.ts";
import type { GraphCall } from "./graph-client.ts";
import { listedSelect, listPage, type ListedItem } from "./graph-mail.ts";
import { folder, user } from "./graph-paths.ts";
import type { MailFolders } from "./mail-folders.ts";

const pageSize = 50;

export type Period = { readonly since: string; readonly before?: string | undefined };

type Source = { readonly call: GraphCall; readonly folders: MailFolders };
type Place = { readonly path: string; readonly isSureToExist: boolean };
type Listing = { readonly filter: string; readonly order?: string };

/** Lists what reached a mailbox, whatever folder it lies in now, oldest first. */
export async function* listMail(
  from: Source,
  mailbox: string,
  { since, before }: Period,
): AsyncGenerator<MailFound> {
  const until = before === undefined ? "" : ` and receivedDateTime lt ${before}`;
  const filter = `receivedDateTime ge ${since}${until}`;
  const listing = { filter, order: "receivedDateTime" };
  const inbox = await from.folders.inbox(mailbox);
  const writes = await from.folders.ofWhatItWrites(mailbox);
  const lists = placesOf(mailbox).map((place) => itemsOf(from.call, place, listing));
  for await (const item of oldestFirst(lists)) {
    const { folderId, isDraft, ...mail } = item;
    if (isDraft || writes.has(folderId)) continue;
    yield { mailbox, ...mail, isInInbox: folderId === inbox };
  }
}

/** Finds what reached a mailbox under an internet message id; not the copy that it keeps of what it wrote. */
export async function findMail(
  { call, folders }: Source,
  mailbox: string,
  internetMessageId: string,
): Promise<MailHandle | undefined> {
  const filter = `internetMessageId eq '${internetMessageId.replaceAll("'", "''")}'`;
  const writes = await folders.ofWhatItWrites(mailbox);
  for (const place of placesOf(mailbox)) {
    for await (const { graphId, folderId, isDraft } of itemsOf(call, place, { filter })) {
      if (!isDraft && !writes.has(folderId)) return { mailbox, graphId };
    }
  }
  return undefined;
}

// Graph lists all folders of a mailbox together, but what was deleted for good apart.
function placesOf(mailbox: string): Place[] {
  const deletions = folder(mailbox, "recoverableitemsdeletions");
  return [
    { path: `${user(mailbox)}/messages`, isSureToExist: true },
    { path: `${deletions}/messages`, isSureToExist: false },
  ];
}

async function* itemsOf(
  call: GraphCall,
  place: Place,
  { filter, order }: Listing,
): AsyncGenerator<ListedItem, void> {
  let next: string | undefined;
  do {
    const link: string | undefined = next;
    const answer: unknown = await call(link ?? place.path, (request) => {
      if (link !== undefined) return request.get();
      const asked = request.select(listedSelect).filter(filter).top(pageSize);
      return (order === undefined ? asked : asked.orderby(order)).get();
    });
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
