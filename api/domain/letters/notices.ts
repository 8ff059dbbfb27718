import { longDate, type CalendarDate } from "../calendar/london-date.ts";
import type { NoticeKind } from "../case/own-letters/facts.ts";
import type { Person } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { checkLetter } from "./check/check-letter.ts";
import { standings, type Finding } from "./check/finding.ts";
import { asWords } from "./letter-document.ts";
import type { LetterInHand, PolicyLetter } from "./letter-facts.ts";
import { letter } from "./letters.ts";
import { noticeParagraphs, type Notice } from "./templates/notices.ts";

/** The letter of that name as the policy wants it, or as the Code does where the policy lists nothing. */
export function noticeLetter({ letters }: Policy, kind: NoticeKind): PolicyLetter {
  return letters.find(({ id }) => id === kind) ?? wantedByCode[kind];
}

/** The letter about a decision as it is prepared from the case and the form, with gaps for what is not said yet. */
export function preparedNotice(notice: Notice, facts: LetterInHand): string {
  const { case: theCase, receivedOn, policy } = facts;
  const { id: caseId, stage } = theCase;
  const about = { caseId, stage, receivedOn, policy };
  return letter(theCase, facts, noticeParagraphs(notice, about));
}

/**
 * What the letter check finds in it. The form has the reason and the new date themselves, so that nobody has
 * to recognise one by how it is put.
 */
export function noticeFindings(
  text: string,
  notice: Notice,
  { facts, people }: { readonly facts: LetterInHand; readonly people: readonly Person[] },
): readonly Finding[] {
  const known = [...dayFinding(text, notice), ...reasonFinding(text, notice)];
  const { findings } = checkLetter(text, facts, people);
  const others = findings.filter(({ id }) => known.every((one) => one.id !== id));
  return standings.flatMap((standing) =>
    [...known, ...others].filter((finding) => finding.standing === standing),
  );
}

function dayFinding(text: string, notice: Notice): Finding[] {
  if (notice.letter === "refusal" || notice.until === undefined) return [];
  return saysDay(text, notice.until)
    ? [{ id: newDate, standing: "met", words: "The new date." }]
    : [{ id: newDate, standing: "missing", words: `The new date, ${longDate(notice.until)}.` }];
}

// In other words than the form's it may still be there: the check says so then.
function reasonFinding(text: string, notice: Notice): Finding[] {
  if (notice.letter === "agreed-date") return [];
  const { reason } = notice;
  const isSaid = reason.trim() !== "" && spaced(text).includes(spaced(asWords(reason)));
  return isSaid ? [{ id: "reasons", standing: "met", words: "The reasons." }] : [];
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

const newDate = "new-date";

const wantedByCode: Readonly<Record<NoticeKind, PolicyLetter>> = {
  extension: {
    id: "extension",
    title: "Extension notice",
    mustContain: [
      { id: newDate, words: "The new date" },
      { id: "reasons", words: "The reasons, clearly explained" },
      { id: "ombudsman", words: "How to contact the Ombudsman" },
    ],
  },
  "agreed-date": {
    id: "agreed-date",
    title: "Agreed date",
    mustContain: [
      { id: newDate, words: "The day by which we will reply" },
      { id: "agreed-how", words: "When and how it was agreed" },
    ],
  },
  refusal: {
    id: "refusal",
    title: "Refusal to accept or to escalate",
    mustContain: [
      { id: "reasons", words: "Why we will not take it further" },
      { id: "ombudsman", words: "The right to take that decision to the Ombudsman" },
    ],
  },
};

/** Whether a letter names a day, with or without its weekday and year: "8 December" or "8th of December 2026". */
function saysDay(text: string, date: CalendarDate): boolean {
  const [, day = "", month = "", year = ""] = longDate(date).split(" ");
  const named = String.raw`(?<!\d)${day}(st|nd|rd|th)?( of)? ${month}(,? ${year}|(?!,? \d{4}))`;
  return new RegExp(named, "i").test(text);
}
