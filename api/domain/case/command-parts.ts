import { z } from "zod";

/** The longest reply, note or comment that is accepted, in characters. */
export const longestText = 50_000;
const longestWords = 2000;

/** A few sentences a person must write, kept in the event itself. */
export const words = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Write ${what} first.`)
    .max(longestWords, `Shorten ${what} to ${longestWords} characters.`);

/** A few sentences a person may leave out. */
export const optionalWords = (what: string) =>
  z.string().trim().max(longestWords, `Shorten ${what} to ${longestWords} characters.`).default("");

/** A few sentences that only some situations call for; a form that was left empty sends "". */
export const wordsOrNot = (what: string) =>
  optionalWords(what)
    .transform((written) => (written === "" ? undefined : written))
    .optional();

/**
 * A text of any sensible length. It is kept apart by its hash: by the time a command is decided, the
 * hash has taken the place of the words.
 */
export const longText = (what: string) =>
  z.string().trim().min(1, `Write ${what} first.`).max(longestText, `Shorten ${what}.`);

/** One of the things a form offers: a person, a service, a point of the case. */
export const chosen = (message: string) => z.string().min(1, message).max(200, message);

/** One of the things a form offers, or nothing; a form that was left empty sends "". */
export const chosenOrNot = z
  .string()
  .max(200)
  .transform((id) => (id === "" ? undefined : id))
  .optional();

/** A day on the calendar, `YYYY-MM-DD`. */
export const onDay = (what: string) => z.iso.date(`Give ${what} as a date.`);

/** A day on the calendar, or nothing. */
export const onDayOrNot = (what: string) =>
  z
    .union([z.literal(""), onDay(what)])
    .transform((date) => (date === "" ? undefined : date))
    .optional();

/** A tick in a box. */
export const ticked = z.boolean().default(false);
