import { z } from "zod";
import type { ByteStore } from "./byte-store.ts";
import type { Faults } from "./faults.ts";
import { badRequest, isRefused, refused, type GraphRefusal } from "./graph-errors.ts";
import { messageId } from "./message-ids.ts";
import type { FolderChange, MessageStore } from "./message-store.ts";
import { viewMessage, type MessageView } from "./message-view.ts";
import { parseMessageQuery, unknownOption, type MessageQuery } from "./odata-query.ts";
import type { Preferences } from "./preferences.ts";

export type DeltaRequest = {
  readonly folderId: string;
  /** The URL of the request without its query, as its links repeat it. */
  readonly url: string;
  readonly options: URLSearchParams;
  readonly preferences: Preferences;
};

type DeltaSource = {
  readonly store: MessageStore;
  readonly bytes: ByteStore;
  readonly faults: Faults;
};

const cursorSchema = z.object({ position: z.number(), receivedAt: z.string() });
type Cursor = z.infer<typeof cursorSchema>;

/** Where a client stands: which changes its round covers, and the last one it was given. */
const tokenSchema = z.object({
  generation: z.string(),
  folderId: z.string(),
  since: z.number(),
  until: z.number(),
  after: cursorSchema.optional(),
  options: z.record(z.string(), z.string()),
});
type Token = z.infer<typeof tokenSchema>;

const roundOptions = ["$select", "$expand", "$filter", "$orderby", "$top"];
const defaultPageSize = 10;

/** One page of the changes of a folder, with the link to the next page or to the next round. */
export async function deltaPage(
  request: DeltaRequest,
  source: DeltaSource,
): Promise<object | GraphRefusal> {
  const token = tokenOf(request, source);
  if (isRefused(token)) return token;
  const query = parseRoundQuery(token.options);
  if (isRefused(query)) return query;

  const changes = changesOf(token, query, source);
  const size = request.preferences.maxPageSize ?? query.top ?? defaultPageSize;
  const page = cutPage(changes, size, source.faults);
  const more = page.rest > 0;
  const last = page.given.at(-1);
  const next: Token = more
    ? { ...token, ...(last && { after: cursorOf(last) }) }
    : { ...token, since: token.until, after: undefined };
  return {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Collection(message)",
    [more ? "@odata.nextLink" : "@odata.deltaLink"]:
      `${request.url}?${more ? "$skiptoken" : "$deltatoken"}=${encodeToken(next)}`,
    value: await Promise.all(
      page.shown.map((change) => viewChange(change, viewOf(request, query), source.bytes)),
    ),
  };
}

function tokenOf(
  { options, folderId }: DeltaRequest,
  { store, faults }: DeltaSource,
): Token | GraphRefusal {
  const encoded = options.get("$skiptoken") ?? options.get("$deltatoken");
  const { generation, position } = store;
  if (encoded === null)
    return {
      generation,
      folderId,
      since: 0,
      until: position,
      options: Object.fromEntries(options),
    };
  const foreign = [...options.keys()].find((name) => !/^\$(skip|delta)token$/.test(name));
  if (foreign !== undefined) return unknownOption(foreign);
  const token = decodeToken(encoded);
  const isOurs = token?.generation === generation && token.folderId === folderId;
  if (token === undefined || !isOurs) return staleToken();
  const expired = faults.take("delta-token-expired");
  if (expired) return staleToken(expired.status);
  // A round covers what had happened when it began; what happens while it is walked belongs to the next one.
  return options.has("$deltatoken") ? { ...token, until: position } : token;
}

const staleToken = (status = 410): GraphRefusal =>
  refused(status, "syncStateNotFound", "The sync state generation is not found.");

function parseRoundQuery(
  options: Readonly<Record<string, string>>,
): (MessageQuery & { changeType?: string }) | GraphRefusal {
  const { changeType, ...messageOptions } = options;
  const { $filter, $orderby } = messageOptions;
  if ($filter !== undefined && !/^receivedDateTime (ge|gt) \S+$/.test($filter))
    return refused(
      400,
      "ErrorInvalidUrlQueryFilter",
      "Change tracking filters by 'receivedDateTime ge' or 'receivedDateTime gt' only.",
    );
  if ($orderby !== undefined && $orderby !== "receivedDateTime desc")
    return badRequest("Change tracking sorts by 'receivedDateTime desc' only.");
  if (changeType !== undefined && !["created", "updated", "deleted"].includes(changeType))
    return badRequest(`'${changeType}' is no changeType.`);
  const query = parseMessageQuery(new URLSearchParams(messageOptions), roundOptions);
  return isRefused(query) || changeType === undefined ? query : { ...query, changeType };
}

function changesOf(
  token: Token,
  { filter, order, changeType }: MessageQuery & { changeType?: string },
  { store, faults }: DeltaSource,
): { before: FolderChange[]; ahead: FolderChange[] } {
  const compare = (a: Cursor, b: Cursor): number =>
    (order ? b.receivedAt.localeCompare(a.receivedAt) : 0) || a.position - b.position;
  const showsRemoved = token.since > 0 || faults.take("delta-shows-removed") !== undefined;
  const changes = store
    .changes(token.folderId, token.since, token.until)
    // The first round tells what is there, not what has left.
    .filter(({ type }) => showsRemoved || type !== "deleted")
    .filter(({ type }) => changeType === undefined || type === changeType)
    .filter(({ message }) => filter?.matches(message) ?? true)
    .sort((a, b) => compare(cursorOf(a), cursorOf(b)));
  const { after } = token;
  const isAhead = (change: FolderChange): boolean =>
    after === undefined || compare(cursorOf(change), after) > 0;
  return {
    before: changes.filter((change) => !isAhead(change)),
    ahead: changes.filter(isAhead),
  };
}

const cursorOf = ({ position, message }: FolderChange): Cursor => ({
  position,
  receivedAt: message.receivedAt,
});

/** Cuts the page, bent by whatever faults wait: `given` moves the cursor, `shown` is what the client sees. */
function cutPage(
  { before, ahead }: { before: FolderChange[]; ahead: FolderChange[] },
  size: number,
  faults: Faults,
): { given: FolderChange[]; shown: FolderChange[]; rest: number } {
  if (ahead.length > 0 && faults.take("delta-empty-page"))
    return { given: [], shown: [], rest: ahead.length };
  const given = ahead.slice(0, size);
  const repeated = before.length > 0 && faults.take("delta-repeats") ? before.slice(-size) : [];
  const shown = [...given, ...repeated];
  if (faults.take("delta-out-of-order")) shown.reverse();
  return { given, shown, rest: ahead.length - given.length };
}

function viewOf({ preferences }: DeltaRequest, { select, expand }: MessageQuery): MessageView {
  return { preferences, ...(select && { select }), ...(expand && { expand }) };
}

async function viewChange(
  { type, message }: FolderChange,
  view: MessageView,
  bytes: ByteStore,
): Promise<object> {
  const typed = { "@odata.type": "#microsoft.graph.message" };
  return type === "deleted"
    ? {
        ...typed,
        id: messageId(message, view.preferences.idForm),
        "@removed": { reason: "deleted" },
      }
    : { ...typed, ...(await viewMessage(message, view, bytes)) };
}

const encodeToken = (token: Token): string =>
  Buffer.from(JSON.stringify(token)).toString("base64url");

function decodeToken(encoded: string): Token | undefined {
  try {
    return tokenSchema.parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
