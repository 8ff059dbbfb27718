import { z } from "zod";
import { Adjustments } from "./adjustments.ts";
import { EnclosedFiles } from "./enclosed-files.ts";
import type { Channel } from "../domain/case/vocabulary.ts";

/** How a complaint can reach the council, the ones that somebody takes down first. */
export const loggedChannels = [
  "phone",
  "counter",
  "letter",
  "social-media",
  "web-form",
  "email",
] as const satisfies readonly Channel[];

const longestLine = 300;
const longestWords = 2000;
/** As long as a reply may be, in characters. */
const longestText = 50_000;

const line = (what: string) =>
  z.string(`Write ${what}.`).trim().min(1, `Write ${what}.`).max(longestLine, `Shorten ${what}.`);

const orNot = (written: string) => (written === "" ? undefined : written);

const wordsOrNot = (what: string, longest: number) =>
  z.string().trim().max(longest, `Shorten ${what}.`).transform(orNot).optional();

const earliest = "2000-01-01";

/** The body of `POST /api/complaints`: a complaint that somebody of the council took down. */
export const LogComplaint = z.object({
  /** Made by the client: sending the same id again finds the case of the first time. */
  actionId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, "Send an actionId of 8 to 64 letters and digits."),
  channel: z.enum(loggedChannels, "Choose how it reached the council."),
  /**
   * When it reached the council, which may be days before anybody logs it: a London day or an instant.
   * Just now, when it is left out.
   */
  receivedAt: z
    .union([z.iso.date(), z.iso.datetime()], "Give the day it reached the council.")
    .refine((day) => day >= earliest, "Check the year it reached the council.")
    .optional(),
  complainant: z.object({
    name: line("who complains"),
    email: z
      .union([z.literal(""), z.email("Check the e-mail address, or leave it out.")])
      .transform(orNot)
      .optional(),
    phone: wordsOrNot("the phone number", longestLine),
    address: wordsOrNot("the postal address", longestWords),
  }),
  subject: line("what it is about"),
  words: z
    .string("Write what was said.")
    .trim()
    .min(1, "Write what was said.")
    .max(longestText, "Shorten what was said."),
  /** What the person needs to be dealt with fairly, in their own words. */
  adjustment: wordsOrNot("what they need", longestWords),
  /** The same by the usual names, where they fit. */
  adjustments: Adjustments.optional(),
  /** Scans and photographs that came with it. */
  attachments: EnclosedFiles.optional(),
});
export type LogComplaint = z.infer<typeof LogComplaint>;
/** The same as a form fills it in, where what was left out may be empty. */
export type TakenDown = z.input<typeof LogComplaint>;

/** The answer: the reference to give to the person, and what happens next. */
export const ComplaintLogged = z.object({
  caseId: z.string(),
  version: z.number().int(),
  /** What was done and what is left to do, as sentences to show. */
  message: z.string(),
  /** Whether the case opens to whoever logged it: not everybody who takes a call may read it. */
  mayOpen: z.boolean(),
});
export type ComplaintLogged = z.infer<typeof ComplaintLogged>;
