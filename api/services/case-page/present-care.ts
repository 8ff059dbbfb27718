import type { CareLine } from "../../contract/case-parts.ts";
import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Sponsor } from "../../domain/case/sponsors/facts.ts";
import { capacityNames } from "../../domain/case/sponsors/words.ts";
import type { OpenedCase } from "./opened-case.ts";

/** What everybody who works on the case must know before they go on; a sponsor sees who sponsors it. */
export function careOf({
  case: theCase,
  follows,
  today,
}: Pick<OpenedCase, "case" | "follows" | "today">): CareLine[] {
  const sponsors = theCase.sponsors.map(sponsorLine);
  if (follows) return sponsors;
  return [
    ...theCase.flags.map(({ title, words, reviewOn }) => ({
      ...{ title, words },
      ...(reviewOn === undefined ? {} : { when: reviewWords(reviewOn, today) }),
    })),
    ...conductLines(theCase, today),
    ...accessLines(theCase),
    ...sponsors,
    ...campaignLines(theCase),
  ];
}

function conductLines({ conduct }: Case, today: string): CareLine[] {
  if (conduct === undefined) return [];
  const { what, until, reviewOn } = conduct;
  const ends = today > until ? "Ended on" : "Until";
  const when = `${ends} ${shortDate(until)}. ${reviewWords(reviewOn, today)}`;
  return [{ title: "Contact is limited", words: what, when }];
}

function accessLines({ access }: Case): CareLine[] {
  if (access === undefined) return [];
  const names = access.members.map(({ name }) => name).join(", ");
  const words = `${names}, the officer and the approver. ${access.reason}`;
  return [{ title: "Seen only by", words }];
}

function sponsorLine({ name, capacity, consent, updatedAt }: Sponsor): CareLine {
  const words = consent ? name : `${name}, who may not read the answer`;
  const when =
    updatedAt === undefined ? "Not told yet" : `Last told on ${shortDate(londonDate(updatedAt))}`;
  return { title: capacityNames[capacity], words, when };
}

function campaignLines({ id, campaign }: Case): CareLine[] {
  if (campaign === undefined) return [];
  const { name, lead } = campaign;
  const answered = lead === id ? "this case is answered for all" : `answered with ${lead}`;
  return [{ title: "Campaign", words: `${name}, ${answered}` }];
}

function reviewWords(on: string, today: string): string {
  return today > on
    ? `Should have been looked at again on ${shortDate(on)}`
    : `Look at it again on ${shortDate(on)}`;
}
