import {
  findAccessCheck,
  findCursor,
  findLook,
  findWatch,
  type AccessCheck,
} from "./mailbox-state.ts";
import type { Ports } from "../ports/ports.ts";

type Access = AccessCheck["mailboxes"][string];

export type MailboxHealth = {
  /** When access was last tried; absent before the first time. */
  readonly checkedAt?: string;
  readonly mailboxes: readonly {
    readonly address: string;
    readonly access: Access;
    /** When the last finished walk over the mailbox's changes began: all that was there is queued. */
    readonly syncedAt?: string;
    /** When the last finished look at what lies outside the inbox began. */
    readonly lookedAt?: string;
    /** Until when Graph tells of new mail; absent when nothing watches, and only the timer looks. */
    readonly watchedUntil?: string;
  }[];
  /** The mailbox that must be refused, when the council named one; `granted` means too wide a grant. */
  readonly control?: { readonly address: string; readonly access: Access };
};

/** How getting mail stands, from what is stored: nothing is asked of Graph. */
export async function mailboxHealth(ports: Ports): Promise<MailboxHealth> {
  const { mailboxes, controlMailbox } = ports.settings;
  const check = await findAccessCheck(ports);
  return {
    ...(check === undefined ? {} : { checkedAt: check.checkedAt }),
    mailboxes: await Promise.all(mailboxes.map(({ address }) => healthOf(ports, address, check))),
    ...(controlMailbox === undefined
      ? {}
      : { control: { address: controlMailbox, access: check?.control ?? "unknown" } }),
  };
}

async function healthOf(ports: Ports, address: string, check: AccessCheck | undefined) {
  const [{ walkedAt }, { lookedAt }, watch] = await Promise.all([
    findCursor(ports, address),
    findLook(ports, address),
    findWatch(ports, address),
  ]);
  const isWatched =
    watch !== undefined && Date.parse(watch.expiresAt) > ports.clock.now().getTime();
  return {
    address,
    access: check?.mailboxes[address] ?? "unknown",
    ...(walkedAt === undefined ? {} : { syncedAt: walkedAt }),
    ...(lookedAt === undefined ? {} : { lookedAt }),
    ...(isWatched ? { watchedUntil: watch.expiresAt } : {}),
  };
}
