import type { CaseRow } from "../../contract/case-list.ts";
import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import type { Calendar } from "../../domain/calendar/working-days.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { clockState } from "../../domain/clocks/clock-state.ts";
import type { Service } from "../../domain/people/actor.ts";

export type RowContext = {
  readonly today: string;
  readonly calendar: Calendar;
  readonly services: readonly Service[];
};

/** A line of a list in words, as of today. */
export function presentRow(listed: ListedCase, context: RowContext): CaseRow {
  const service = context.services.find(({ id }) => id === listed.service);
  return {
    caseId: listed.caseId,
    subject: listed.subject,
    complainant: listed.complainant,
    stage: listed.stage,
    status: listed.status,
    stageWords: stageWords(listed),
    receivedOn: londonDate(listed.receivedAt),
    ageWords: ageWords(londonDate(listed.receivedAt), context.today),
    clock: clockWords(listed, context),
    progress: progressWords(listed),
    sponsored: listed.sponsored,
    flags: (listed.flags ?? []).map(flagName),
    ...(service ? { serviceName: service.name } : {}),
    ...(listed.officer ? { officerName: listed.officer.name } : {}),
  };
}

function stageWords({ type, stage, status }: ListedCase): string {
  if (type === undefined) return status === "closed" ? "Set aside" : "Not yet classified";
  if (type !== "complaint") return type === "service-request" ? "Service request" : capital(type);
  return status === "closed" ? `Stage ${stage}, closed` : `Stage ${stage}`;
}

function clockWords(listed: ListedCase, { today, calendar }: RowContext): CaseRow["clock"] {
  const { clock } = listed;
  if (clock === undefined) return { state: "none", words: "" };
  const { state, words } = clockState(clock, today, calendar);
  return { state, words, due: clock.due, dueWords: shortDate(clock.due) };
}

/** Whose hands a case is in and since when. */
export function progressWords(listed: ListedCase): string {
  const since = shortDate(londonDate(listed.statusSince));
  const officer = listed.officer?.name ?? "nobody yet";
  if (listed.sendingProblem) return "The letter needs a person to look";
  if (listed.answeredBack) return "The person wrote again after our answer";
  switch (listed.status) {
    case "triage":
      return "To be classified";
    case "allocation":
      return "To be assigned";
    case "investigating":
      if (listed.returned) return `Returned to ${officer} on ${since}`;
      return listed.hasDraft
        ? `Draft started by ${officer}`
        : `Not started, with ${officer} since ${since}`;
    case "awaiting-approval":
      return `With ${listed.approverName ?? "the approver"} since ${since}`;
    case "sending":
      return "Approved, being sent";
    case "answered":
      return `Answered on ${since}`;
    case "closed":
      return `Closed on ${since}`;
  }
}

const dayMs = 86_400_000;

function ageWords(receivedOn: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(receivedOn)) / dayMs);
  if (days <= 0) return "new today";
  return days === 1 ? "1 day old" : `${days} days old`;
}

/** What a mark on a case is called. */
export function flagName(flag: string): string {
  return flagNames[flag] ?? capital(flag.replaceAll("-", " "));
}

const flagNames: Readonly<Record<string, string>> = {
  vulnerability: "Vulnerable",
  adjustment: "Adjustment",
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
