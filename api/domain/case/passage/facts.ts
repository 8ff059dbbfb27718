import { z } from "zod";
import { chosen, longText, optionalWords, wordsOrNot } from "../command-parts.ts";
import {
  AttachmentRecord,
  caseTypes,
  channels,
  Complainant,
  hash,
  instant,
  MailRecord,
  noticeKinds,
  PolicyVersion,
  reasons,
  stageNumber,
  NamedPerson,
} from "../vocabulary.ts";

/** The first event of every case. */
export const CaseLogged = z.object({
  type: z.literal("case-logged"),
  caseId: z.string(),
  channel: z.enum(channels),
  /** When it reached the council, which may be days before anybody wrote it down. */
  receivedAt: instant,
  policy: PolicyVersion,
  subject: z.string(),
  complainant: Complainant,
  /** The mail that began it; a call or a letter has none. */
  mail: MailRecord.exactOptional(),
  /** What was said or written, as it was taken down, where there is no mail. */
  text: hash.exactOptional(),
  /** What came with it where there is no mail, such as a scan; kept under the case's reference. */
  attachments: z.array(AttachmentRecord).readonly().exactOptional(),
  /** The councillor who wrote on a resident's behalf, when the directory knows them. */
  sponsor: z.string().exactOptional(),
  sponsorName: z.string().exactOptional(),
  /** What the words are recognised by when others write nearly the same. */
  fingerprint: z.string().exactOptional(),
  /** Why a filter on the way took the mail for spam: a suggestion to whoever looks at it. */
  spamSign: z.string().exactOptional(),
  /** Whom else the mail was sent to: whoever answers tells them. */
  alsoTo: z.array(z.string()).readonly().exactOptional(),
  /** Why Redress did not acknowledge it by itself: a person looks first. */
  unacknowledged: z.string().exactOptional(),
});

export const passageEvents = [
  z.object({
    type: z.literal("case-classified"),
    caseType: z.enum(caseTypes),
    service: z.string(),
    reason: z.string(),
    /** What the person is unhappy about. */
    about: z.enum(reasons).exactOptional(),
    /** When the person was not satisfied with what was no complaint until then: day 0 of stage 1. */
    restartedAt: instant.exactOptional(),
    /** Whether this sends the acknowledgement: it waited for a person's look, or they had been told otherwise. */
    acknowledges: z.literal(true).exactOptional(),
  }),
  z.object({
    type: z.literal("case-escalated"),
    stage: stageNumber,
    /** When the citizen asked for it: day 0 of the new stage. */
    requestedAt: instant,
    reason: z.string(),
    /** Why it is taken although it was asked for after the policy's last day. */
    discretion: z.string().exactOptional(),
  }),
  z.object({ type: z.literal("note-added"), text: hash }),
  z.object({
    type: z.literal("notice-given"),
    notice: z.enum(noticeKinds),
    /** The clock as its policy names it, such as `stage-1-response`. */
    clock: z.string(),
    due: z.string(),
    to: z.array(z.string()).readonly(),
    /** Those of them who stand in for somebody who is away. */
    standIns: z
      .array(z.object({ deputy: NamedPerson, inPlaceOf: NamedPerson }))
      .readonly()
      .exactOptional(),
  }),
] as const;

export const passageCommands = [
  z.object({
    type: z.literal("classify"),
    caseType: z.enum(caseTypes, "Choose what it is."),
    service: chosen("Choose the service it is about."),
    reason: optionalWords("the reason"),
    about: z
      .enum(["", ...reasons], "Choose what they are unhappy about.")
      .transform((one) => (one === "" ? undefined : one))
      .optional(),
  }),
  z.object({
    type: z.literal("escalate"),
    reason: optionalWords("the reason"),
    /** Only needed when it was asked for after the policy's last day. */
    discretion: wordsOrNot("why it is taken although it is late"),
  }),
  z.object({ type: z.literal("add-note"), text: longText("the note") }),
] as const;
