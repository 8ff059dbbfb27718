import { z } from "zod";
import { day } from "../vocabulary.ts";

/** What a case has with a day of its own, besides the dates of its procedure. */
export const pledgeKinds = [
  "question",
  "remedy",
  "lesson",
  "flag-review",
  "conduct-review",
  "sponsor-update",
  "check-in",
] as const;
export type PledgeKind = (typeof pledgeKinds)[number];

/** How far a reminder goes: before the day, on it, after it, and to the complaints team when nothing helps. */
export const reminderSteps = ["soon", "today", "overdue", "escalated"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

const Reminder = z.object({
  about: z.enum(pledgeKinds),
  /** Which one of its kind. */
  entry: z.string(),
  step: z.enum(reminderSteps),
  due: day,
});

export const reminderEvents = [
  z.object({
    type: z.literal("reminder-given"),
    ...Reminder.shape,
    /** Who is told. */
    to: z.array(z.string()).readonly(),
  }),
] as const;

export const reminderFacts = {
  /** The last reminder of each pledge: what was said before it needs no memory. */
  reminders: z.array(Reminder.readonly()).readonly().default([]),
} as const;

export type GivenReminder = Readonly<z.infer<typeof Reminder>>;
