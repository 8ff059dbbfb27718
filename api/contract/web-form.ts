import { z } from "zod";
import { Adjustments } from "./adjustments.ts";
import { EnclosedFiles } from "./enclosed-files.ts";

const words = (what: string, longest: number) =>
  z
    .string(`Send ${what} as text.`)
    .trim()
    .max(longest, `Shorten ${what} to ${longest.toLocaleString("en-GB")} characters.`);

const orNot = (what: string, longest: number) =>
  words(what, longest)
    .transform((written) => (written === "" ? undefined : written))
    .optional();

/** The body of `POST /api/intake/web-form`: what a resident filled in on the council's website. */
export const WebForm = z.object({
  /** Made by the website, one for each form sent: sending it again finds the same case. */
  submissionId: z
    .string("Send a submissionId.")
    .regex(/^[A-Za-z0-9-]{8,64}$/, "Send a submissionId of 8 to 64 letters, digits and hyphens."),
  /** When the resident sent it, when that is not now: UTC. */
  sentAt: z.iso.datetime("Send sentAt in UTC, such as 2026-11-10T09:30:00Z.").optional(),
  name: words("the name", 300).min(1, "Ask for a name; send “Anonymous” if there is none."),
  email: z
    .union([z.literal(""), z.email("Check the e-mail address, or leave it out.")])
    .transform((written) => (written === "" ? undefined : written))
    .optional(),
  phone: orNot("the phone number", 60),
  address: orNot("the address", 2000),
  subject: orNot("the subject", 300),
  happened: words("what happened", 50_000).min(1, "Ask what happened."),
  putRight: orNot("what would put it right", 10_000),
  adjustments: Adjustments.optional(),
  /** What they need in their own words, such as which language. */
  adjustmentWords: orNot("the adjustment", 2000),
  /** What the form says it is about; triage decides. */
  service: orNot("the service", 200),
  attachments: EnclosedFiles.optional(),
});
export type WebForm = z.infer<typeof WebForm>;

/** The answer: the reference to show to the resident, the same however often it is asked. */
export type WebFormTaken = {
  readonly caseId: string;
  readonly receivedAt: string;
  /** What happens next, as sentences to show. */
  readonly message: string;
};
