import { canonicalPropertyId, invalidPropertyId, matchesProperty } from "./extended-properties.ts";
import { isRefused, refused, type GraphRefusal } from "./graph-errors.ts";
import type { StoredMessage } from "./stored-message.ts";

/** A `$filter` that was understood. */
export type MessageFilter = {
  matches(message: StoredMessage): boolean;
  /** The properties it names, in its order: `$orderby` must begin with the same ones. */
  readonly properties: readonly string[];
};

type Clause = { readonly property: string; matches(message: StoredMessage): boolean };
type ClauseForm = (clause: string) => Clause | GraphRefusal | undefined;

const literal = String.raw`'((?:[^']|'')*)'`;
const unquoted = (text: string): string => text.replaceAll("''", "'");

const receivedDateTime: ClauseForm = (clause) => {
  const [, operator = "", instant = ""] =
    /^receivedDateTime (ge|gt|le|lt) (\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|\d{4}-\d\d-\d\d)$/.exec(
      clause,
    ) ?? [];
  const limit = Date.parse(instant);
  if (Number.isNaN(limit)) return undefined;
  const comparisons: Record<string, (received: number) => boolean> = {
    ge: (received) => received >= limit,
    gt: (received) => received > limit,
    le: (received) => received <= limit,
    lt: (received) => received < limit,
  };
  return {
    property: "receivedDateTime",
    matches: (message) => comparisons[operator]?.(Date.parse(message.receivedAt)) ?? false,
  };
};

const textProperty: ClauseForm = (clause) => {
  const [, property, text = ""] =
    new RegExp(`^(internetMessageId|conversationId) eq ${literal}$`).exec(clause) ?? [];
  if (property !== "internetMessageId" && property !== "conversationId") return undefined;
  return { property, matches: (message) => message[property] === unquoted(text) };
};

const extendedProperty: ClauseForm = (clause) => {
  const found = new RegExp(
    String.raw`^singleValueExtendedProperties/any\(\s*(\w+)\s*:\s*\1/id eq ${literal} and \1/value eq ${literal}\s*\)$`,
    "i",
  ).exec(clause);
  if (!found) return undefined;
  const [, , id = "", value = ""] = found;
  if (canonicalPropertyId(unquoted(id)) === undefined) return invalidPropertyId();
  return {
    property: "singleValueExtendedProperties",
    matches: (message) =>
      message.extendedProperties.some((property) =>
        matchesProperty(property, unquoted(id), unquoted(value)),
      ),
  };
};

/** Reads a `$filter` of clauses joined by `and`; a form this mailbox does not know is refused, never ignored. */
export function parseFilter(filter: string): MessageFilter | GraphRefusal {
  const clauses: Clause[] = [];
  for (const text of splitOutside(filter, / and /iy)) {
    const clause =
      receivedDateTime(text) ??
      textProperty(text) ??
      extendedProperty(text) ??
      refused(
        400,
        "ErrorInvalidUrlQueryFilter",
        "The query filter contains one or more invalid nodes.",
      );
    if (isRefused(clause)) return clause;
    clauses.push(clause);
  }
  return {
    matches: (message) => clauses.every((clause) => clause.matches(message)),
    properties: clauses.map(({ property }) => property),
  };
}

/** Splits at a separator (a sticky expression) that stands outside quotes and parentheses. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "'") quoted = !quoted;
    if (quoted) continue;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    separator.lastIndex = at;
    const found = depth === 0 ? separator.exec(text)?.[0] : undefined;
    if (found === undefined) continue;
    parts.push(text.slice(start, at).trim());
    start = at + found.length;
    at = start - 1;
  }
  return [...parts, text.slice(start).trim()];
}
