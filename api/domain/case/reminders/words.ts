import { shortDate } from "../../calendar/london-date.ts";
import type { Describers } from "../chapter.ts";
import type { PledgeKind, reminderEvents, ReminderStep } from "./facts.ts";

const named: Readonly<Record<PledgeKind, (entry: string) => string>> = {
  question: (entry) => `question ${entry}`,
  remedy: (entry) => `remedy ${entry}`,
  lesson: (entry) => `lesson ${entry}`,
  "flag-review": (entry) => `looking again at “${entry}”`,
  "conduct-review": () => "looking again at how contact is limited",
  "sponsor-update": () => "telling the sponsor how it stands",
  "check-in": (entry) => `asking the person whether the stage ${entry} answer met their need`,
};

const stands: Readonly<Record<ReminderStep, (due: string) => string>> = {
  soon: (due) => `due on ${due}`,
  today: (due) => `due on ${due}`,
  overdue: (due) => `which was due on ${due}`,
  escalated: (due) => `which was due on ${due} and is still to be done`,
};

export const reminderDescribers: Describers<typeof reminderEvents> = {
  "reminder-given": ({ about, entry, step, due, to }, names) => ({
    what: `reminded ${to.map(names.person).join(", ")} of ${named[about](entry)}, ${stands[step](shortDate(due))}`,
    kind: "nudge",
  }),
};
