import { canonicalPropertyId, invalidPropertyId } from "./extended-properties.ts";
import { badRequest, isRefused, refused, type GraphRefusal } from "./graph-errors.ts";
import {
  attachmentProperties,
  messageProperties,
  type Expansion,
  type MessageProperty,
} from "./message-view.ts";
import { parseFilter, splitOutside, type MessageFilter } from "./odata-filter.ts";
import type { StoredMessage } from "./stored-message.ts";

export type MessageOrder = {
  readonly properties: readonly string[];
  compare(a: StoredMessage, b: StoredMessage): number;
};

/** The query options of a request for messages, understood. */
export type MessageQuery = {
  readonly select?: readonly MessageProperty[];
  readonly expand?: Expansion;
  readonly filter?: MessageFilter;
  readonly order?: MessageOrder;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
};

type OptionReader = (value: string) => MessageQuery | GraphRefusal;

const optionReaders: Readonly<Record<string, OptionReader>> = {
  $select: (value) =>
    wrap(parseSelect(value, messageProperties, "message"), (select) => ({ select })),
  $expand: (value) => wrap(parseExpand(value), (expand) => ({ expand })),
  $filter: (value) => wrap(parseFilter(value), (filter) => ({ filter })),
  $orderby: (value) => wrap(parseOrder(value), (order) => ({ order })),
  $top: (value) => wrap(parseNumber("$top", value, { least: 1, most: 1000 }), (top) => ({ top })),
  $skip: (value) =>
    wrap(parseNumber("$skip", value, { least: 0, most: 2 ** 31 }), (skip) => ({ skip })),
  $count: (value) => ({ count: value === "true" }),
};

/** Reads the query options of a request; one that is not among `allowed`, or that means nothing here, is refused. */
export function parseMessageQuery(
  options: URLSearchParams,
  allowed: readonly string[],
): MessageQuery | GraphRefusal {
  let query: MessageQuery = {};
  for (const [name, value] of options) {
    const read = allowed.includes(name) ? optionReaders[name] : undefined;
    const part = read?.(value) ?? unknownOption(name);
    if (isRefused(part)) return part;
    query = { ...query, ...part };
  }
  return isSortedInefficiently(query)
    ? refused(
        400,
        "InefficientFilter",
        "The restriction or sort order is too complex for this operation.",
      )
    : query;
}

export const unknownOption = (name: string): GraphRefusal =>
  refused(400, "ErrorInvalidUrlQuery", `The query parameter '${name}' is not supported here.`);

function wrap<Value, Wrapped>(
  value: Value | GraphRefusal,
  into: (value: Value) => Wrapped,
): Wrapped | GraphRefusal {
  return isRefused(value) ? value : into(value);
}

/** Exchange sorts a filtered list only by properties that the filter begins with, in the same order. */
function isSortedInefficiently({ filter, order }: MessageQuery): boolean {
  if (!filter || !order) return false;
  return order.properties.some((property, index) => filter.properties[index] !== property);
}

/** Reads a `$select` of properties out of `known`. */
export function parseSelect<Name extends string>(
  value: string,
  known: readonly Name[],
  type: string,
): readonly Name[] | GraphRefusal {
  const names: Name[] = [];
  for (const asked of value.split(",").map((name) => name.trim())) {
    const name = known.find((each) => each === asked);
    if (name === undefined)
      return refused(
        400,
        "RequestBroker--ParseUri",
        `Could not find a property named '${asked}' on type 'microsoft.graph.${type}'.`,
      );
    names.push(name);
  }
  return names;
}

function parseExpand(value: string): Expansion | GraphRefusal {
  let expansion: Expansion = {};
  for (const part of splitOutside(value, /,/y)) {
    const found = parseExpandPart(part);
    if (isRefused(found)) return found;
    expansion = { ...expansion, ...found };
  }
  return expansion;
}

function parseExpandPart(part: string): Expansion | GraphRefusal {
  if (part === "attachments") return { attachments: {} };
  const [, select] = /^attachments\(\$select=([^)]+)\)$/.exec(part) ?? [];
  if (select !== undefined)
    return wrap(parseSelect(select, attachmentProperties, "attachment"), (names) => ({
      attachments: { select: names },
    }));
  const [, filter] = /^singleValueExtendedProperties\(\$filter=(.+)\)$/.exec(part) ?? [];
  if (filter === undefined)
    return refused(
      400,
      "RequestBroker--ParseUri",
      `The expansion '${part}' is not supported here.`,
    );
  const propertyIds: string[] = [];
  for (const clause of splitOutside(filter, / or /iy)) {
    const id = /^id eq '((?:[^']|'')*)'$/.exec(clause)?.[1]?.replaceAll("''", "'");
    if (id === undefined || canonicalPropertyId(id) === undefined) return invalidPropertyId();
    propertyIds.push(id);
  }
  return { propertyIds };
}

const sortKeys: Readonly<Record<string, (message: StoredMessage) => string>> = {
  receivedDateTime: (message) => message.receivedAt,
  sentDateTime: (message) => message.sentAt,
  createdDateTime: (message) => message.createdAt,
  lastModifiedDateTime: (message) => message.modifiedAt,
};

function parseOrder(value: string): MessageOrder | GraphRefusal {
  const terms = value.split(",").map((term) => term.trim().split(/\s+/));
  const understood = terms.every(
    ([property = "", direction = "asc"]) =>
      property in sortKeys && ["asc", "desc"].includes(direction),
  );
  if (!understood) return badRequest(`The $orderby '${value}' is not supported here.`);
  return {
    properties: terms.map(([property = ""]) => property),
    compare(a, b) {
      for (const [property = "", direction] of terms) {
        const key = sortKeys[property];
        const difference = key ? key(a).localeCompare(key(b)) : 0;
        if (difference !== 0) return direction === "desc" ? -difference : difference;
      }
      return 0;
    },
  };
}

function parseNumber(
  name: string,
  value: string,
  { least, most }: { least: number; most: number },
): number | GraphRefusal {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most
    ? number
    : badRequest(`Invalid value '${value}' for ${name} query option found.`);
}
