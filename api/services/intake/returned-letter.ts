import type { Case } from "../../domain/case/case.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import { ownLetters } from "../../domain/case/own-letters/facts.ts";
import type { SentLetter } from "../../domain/case/undelivered/facts.ts";
import type { NamedPerson, TextHash } from "../../domain/case/vocabulary.ts";
import type { Judgement } from "../../domain/mail/judge-mail.ts";
import { whyUndelivered } from "../../domain/mail/why-undelivered.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import { commitOrThrow, type Committed } from "../acting/commit-command.ts";
import { mailRecord, rawText, type KeptMail, type MailTaken } from "./mail-taken.ts";
import type { StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import { officerOrTeam, teamOf } from "../telling/whom-to-tell.ts";

/** A letter of ours that a delivery report is about, in its case as it stands. */
export type ReturnedLetter = Letter & {
  readonly stored: StoredCase;
  /** Why it did not arrive; absent when it is only late. */
  readonly why?: string;
};

type Letter = {
  readonly letter: SentLetter;
  readonly stage: number;
  readonly text?: TextHash;
  readonly reader?: NamedPerson;
};

/**
 * The letter that a delivery report is about. Only the id of a mail that Redress sent leads anywhere:
 * whatever else a report says, anybody can write.
 */
export async function returnedLetter(
  ports: Ports,
  taken: MailTaken,
  judgement: Judgement,
): Promise<ReturnedLetter | undefined> {
  const messageId = judgement.outcome === "machine" ? judgement.bounce?.messageId : undefined;
  if (messageId === undefined) return undefined;
  const known = await ports.threads.findMail(messageId);
  const found = known && (await ports.cases.findWithHistory(known.caseId));
  if (found === undefined) return undefined;
  const letter =
    letterOfEvent(found.events, messageId) ??
    (await letterOfEffect(ports, found.case, known?.sentFor ?? ""));
  if (letter === undefined) return undefined;
  const why = whyUndelivered(taken.delivered, rawText(taken));
  return { ...letter, stored: found, ...(why === undefined ? {} : { why }) };
}

function letterOfEvent(events: readonly CaseEvent[], messageId: string): Letter | undefined {
  for (const event of events) {
    if (!("internetMessageId" in event) || event.internetMessageId !== messageId) continue;
    const { type, stage, text } = event;
    const words = text === undefined ? {} : { text };
    if (type === "acknowledgement-sent") return { letter: "acknowledgement", stage, ...words };
    if (type === "response-sent") return { letter: "response", stage, ...words };
    return { letter: event.letter, stage, ...words };
  }
  return undefined;
}

// What is not in the history yet, or never is, is told by the effect it was sent for.
async function letterOfEffect(
  ports: Ports,
  { undelivered, sponsors, stage }: Case,
  sentFor: string,
): Promise<Letter | undefined> {
  const [kind, first = "", second = ""] = sentFor.split(":");
  switch (kind) {
    case "acknowledge":
      return { letter: "acknowledgement", stage: Number(first) };
    case "send":
      return { letter: "response", stage: Number(first), text: second };
    case "letter": {
      const letter = ownLetters.find((one) => one === first);
      return letter && { letter, stage };
    }
    case "again":
      return undelivered.find(({ id }) => id === first);
    case "pass": {
      const service = (await ports.directory.services()).find(({ id }) => id === first);
      return {
        letter: "notice",
        stage,
        ...(service && { reader: { id: "", name: service.name } }),
      };
    }
    case "copy": {
      const sponsor = sponsors.find(({ id }) => id === first);
      const named = sponsor && { id: sponsor.person ?? "", name: sponsor.name };
      return { letter: "notice", stage, ...(named && { reader: named }) };
    }
    case "tell": {
      const reader = await ports.directory.findPerson(second);
      const named = reader && { id: reader.id, name: reader.name };
      return { letter: "notice", stage, ...(named && { reader: named }) };
    }
    default:
      return undefined;
  }
}

/** Brings the report into the case of its letter, once, and has somebody told. */
export async function takeBack(
  ports: Ports,
  taken: MailTaken,
  { returned, kept }: { readonly returned: ReturnedLetter; readonly kept: KeptMail },
): Promise<Committed | undefined> {
  const { stored, letter, stage, why, text, reader } = returned;
  if (why === undefined) return undefined;
  const caseId = stored.case.id;
  const mail = await mailRecord(ports, taken, { kept, caseId });
  return commitOrThrow(ports, {
    caseId,
    actor: { kind: "system" },
    actionId: `mail-${mail.key}`,
    before: stored,
    command: async (before) => ({
      ...{ type: "record-undelivered", letter, stage, why, mail },
      ...(text === undefined ? {} : { text }),
      ...(reader === undefined ? {} : { reader }),
      to: await readersOf(ports, before?.case ?? stored.case, returned),
    }),
    drain: "at-once",
  });
}

// Of a notice that did not reach a colleague, the others hear.
async function readersOf(
  ports: Ports,
  theCase: Case,
  { letter, reader }: ReturnedLetter,
): Promise<PersonId[]> {
  if (letter !== "notice") return officerOrTeam(ports, theCase);
  return (await teamOf(ports, theCase)).filter((id) => id !== reader?.id);
}
