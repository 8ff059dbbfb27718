import type { Learned } from "../../contract/case-detail.ts";
import type { Reason } from "../../domain/case/vocabulary.ts";
import { offeredFacts, type OfferedFact } from "../../domain/mail/offered-facts.ts";
import { senderDirectoryOf, type SenderRole } from "../../domain/mail/sender-role.ts";
import type { Suggestion } from "../../domain/mail/suggest.ts";
import { understandMail, type Suggested } from "../../domain/mail/understand-mail.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { OpenedCase } from "./opened-case.ts";
import { findSeen } from "../seen-case.ts";

/** What the first message suggests to whoever says what it is. */
export type Suggestions = {
  readonly type: Suggestion<string>;
  readonly service?: Suggestion<string>;
  readonly reason?: Suggestion<Reason>;
  readonly learned: Learned;
};

/** Reads a case nobody has classified as a careful officer would; nothing once somebody has. */
export async function suggestionsFor(
  opened: OpenedCase,
  firstMessage: string,
): Promise<Suggestions | undefined> {
  const { case: theCase, events, people, services, follows } = opened;
  if (theCase.status !== "triage" || follows) return undefined;
  const { subject, complainant } = theCase;
  const [logged] = events;
  const { mail, spamSign, alsoTo } = logged?.type === "case-logged" ? logged : {};
  const from = mail?.from ?? { name: complainant.name, email: complainant.email ?? "" };
  const { language, suggested } = understandMail(
    { subject, text: firstMessage, from, headers: [] },
    { services, directory: senderDirectoryOf(people) },
  );
  const { type, service, reason, sender } = suggested;
  return {
    type: spamSign === undefined ? type : { id: "spam", why: spamSign },
    ...(service && { service }),
    ...(reason && { reason }),
    learned: {
      notes: [
        ...senderNotes(sender),
        ...recipientNotes(alsoTo, people),
        ...languageNotes(language),
      ],
      facts: [...offeredFacts(suggested, complainant), ...(await namedCases(opened, suggested))],
    },
  };
}

// Somebody may name a case that is not theirs to know of; so may whoever reads it.
async function namedCases(
  { case: theCase, person, ports }: OpenedCase,
  { references = [] }: Suggested,
): Promise<OfferedFact[]> {
  const linked = new Set([theCase.id, ...theCase.links.map(({ other }) => other)]);
  const named = references.filter((one) => !linked.has(one));
  const found = await Promise.all(named.map((one) => findSeen(ports, person, one)));
  return found.flatMap((stored): OfferedFact[] => {
    if (stored === undefined) return [];
    const { id: other } = stored.case;
    const reason = "They name it in their message.";
    const action = { type: "link-case", other, kind: "related", reason } as const;
    return [{ title: "Names another case", value: other, press: "Link that case", action }];
  });
}

const senders: Readonly<Record<SenderRole, string>> = {
  councillor: "A councillor writes.",
  mp: "An MP’s office writes.",
  ombudsman: "The Ombudsman writes.",
  partner: "A partner of the council writes.",
};

function senderNotes(sender: Suggestion<SenderRole> | undefined): string[] {
  return sender === undefined ? [] : [`${senders[sender.id]} ${sender.why}`];
}

const mostNamed = 3;
const inWords = new Intl.ListFormat("en-GB");

// One enquiry to many gets many answers, or none, unless somebody says who answers.
function recipientNotes(alsoTo: readonly string[] = [], people: readonly Person[]): string[] {
  if (alsoTo.length === 0) return [];
  const names = alsoTo.map(
    (address) => people.find(({ mail }) => mail.toLowerCase() === address)?.name ?? address,
  );
  const rest = names.length - mostNamed;
  const shown = rest > 0 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
  return [`It was also sent to ${inWords.format(shown)}: agree who answers, and tell the others.`];
}

function languageNotes(language: string): string[] {
  if (language === "en" || language === "und") return [];
  const name = new Intl.DisplayNames(["en-GB"], { type: "language" }).of(language) ?? language;
  return [`It seems to be written in ${name}.`];
}
