import type { HistoryLine, Message } from "../../contract/case-detail.ts";
import { describeEvent } from "../../domain/case/describe-event.ts";
import { enclosedWith } from "../../domain/case/enclosures/rules.ts";
import type { CaseEvent, EventOf } from "../../domain/case/events.ts";
import { middayOf } from "../../domain/case/evolving.ts";
import { ownLetters } from "../../domain/case/own-letters/facts.ts";
import { letterName } from "../../domain/case/undelivered/words.ts";
import type { Channel, MailRecord, TextHash } from "../../domain/case/vocabulary.ts";
import { newTextOf } from "../../domain/mail/new-text.ts";
import { plainText, readLetter } from "../../domain/letters/letter-document.ts";
import type { OpenedCase } from "./opened-case.ts";

/** What was said between the council and the person, oldest first. */
export async function conversationOf(opened: OpenedCase): Promise<Message[]> {
  const messages = opened.events.map((event) => messageOf(event, opened));
  const said = (await Promise.all(messages)).filter((message) => message !== undefined);
  // A call or a letter may be written down days after it came.
  return said.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

async function messageOf(event: CaseEvent, opened: OpenedCase): Promise<Message | undefined> {
  switch (event.type) {
    case "case-logged":
      return event.mail === undefined ? toldMessage(event, opened) : received(event.mail, opened);
    case "correspondence-received":
      return received(event.mail, opened, "an answer");
    case "correspondence-recorded":
      return opened.follows ? undefined : recorded(event, opened);
    case "letter-undelivered":
      if (opened.follows) return undefined;
      return event.mail === undefined ? letterToPost(event, opened) : report(event.mail, opened);
    case "acknowledgement-sent":
    case "response-sent":
    case "letter-sent":
      return letter(event, opened);
    case "passed-to-service":
      return opened.follows ? undefined : passedOn(event, opened);
    default:
      return undefined;
  }
}

async function received(
  mail: MailRecord,
  opened: OpenedCase,
  what?: "an answer",
): Promise<Message> {
  const text = await textOf(mail.text, opened);
  return {
    id: mail.key,
    direction: "in",
    from: mail.from.name,
    at: mail.receivedAt,
    subject: mail.subject,
    text,
    ...newTextIn(mail.subject, text, what === "an answer"),
    attachments: mail.attachments.map((one) => ({ ...one })),
    formatted: mail.formatted ?? true,
    ...(mail.passedOn === undefined ? {} : { label: `Passed on by ${mail.passedOn.by.name}` }),
  };
}

// A machine's words: no new text is told from what it quotes.
async function report(mail: MailRecord, opened: OpenedCase): Promise<Message> {
  const { newText: _whole, rest: _quoted, ...message } = await received(mail, opened);
  return { ...message, label: "Delivery report" };
}

// Everything is kept and can be read; what was not written for this mail is only folded away.
function newTextIn(
  subject: string,
  text: string,
  answers: boolean,
): Pick<Message, "newText" | "rest"> {
  const parts = newTextOf({ subject, text, answers });
  if (parts.text === "" || (!parts.quotes && parts.signature === "")) return {};
  return { newText: parts.text, rest: parts.quotes ? "quoted text" : "signature" };
}

/** What somebody took down when the complaint was made without a mail. */
async function toldMessage(
  event: EventOf<"case-logged">,
  opened: OpenedCase,
): Promise<Message | undefined> {
  const { text, sequence, complainant, receivedAt, subject, channel } = event;
  if (text === undefined) return undefined;
  return {
    id: `event-${sequence}`,
    direction: "in",
    from: complainant.name,
    at: receivedAt,
    subject,
    text: await textOf(text, opened),
    attachments: (event.attachments ?? []).map((one) => ({ ...one })),
    label: channelWords[channel],
  };
}

async function recorded(
  event: EventOf<"correspondence-recorded">,
  opened: OpenedCase,
): Promise<Message> {
  const { sequence, direction, channel, on, text } = event;
  const heard = direction === "in";
  return {
    id: `event-${sequence}`,
    direction,
    from: heard ? event.with : opened.ports.settings.council,
    at: middayOf(on),
    subject: opened.case.subject,
    text: await textOf(text, opened),
    attachments: [],
    label: heard ? channelWords[channel] : `${channelWords[channel]}, to ${event.with}`,
  };
}

async function letter(
  event: EventOf<"acknowledgement-sent" | "response-sent" | "letter-sent">,
  opened: OpenedCase,
): Promise<Message | undefined> {
  const { type, text } = event;
  if (text === undefined || (type !== "acknowledgement-sent" && !mayReadAnswer(opened))) {
    return undefined;
  }
  const files = type === "response-sent" ? enclosedWith(opened.case, text) : [];
  return {
    ...(await ourLetter(event, text, opened)),
    ...asFile(text, opened),
    attachments: files.map((one) => ({ ...one })),
    label: capitalised(letterNameOf(event)),
  };
}

function letterNameOf(event: EventOf<"acknowledgement-sent" | "response-sent" | "letter-sent">) {
  if (event.type === "letter-sent") return letterName(event);
  const kind = event.type === "response-sent" ? "response" : "acknowledgement";
  return `stage ${event.stage} ${kind}`;
}

/** A letter that no mail could carry, as it is to be posted. */
async function letterToPost(
  event: EventOf<"letter-undelivered">,
  opened: OpenedCase,
): Promise<Message | undefined> {
  const { letter: kind, text } = event;
  if (text === undefined || !ownLetters.some((one) => one === kind)) return undefined;
  const label = `${capitalised(letterName(event))}, to be posted`;
  const letterToPost = await ourLetter(event, text, opened);
  return { ...letterToPost, ...asFile(text, opened), attachments: [], label };
}

// Whoever only follows a case reads its letters, and prints none on the council's letterhead.
function asFile(letter: TextHash, { follows }: OpenedCase): Pick<Message, "letter"> {
  return follows ? {} : { letter };
}

/** What was no complaint, as its service has it. */
async function passedOn(event: EventOf<"passed-to-service">, opened: OpenedCase): Promise<Message> {
  const label = `Passed to ${opened.names.service(event.service)}`;
  return { ...(await ourLetter(event, event.text, opened)), attachments: [], label };
}

async function ourLetter(
  { sequence, at }: Pick<CaseEvent, "sequence" | "at">,
  text: TextHash,
  opened: OpenedCase,
) {
  return {
    id: `event-${sequence}`,
    direction: "out" as const,
    from: opened.ports.settings.council,
    at,
    subject: opened.case.subject,
    text: plainText(readLetter(await textOf(text, opened))),
  };
}

function capitalised(words: string): string {
  const plain = words.replace(/^the /, "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

// A sponsor reads the answer only when the person agreed to that.
function mayReadAnswer({ case: theCase, person, follows }: OpenedCase): boolean {
  return !follows || theCase.sponsors.some((one) => one.person === person.id && one.consent);
}

const channelWords: Readonly<Record<Channel, string>> = {
  email: "By e-mail",
  phone: "By phone",
  letter: "By letter",
  counter: "In person",
  "social-media": "On social media",
  "web-form": "By web form",
};

/** What happened to the case, as sentences; a sponsor sees how it goes on, not what colleagues write. */
export async function historyOf(opened: OpenedCase): Promise<HistoryLine[]> {
  const lines = opened.events.map((event) => historyLine(event, opened));
  return (await Promise.all(lines)).filter((line) => line !== undefined);
}

async function historyLine(event: CaseEvent, opened: OpenedCase): Promise<HistoryLine | undefined> {
  const { what, kind, text } = describeEvent(event, opened.names);
  if (opened.follows && !followed.has(event.type)) return undefined;
  const words = opened.follows ? undefined : await ownWords(event, text, opened);
  return {
    sequence: event.sequence,
    at: event.at,
    who: event.by.kind === "system" ? "Redress" : event.by.name,
    what,
    kind,
    ...(words === undefined ? {} : { text: words }),
  };
}

const followed = new Set<CaseEvent["type"]>([
  ...(["case-logged", "correspondence-received", "acknowledgement-sent"] as const),
  ...(["case-classified", "case-escalated", "date-extended", "response-sent"] as const),
  ...(["complaint-refused", "complaint-withdrawn", "case-closed", "case-reopened"] as const),
  ...(["sponsor-added", "sponsor-removed", "sponsor-updated"] as const),
]);

// What is long is kept apart; everything else that was written is in the event itself.
function ownWords(
  event: CaseEvent,
  text: string | undefined,
  opened: OpenedCase,
): Promise<string | undefined> {
  return event.type === "note-added" || event.type === "sponsor-updated"
    ? textOf(event.text, opened)
    : Promise.resolve(text);
}

function textOf(hash: TextHash, { ports, case: theCase }: OpenedCase): Promise<string> {
  return ports.texts.get(theCase.id, hash);
}
