import { longDate, type CalendarDate } from "../../calendar/london-date.ts";
import type { Refused } from "../../case/endings/facts.ts";
import { otherGround } from "../../case/endings/rules.ts";
import { ombudsmanOf } from "../../policy/ombudsman.ts";
import type { Policy } from "../../policy/policy.ts";
import { asWords } from "../letter-document.ts";

/** What a decision says to the person, as far as its form is filled in. */
export type Notice =
  | {
      readonly letter: "extension";
      readonly until?: CalendarDate | undefined;
      readonly reason: string;
    }
  | {
      readonly letter: "agreed-date";
      readonly until?: CalendarDate | undefined;
      readonly agreedWith: string;
    }
  | {
      readonly letter: "refusal";
      readonly what: Refused;
      readonly ground: string;
      readonly reason: string;
    };

type About = {
  readonly caseId: string;
  readonly stage: number;
  /** The day their complaint, or their wish to take it further, reached the council; in words. */
  readonly receivedOn: string;
  readonly policy: Policy;
};

/** What the person reads of a decision that was just taken; a gap stands in square brackets. */
export function noticeParagraphs(notice: Notice, about: About): string[] {
  return [...paragraphsOf(notice, about), "If you have a question, please contact us."];
}

function paragraphsOf(notice: Notice, about: About): string[] {
  switch (notice.letter) {
    case "extension":
      return extension(notice, about);
    case "agreed-date":
      return agreedDate(notice, about);
    case "refusal":
      return refusal(notice, about);
  }
}

// Code 6.5 and 6.16: with the reasons, the new date and how to reach the Ombudsman.
function extension({ until, reason }: Notice & { letter: "extension" }, about: About): string[] {
  return [
    openingLine(about),
    `We need more time to answer it. You will now have our answer by ${dayOrGap(until)}. We are sorry that you have to wait longer.`,
    `The reason is: ${orGap(reason, "the reason")}`,
    `If you are not satisfied with this, you can contact the ${reach(about.policy)}`,
  ];
}

function agreedDate(
  { until, agreedWith }: Notice & { letter: "agreed-date" },
  about: About,
): string[] {
  return [
    openingLine(about),
    `We agreed with you that you will have our answer by ${dayOrGap(until)}. This is how it was agreed: ${orGap(agreedWith, "who agreed to it, and how")}`,
    "If you remember it otherwise, please tell us at once.",
    `If you are not satisfied with this, you can contact the ${reach(about.policy)}`,
  ];
}

function openingLine({ caseId, stage, receivedOn }: About): string {
  const since = stage === 1 ? "which we received" : "which you asked us to look at again";
  return `We are writing about your complaint ${caseId}, ${since} on ${receivedOn}.`;
}

function dayOrGap(day: CalendarDate | undefined): string {
  return day === undefined ? "[the new date]" : longDate(day);
}

// Code 2.4: why, and the right to take that decision to the Ombudsman.
function refusal(
  { what, ground, reason }: Notice & { letter: "refusal" },
  { caseId, receivedOn, policy }: About,
): string[] {
  const opening =
    what === "complaint"
      ? `We are writing about your message ${caseId}, which we received on ${receivedOn}. We have decided not to take it on as a complaint.`
      : `You asked us to take your complaint ${caseId} further. We have decided not to take it to the next stage of our complaints procedure.`;
  return [
    opening,
    `The reason is: ${orGap(reason, "the reason")}`,
    ...(ground === otherGround
      ? []
      : [`The ground for this in our complaints procedure: ${orGap(ground, "the ground")}`]),
    `If you disagree with this decision, you can ask the ${reach(policy)}`,
  ];
}

function reach(policy: Policy): string {
  const { name, web, phone } = ombudsmanOf(policy);
  return `${name} about it, free of charge: ${web}, telephone ${phone}.`;
}

function orGap(words: string, gap: string): string {
  return words.trim() === "" ? `[${gap}]` : asWords(words.trim());
}
