import type { Assurance } from "../../contract/assurance.ts";
import { shortMoment } from "../../domain/calendar/london-date.ts";
import type { CheckDone } from "../mailbox/check-mailboxes.ts";
import { mailboxHealth, type MailboxHealth } from "../mailbox/mailbox-health.ts";
import type { Ports } from "../ports/ports.ts";
import { bankHolidayHealth } from "./bank-holiday-health.ts";
import type { chatReach } from "./chat-reach.ts";

type Health = Assurance["health"][number];

/** Longer than this without a finished walk or look, and mail waits that nobody sees; the timer comes every five minutes. */
const staleMinutes = 30;

/** How getting mail, telling people and counting days stands, in words. */
export async function presentHealth(
  ports: Ports,
  check: CheckDone,
  reach: Awaited<ReturnType<typeof chatReach>>,
): Promise<Health[]> {
  const health = await mailboxHealth(ports);
  return [
    ...health.mailboxes.map((mailbox) => mailboxWords(ports, mailbox, check)),
    ...(health.control === undefined ? [] : [controlWords(health.control)]),
    chatWords(reach),
    await bankHolidayHealth(ports),
  ];
}

type Mailbox = MailboxHealth["mailboxes"][number];

function mailboxWords(ports: Ports, mailbox: Mailbox, check: CheckDone): Health {
  const { address, access, syncedAt, lookedAt, watchedUntil } = mailbox;
  const isUnlisted = check.unlisted.includes(address);
  const words = [
    accessWords[access],
    syncedAt === undefined
      ? "It has not been read to its end yet."
      : `Read to its end ${shortMoment(syncedAt)}.`,
    lookedAt === undefined
      ? "Its other folders have not been gone through yet."
      : `Its other folders were last looked at ${shortMoment(lookedAt)}.`,
    watchedUntil === undefined
      ? "Microsoft 365 does not tell of new mail, so it is found within five minutes only."
      : `Microsoft 365 tells of new mail until ${shortMoment(watchedUntil)}; that is renewed by itself.`,
    isUnlisted ? "The last check could not list it." : "",
  ];
  return {
    name: address,
    standing: isUnlisted ? "wrong" : standingOf(mailbox, ports.clock.now()),
    words: words.filter((one) => one !== "").join(" "),
  };
}

function standingOf(
  { access, syncedAt, lookedAt, watchedUntil }: Mailbox,
  now: Date,
): Health["standing"] {
  const isStale = (at: string): boolean => (now.getTime() - Date.parse(at)) / 60_000 > staleMinutes;
  if (access === "refused" || access === "missing") return "wrong";
  // The first look may go through a month, and takes more than one run for that.
  if (syncedAt === undefined || isStale(syncedAt) || isStale(lookedAt ?? syncedAt)) return "wrong";
  return watchedUntil === undefined || lookedAt === undefined ? "watch" : "well";
}

const accessWords = {
  granted: "Redress may read it.",
  refused: "Redress is refused: give the app access to it again.",
  missing: "There is no such mailbox.",
  unknown: "",
} as const satisfies Record<MailboxHealth["mailboxes"][number]["access"], string>;

function controlWords({ address, access }: NonNullable<MailboxHealth["control"]>): Health {
  const name = `${address} (not ours)`;
  if (access === "granted") {
    const words = "Redress could read it, and must not: its access to mailboxes is too wide.";
    return { name, standing: "wrong", words };
  }
  if (access === "unknown") {
    return { name, standing: "watch", words: "Not tried yet whether Redress is refused here." };
  }
  return { name, standing: "well", words: "Redress is refused here, as it must be." };
}

function chatWords(reach: Awaited<ReturnType<typeof chatReach>>): Health {
  if (reach === undefined) return { name: "Chat", standing: "watch", words: "Not looked at yet." };
  const { people, unreached } = reach;
  if (unreached.length === 0) {
    return { name: "Chat", standing: "well", words: `Redress can write to all ${people} people.` };
  }
  const words = `Redress cannot write to ${unreached.length} of ${people} people: they have not opened it in Teams yet, or have removed it. They are told by e-mail instead.`;
  return { name: "Chat", standing: "watch", words };
}
