import { z } from "zod";
import type { CalendarDate } from "../../domain/calendar/london-date.ts";
import type { Ports } from "../ports/ports.ts";

const Watch = z.object({ id: z.string(), expiresAt: z.string(), clientState: z.string() });

/** The subscription on a mailbox; of its secret only the hash is kept. */
export type Watch = z.infer<typeof Watch>;

export async function findWatch({ sync }: Ports, mailbox: string): Promise<Watch | undefined> {
  const saved = await sync.get(`watch:${mailbox}`);
  // An earlier version forgot a subscription by an empty value.
  return saved === undefined || saved === "" ? undefined : Watch.parse(JSON.parse(saved));
}

export function saveWatch({ sync }: Ports, mailbox: string, watch: Watch): Promise<void> {
  return sync.set(`watch:${mailbox}`, JSON.stringify(watch));
}

const Cursor = z.object({
  /** The link that the round under way began with, or the next one will. */
  round: z.string().optional(),
  /** Where the round under way stands: everything before it is queued. */
  next: z.string().optional(),
  /** When the round under way began. */
  began: z.string().optional(),
  /** When the last finished walk began: whatever was there by then has been queued. */
  walkedAt: z.string().optional(),
});

/** How far a mailbox's changes are queued. */
export type Cursor = z.infer<typeof Cursor>;

export async function findCursor({ sync }: Ports, mailbox: string): Promise<Cursor> {
  const saved = await sync.get(`delta:${mailbox}`);
  if (saved === undefined) return {};
  // An earlier version kept the bare link.
  return saved.startsWith("{") ? Cursor.parse(JSON.parse(saved)) : { round: saved };
}

export function saveCursor({ sync }: Ports, mailbox: string, cursor: Cursor): Promise<void> {
  return sync.set(`delta:${mailbox}`, JSON.stringify(cursor));
}

const Look = z.object({
  /** When the last finished look outside the inbox began: whatever had come by then has been queued. */
  lookedAt: z.string().optional(),
  /** Where the look under way goes on: all that was received before it is queued. */
  from: z.string().optional(),
  /** When the look under way began. */
  began: z.string().optional(),
});

/** How far the mail outside a mailbox's inbox is queued. */
export type Look = z.infer<typeof Look>;

export async function findLook({ sync }: Ports, mailbox: string): Promise<Look> {
  const saved = await sync.get(`look:${mailbox}`);
  return saved === undefined ? {} : Look.parse(JSON.parse(saved));
}

export function saveLook({ sync }: Ports, mailbox: string, look: Look): Promise<void> {
  return sync.set(`look:${mailbox}`, JSON.stringify(look));
}

/** The London day since which a mailbox's mail is Redress' own; absent before the first check. */
export function findAnsweredSince({ sync }: Ports, mailbox: string): Promise<string | undefined> {
  return sync.get(`answered-since:${mailbox}`);
}

export function saveAnsweredSince(
  { sync }: Ports,
  mailbox: string,
  since: CalendarDate,
): Promise<void> {
  return sync.set(`answered-since:${mailbox}`, since);
}

const Access = z.enum(["granted", "refused", "missing", "unknown"]);
const AccessCheck = z.object({
  checkedAt: z.string(),
  mailboxes: z.record(z.string(), Access),
  control: Access.optional(),
});

/** What Exchange let us read when it was last asked; `unknown` where it gave no answer. */
export type AccessCheck = z.infer<typeof AccessCheck>;

export async function findAccessCheck({ sync }: Ports): Promise<AccessCheck | undefined> {
  const saved = await sync.get("access");
  return saved === undefined ? undefined : AccessCheck.parse(JSON.parse(saved));
}

export function saveAccessCheck({ sync }: Ports, check: AccessCheck): Promise<void> {
  return sync.set("access", JSON.stringify(check));
}
