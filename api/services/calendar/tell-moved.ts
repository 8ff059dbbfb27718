import { z } from "zod";
import { shortDate } from "../../domain/calendar/london-date.ts";
import type { Holiday } from "../../domain/calendar/working-days.ts";
import type { Case } from "../../domain/case/case.ts";
import { holidayWords } from "../../domain/clocks/holiday-words.ts";
import type { Ports } from "../ports/ports.ts";
import { isOfficeTime } from "../telling/office-hours.ts";

/** More lines than this nobody reads on a card: the list is a press away. */
const mostCasesOnCard = 10;

/** A case of which dates moved, as its officer hears of it. */
export const MovedCase = z.object({
  caseId: z.string(),
  officer: z.string().exactOptional(),
  /** Such as "Stage 1 response: Tue 9 Jun instead of Mon 8 Jun". */
  words: z.string(),
  because: z.array(z.object({ date: z.string(), name: z.string() })),
});
export type MovedCase = Readonly<z.infer<typeof MovedCase>>;

/** What one officer is told of one change of the calendar. */
export const MovedCard = z.object({
  person: z.string(),
  holidays: z.string(),
  cases: z.array(z.object({ caseId: z.string(), words: z.string() })),
  more: z.number().int(),
});
export type MovedCard = Readonly<z.infer<typeof MovedCard>>;

/** What the days that came to be known then moved on a case, if they moved anything. */
export function movedCase({ id, officer, movedDates }: Case, since: string): MovedCase | undefined {
  const moved = (movedDates ?? []).filter((one) => one.since === since);
  if (moved.length === 0) return undefined;
  return {
    caseId: id,
    ...(officer === undefined ? {} : { officer: officer.id }),
    words: moved
      .map(({ title, from, to }) => `${title}: ${shortDate(to)} instead of ${shortDate(from)}`)
      .join("; "),
    because: moved.flatMap(({ because }) => because.map((holiday) => ({ ...holiday }))),
  };
}

/** One card for each officer, however many of their cases it is about. */
export function cardsFor({ moved }: { readonly moved: readonly MovedCase[] }): MovedCard[] {
  const officers = new Set(moved.map(({ officer }) => officer).filter((id) => id !== undefined));
  return [...officers].map((person) => {
    const theirs = moved.filter(({ officer }) => officer === person);
    return {
      person,
      holidays: holidayWords(distinct(theirs.flatMap(({ because }) => because))),
      cases: theirs.slice(0, mostCasesOnCard).map(({ caseId, words }) => ({ caseId, words })),
      more: Math.max(0, theirs.length - mostCasesOnCard),
    };
  });
}

/**
 * Tells those who have not been told yet, in office hours. Each is noted right after, so that a crash
 * repeats at most one card.
 */
export async function tellMoved(
  ports: Ports,
  cards: readonly MovedCard[],
  note: (left: MovedCard[]) => Promise<void>,
): Promise<void> {
  if (cards.length === 0 || !isOfficeTime(ports)) return;
  let left = [...cards];
  for (const card of cards) {
    const { person, ...said } = card;
    const outcome = await ports.chat.post(person, { kind: "dates-moved", ...said });
    if (outcome.kind === "unreachable") ports.logger.warn("chat.unreachable", { person });
    left = left.filter((one) => one !== card);
    await note(left);
  }
}

function distinct(holidays: readonly Holiday[]): Holiday[] {
  const byDate = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  return [...byDate.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}
