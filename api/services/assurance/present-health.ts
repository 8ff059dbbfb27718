import type { Assurance } from "../../contract/assurance.ts";
import { shortMoment } from "../../domain/calendar/london-date.ts";
import type { CheckDone } from "../mailbox/check-mailboxes.ts";
import { mailboxHealth, type MailboxHealth } from "../mailbox/mailbox-health.ts";
import type { Ports } from "../ports/ports.ts";
import { bankHolidayHealth } from "./bank-holiday-health.ts";
import type { chatReach } from "./chat-reach.ts";

type Health = Assurance["health"][number];

/** Longer than this without a finished walk, and mail waits that nobody sees; the timer comes every five minutes. */
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

function mailboxWords(
  ports: Ports,
  mailbox: MailboxHealth["mailboxes"][number],
  check: CheckDone,
): Health {
  const { address, access, syncedAt, watchedUntil } = mailbox;
  const minutes =
    syncedAt === undefined
      ? Number.POSITIVE_INFINITY
      : (ports.clock.now().getTime() - Date.parse(syncedAt)) / 60_000;
  const isWrong =
    access === "refused" ||
    access === "missing" ||
    check.unlisted.includes(address) ||
    minutes > staleMinutes;
  const words = [
    accessWords[access],
    syncedAt === undefined
      ? "It has not been read to its end yet."
      : `Read to its end ${shortMoment(syncedAt)}.`,
    watchedUntil === undefined
      ? "Microsoft 365 does not tell of new mail, so it is found within five minutes only."
      : `Microsoft 365 tells of new mail until ${shortMoment(watchedUntil)}; that is renewed by itself.`,
    check.unlisted.includes(address) ? "The last check could not list it." : "",
  ];
  return {
    name: address,
    standing: isWrong ? "wrong" : watchedUntil === undefined ? "watch" : "well",
    words: words.filter((one) => one !== "").join(" "),
  };
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
