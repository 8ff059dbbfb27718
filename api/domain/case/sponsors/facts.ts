import { z } from "zod";
import { chosenOrNot, chosen, longText, optionalWords, ticked } from "../command-parts.ts";
import { hash, stageNumber } from "../vocabulary.ts";

export const sponsorCapacities = [
  "councillor",
  "mp",
  "mayor",
  "advocate",
  "representative",
] as const;
export type SponsorCapacity = (typeof sponsorCapacities)[number];

/** The number of the event that added them: never used again, whoever is removed. */
const sponsor = z.string();

export const sponsorEvents = [
  z.object({
    type: z.literal("sponsor-added"),
    sponsor,
    name: z.string(),
    capacity: z.enum(sponsorCapacities),
    /** Whether the person agreed that the sponsor reads the answer. */
    consent: z.boolean(),
    /** Only for somebody of the council's directory: then the case is theirs to follow. */
    person: z.string().exactOptional(),
    /** Where their copy of the answer goes; somebody of the directory is written to as it says. */
    email: z.string().exactOptional(),
  }),
  /** They were sent a copy of the answer. */
  z.object({ type: z.literal("sponsor-copied"), sponsor, name: z.string(), stage: stageNumber }),
  z.object({ type: z.literal("sponsor-removed"), sponsor, name: z.string(), reason: z.string() }),
  z.object({ type: z.literal("sponsor-updated"), sponsor, name: z.string(), text: hash }),
] as const;

/** Somebody who speaks for the person and is kept informed. */
export const Sponsor = z
  .object({
    id: sponsor,
    name: z.string(),
    capacity: z.enum(sponsorCapacities),
    consent: z.boolean(),
    person: z.string().exactOptional(),
    email: z.string().exactOptional(),
    addedAt: z.string().exactOptional(),
    /** When they were last told how it stands. */
    updatedAt: z.string().exactOptional(),
  })
  .readonly();
export type Sponsor = z.infer<typeof Sponsor>;

const chosenSponsor = chosen("Choose the sponsor.");

export const sponsorCommands = [
  z.object({
    type: z.literal("add-sponsor"),
    /** A councillor of the directory… */
    person: chosenOrNot,
    /** …or anybody else, by name. */
    name: optionalWords("the name"),
    capacity: z.enum(sponsorCapacities, "Choose what they are."),
    consent: ticked,
    email: z
      .union([z.literal(""), z.email("Give an e-mail address, such as name@example.com.").max(254)])
      .transform((email) => (email === "" ? undefined : email))
      .optional(),
  }),
  z.object({
    type: z.literal("remove-sponsor"),
    sponsor: chosenSponsor,
    reason: optionalWords("the reason"),
  }),
  z.object({
    type: z.literal("update-sponsor"),
    sponsor: chosenSponsor,
    text: longText("what the sponsor was told"),
  }),
] as const;
