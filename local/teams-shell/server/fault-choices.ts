import type { ChannelFaults, SendFault } from "#local/bot-channel/faults.ts";
import type { GovUkFault, GovUkFaults } from "#local/gov-uk/gov-uk.ts";
import type { Fault, Faults } from "#local/mailbox/faults.ts";

/** How often a fault is still to happen. */
export type Times = number | "always";

/** A way to make the estate's Microsoft 365 misbehave by hand. */
export type FaultChoice = {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly words: string;
  /** What it happens to: one of them, and several. */
  readonly unit: readonly [one: string, several: string];
  set(times: Times): void;
  left(): Times;
};

type Described = Pick<FaultChoice, "id" | "group" | "title" | "words" | "unit">;

const described = (
  group: string,
  unit: Described["unit"],
  faults: readonly (readonly [fault: Fault, title: string, words: string])[],
) =>
  faults.map(([fault, title, words]) => ({
    fault,
    about: { id: Object.values(fault).join("-"), group, unit, title, words },
  }));

const call = ["call", "calls"] as const;
const letter = ["letter", "letters"] as const;
const delivery = ["delivery", "deliveries"] as const;
const page = ["page", "pages"] as const;
const mail = ["mail", "mails"] as const;

const mailboxFaults = [
  ...described("Asking the mailbox", call, [
    [
      { kind: "throttled", retryAfterSeconds: 30 },
      "Too many requests, wait 30 seconds",
      "429 with Retry-After",
    ],
    [{ kind: "throttled" }, "Too many requests", "429 without a word on how long"],
    [{ kind: "unavailable" }, "The mailbox is away", "503"],
    [{ kind: "broken-off" }, "The line breaks", "half of a mail or of a file, then nothing"],
  ]),
  ...described("Sending letters", letter, [
    [{ kind: "sent-but-504" }, "Sent, but the answer is lost", "504, and the letter has left"],
    [
      { kind: "sent-copy-late", seconds: 600 },
      "The copy in Sent Items is ten minutes late",
      "by the clock of the estate",
    ],
    [{ kind: "draft-gone" }, "The draft is gone", "somebody deleted it before it was sent: 404"],
  ]),
  ...described("Notices of new mail", delivery, [
    [{ kind: "notifications-lost" }, "Lost", "never made"],
    [{ kind: "notifications-doubled" }, "Twice", "made again at once"],
    [{ kind: "notifications-late", seconds: 60 }, "A minute late", "by the wall clock"],
    [{ kind: "notifications-out-of-order" }, "Out of order", "after the one that follows"],
  ]),
  ...described("Asking what changed", page, [
    [{ kind: "delta-repeats" }, "Repeated", "the changes of the page before come again"],
    [{ kind: "delta-empty-page" }, "Empty", "nothing on it, though more follows"],
    [{ kind: "delta-out-of-order" }, "Out of order", "the newest change first"],
    [{ kind: "delta-token-expired" }, "Forgotten", "410: everything has to be read anew"],
  ]),
  ...described("Mail that comes in", mail, [
    [
      { kind: "filed-on-arrival", folder: "junkemail" },
      "Into Junk Email",
      "taken for spam: it is never in the inbox",
    ],
    [
      { kind: "filed-on-arrival", folder: "compliments" },
      "Filed by a rule",
      "into the folder Compliments: it is never in the inbox",
    ],
    [
      { kind: "removed-unread", folder: "compliments" },
      "Moved by a colleague",
      "into the folder Compliments, before Redress reads it",
    ],
    [
      { kind: "removed-unread", folder: "deleteditems" },
      "Deleted by a colleague",
      "into Deleted Items, before Redress reads it",
    ],
    [
      { kind: "removed-unread", folder: "recoverableitemsdeletions" },
      "Deleted for good by a colleague",
      "with Shift and Delete, before Redress reads it",
    ],
  ]),
  ...described("Somebody tidies the inbox in Outlook", mail, [
    [
      { kind: "dragged-in-outlook" },
      "Dragged away and back",
      "the mail has other ids when Redress asks for it",
    ],
    [
      { kind: "dragged-away" },
      "Dragged away",
      "the mail lies in Compliments under other ids when Redress asks for it",
    ],
  ]),
];

const chatFaults: readonly (readonly [SendFault, title: string, words: string])[] = [
  ["throttled", "Too many messages", "429"],
  ["bad-gateway", "Teams is away", "502"],
  ["answer-lost", "Posted, but the answer is lost", "the card is there"],
  ["blocked-by-user", "The person has blocked Redress", "403"],
];

const govUkFaults: readonly (readonly [GovUkFault, title: string, words: string])[] = [
  ["unreachable", "GOV.UK is away", "503"],
  ["garbage", "Something else is sent", "a page where the list should be"],
];

type Faulty = {
  readonly mailbox: { readonly faults: Faults };
  readonly botChannel: { readonly faults: ChannelFaults };
  readonly govUk: { readonly faults: GovUkFaults };
};

/** Everything that can be made to go wrong by hand, in the order in which mail meets it. */
export const faultChoices = ({
  mailbox: { faults: mailbox },
  botChannel: { faults: chat },
  govUk: { faults: govUk },
}: Faulty): readonly FaultChoice[] => [
  ...mailboxFaults.map(({ fault, about }): FaultChoice => {
    const isMeant = (other: Fault) => JSON.stringify(other) === JSON.stringify(fault);
    return {
      ...about,
      set: (times) => {
        mailbox.clear(isMeant);
        if (times !== 0) mailbox.add(fault, { times: numberOf(times) });
      },
      left: () => sumOf(mailbox.waiting().filter((waiting) => isMeant(waiting.fault))),
    };
  }),
  ...chatFaults.map(([fault, title, words]): FaultChoice => ({
    ...{ id: `chat-${fault}`, group: "Writing in chat", title, words },
    unit: ["message", "messages"],
    set: (times) => {
      chat.clear(fault);
      if (times !== 0) chat.arm(fault, { times: numberOf(times) });
    },
    left: () => sumOf(chat.waiting().filter((waiting) => waiting.fault === fault)),
  })),
  ...govUkFaults.map(([fault, title, words]): FaultChoice => ({
    ...{ id: `gov-uk-${fault}`, group: "Asking GOV.UK for the bank holidays", title, words },
    unit: ["time", "times"],
    set: (times) => govUk.set(fault, numberOf(times)),
    left: () => sumOf([{ left: govUk.left(fault) }]),
  })),
];

const numberOf = (times: Times): number => (times === "always" ? Infinity : times);

const sumOf = (waiting: readonly { readonly left: number }[]): Times => {
  const sum = waiting.reduce((all, { left }) => all + left, 0);
  return sum === Infinity ? "always" : sum;
};
