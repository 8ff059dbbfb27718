import { letterHtml } from "../../domain/letters/letter-html.ts";
import { saysTheSame } from "../../domain/letters/says-the-same.ts";
import type { EffectProgress } from "../ports/case-store.ts";
import type { MarkedMail, SendOutcome } from "../ports/mailbox.ts";
import type { Ports } from "../ports/ports.ts";
import type { ReplyTarget } from "../../domain/case/case.ts";
import { enclose, type Enclosure } from "./enclose.ts";
import { noteProgress, type EffectInHand } from "./effect-in-hand.ts";

/** How long a sent copy may take to appear before the same draft is sent again. */
const settleMinutes = 10;
/** The sent copy is usually there by the first look; after a few, it is late. */
const lookAgainSeconds = [15, 15, 30, 60] as const;

export type Letter = {
  /** The mail it answers, or the address a thread of its own goes to. */
  readonly to: ReplyTarget | { readonly mailbox: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Whether to compare the draft with the text before it leaves: for everything a person approved. */
  readonly approved: boolean;
  /** Who an answer to it goes to, when that is not the mailbox it leaves from. */
  readonly answersTo?: string;
  /** What goes with it. */
  readonly files?: readonly Enclosure[];
};

export type Sent =
  | { readonly kind: "sent"; readonly internetMessageId: string }
  | { readonly kind: "later"; readonly seconds: number }
  /** Only a person can tell whether it went out; nothing is sent again by itself. */
  | { readonly kind: "needs-a-person"; readonly why: string };

/**
 * Sends a letter in its thread at most once (invariant I3): draft with a marker, note that it is about
 * to leave, send, then look for the sent copy. An unknown outcome is settled by looking for the marker,
 * never by writing the letter again.
 */
export async function sendMail(ports: Ports, inHand: EffectInHand, letter: Letter): Promise<Sent> {
  const { attempts } = inHand.effect.progress;
  const step = stepOf(inHand);
  const first = attempts === 1 && step === undefined;
  const known = first ? undefined : await look(ports, inHand, letter);
  if (known?.isDraft === false) return sent(ports, inHand, known);
  if (known === undefined && step !== undefined) return missing(ports, inHand);
  if (known !== undefined && isUnderWay(step) && !isOverdue(ports, inHand)) return later(inHand);
  const draft = known ?? (await draftLetter(ports, inHand, letter));
  if (draft === undefined) return gone("The mail it answers is no longer in the mailbox.");
  return leave(ports, inHand, { letter, draft });
}

/** The mail that left under a marker, if its sent copy is there. */
export async function sentCopy(
  { mailbox }: Ports,
  from: string,
  marker: string,
): Promise<Extract<Sent, { kind: "sent" }> | undefined> {
  const copies = await mailbox.findMarked(from, marker);
  const copy = copies.find(({ isDraft }) => !isDraft);
  return copy && { kind: "sent", internetMessageId: copy.internetMessageId };
}

function later({ effect }: EffectInHand): Sent {
  const seconds = lookAgainSeconds[effect.progress.attempts - 1] ?? 60;
  return { kind: "later", seconds };
}

async function sent(ports: Ports, inHand: EffectInHand, mail: MarkedMail): Promise<Sent> {
  await rememberAsOurs(ports, inHand, mail);
  return { kind: "sent", internetMessageId: mail.internetMessageId };
}

// Answers to it, and reports that it did not arrive, lead back to its case.
function rememberAsOurs(
  { threads }: Ports,
  { effect }: EffectInHand,
  { internetMessageId }: MarkedMail,
): Promise<void> {
  return threads.remember([internetMessageId], effect.caseId, effect.effect.key);
}

function gone(why: string): Sent {
  return { kind: "needs-a-person", why };
}

// A card that was tried before says nothing of the mail that takes its place.
function stepOf({ effect }: EffectInHand): EffectProgress["step"] {
  const { step } = effect.progress;
  return step === "posting" ? undefined : step;
}

function isUnderWay(step: EffectProgress["step"]): boolean {
  return step === "sending" || step === "accepted" || step === "unknown";
}

function isOverdue(ports: Ports, { effect }: EffectInHand): boolean {
  const since = Date.parse(effect.progress.since ?? ports.clock.now().toISOString());
  return ports.clock.now().getTime() - since > settleMinutes * 60_000;
}

// The sent copy, or else the draft to go on with. Once sending was tried, only that very draft counts: a slow
// worker may have left another one, and sending that would be a second letter.
async function look(
  ports: Ports,
  inHand: EffectInHand,
  letter: Letter,
): Promise<MarkedMail | undefined> {
  const { draftId } = inHand.effect.progress;
  const step = stepOf(inHand);
  const marked = await ports.mailbox.findMarked(letter.to.mailbox, markerOf(inHand));
  return (
    marked.find(({ isDraft }) => !isDraft) ??
    marked.find(({ id }) => id === draftId || !isUnderWay(step))
  );
}

function markerOf({ effect }: EffectInHand): string {
  return `${effect.caseId}:${effect.effect.key}`;
}

// A draft that was there and is not found: its sent copy may be late, or somebody removed it.
function missing(ports: Ports, inHand: EffectInHand): Sent {
  if (isUnderWay(inHand.effect.progress.step) && !isOverdue(ports, inHand)) return later(inHand);
  return gone(
    "The drafted letter has disappeared from the mailbox. Look in Sent Items whether it went out.",
  );
}

async function draftLetter(
  ports: Ports,
  inHand: EffectInHand,
  letter: Letter,
): Promise<MarkedMail | undefined> {
  const { to, subject, text, answersTo } = letter;
  const content = { subject, html: letterHtml(text), marker: markerOf(inHand) };
  const mail = answersTo === undefined ? content : { ...content, answersTo };
  return "address" in to
    ? ports.mailbox.draftNew(to.mailbox, to.address, mail)
    : ports.mailbox.draftReply(to, mail);
}

// Its words and its files, read back; what somebody changed in Outlook does not leave.
async function notAsApproved(
  ports: Ports,
  inHand: EffectInHand,
  { letter, draft }: { letter: Letter; draft: MarkedMail },
): Promise<Sent | undefined> {
  if (letter.approved) {
    const text = await ports.mailbox.draftText(letter.to.mailbox, draft.id);
    if (text === undefined) return missing(ports, inHand);
    if (!saysTheSame(letter.text, text)) {
      return gone("The draft in the mailbox is not the letter that was approved. It was not sent.");
    }
  }
  const files = letter.files ?? [];
  if (files.length > 0) {
    const enclosed = await enclose(ports, { mailbox: letter.to.mailbox, id: draft.id }, files);
    if (enclosed === "gone") return missing(ports, inHand);
    if (enclosed === "other-files") {
      return gone("The draft holds other files than were approved. It was not sent.");
    }
  }
  return undefined;
}

async function leave(
  ports: Ports,
  inHand: EffectInHand,
  { letter, draft }: { letter: Letter; draft: MarkedMail },
): Promise<Sent> {
  const unfit = await notAsApproved(ports, inHand, { letter, draft });
  if (unfit !== undefined) return unfit;
  // Before it leaves: a report on it may be here before we hear that it has gone.
  await rememberAsOurs(ports, inHand, draft);
  const since = ports.clock.now().toISOString();
  await noteProgress(ports, inHand, { step: "sending", draftId: draft.id, since });
  const outcome = await sendDraft(ports, inHand, { letter, draft });
  if (outcome === "refused") {
    return gone("The mailbox refuses to send the letter. Check the address it goes to.");
  }
  if (outcome === "accepted" && !letter.approved) {
    return { kind: "sent", internetMessageId: draft.internetMessageId };
  }
  await noteProgress(ports, inHand, { step: outcome === "accepted" ? "accepted" : "unknown" });
  const found = await look(ports, inHand, letter);
  return found?.isDraft === false ? sent(ports, inHand, found) : later(inHand);
}

// A definite refusal means that nothing left, so the draft may be tried again at once.
async function sendDraft(
  ports: Ports,
  inHand: EffectInHand,
  { letter, draft }: { letter: Letter; draft: MarkedMail },
): Promise<SendOutcome> {
  try {
    return await ports.mailbox.send(letter.to.mailbox, draft.id);
  } catch (refusal) {
    await noteProgress(ports, inHand, { step: "drafted" });
    throw refusal;
  }
}
