import { shortDate, type CalendarDate } from "../calendar/london-date.ts";
import { workingDaysBetween, type Calendar } from "../calendar/working-days.ts";
import type { ClockFace } from "./clock.ts";

/** How a deadline stands on a day, and the words that tell a person so. */
export type ClockState = {
  readonly state: "on-time" | "due-soon" | "due-today" | "overdue" | "met" | "met-late";
  /** Such as "in 4 working days", "1 working day overdue" or "met on Mon 23 Nov". */
  readonly words: string;
};

/** How a clock stands today (a London day), counting what is left by its policy's calendar. */
export function clockState(clock: ClockFace, today: CalendarDate, calendar: Calendar): ClockState {
  const { due, met } = clock;
  const between = (from: CalendarDate, to: CalendarDate) =>
    workingDaysBetween(from, to, { region: clock.region, calendar });
  if (met !== undefined) {
    if (met <= due) return { state: "met", words: `met on ${shortDate(met)}` };
    const late = between(due, met);
    return { state: "met-late", words: `met on ${shortDate(met)}${lateWords(late)}` };
  }
  const paused =
    clock.pausedSince === undefined ? "" : `, paused since ${shortDate(clock.pausedSince)}`;
  if (today > due) {
    const days = between(due, today);
    const words = days === 0 ? `overdue since ${shortDate(due)}` : `${workingDays(days)} overdue`;
    return { state: "overdue", words: words + paused };
  }
  if (today === due) return { state: "due-today", words: `due today${paused}` };
  const days = between(today, due);
  const words = days === 0 ? `due on ${shortDate(due)}` : `in ${workingDays(days)}`;
  const soon = today >= clock.nudges.dueSoon.on;
  return { state: soon ? "due-soon" : "on-time", words: words + paused };
}

function lateWords(days: number): string {
  return days === 0 ? ", late" : `, ${workingDays(days)} late`;
}

function workingDays(days: number): string {
  return days === 1 ? "1 working day" : `${days} working days`;
}
