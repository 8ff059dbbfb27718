import { z } from "zod";
import type { LearntDays } from "../calendar/working-days.ts";
import { allocationCommands } from "./allocation/facts.ts";
import { careCommands } from "./care/facts.ts";
import { checkInCommands } from "./check-ins/facts.ts";
import { commentCommands } from "./comments/facts.ts";
import { contactCommands } from "./contact/facts.ts";
import { dateCommands } from "./dates/facts.ts";
import { enclosureCommands } from "./enclosures/facts.ts";
import { endingCommands } from "./endings/facts.ts";
import { linkCommands, type LinkKind } from "./links/facts.ts";
import { ombudsmanCommands } from "./ombudsman/facts.ts";
import type { OwnLetter } from "./own-letters/facts.ts";
import { panelCommands } from "./panel/facts.ts";
import { passageCommands } from "./passage/facts.ts";
import { pointCommands } from "./points/facts.ts";
import { remedyCommands } from "./remedies/facts.ts";
import type { GivenReminder } from "./reminders/facts.ts";
import { requestCommands } from "./requests/facts.ts";
import { responseCommands } from "./response/facts.ts";
import { signOffCommands } from "./sign-off/facts.ts";
import { sponsorCommands } from "./sponsors/facts.ts";
import { undeliveredCommands, type SentLetter } from "./undelivered/facts.ts";
import type {
  AttachmentRecord,
  CaseId,
  Channel,
  Complainant,
  MailRecord,
  NamedPerson,
  NoticeKind,
  TextHash,
} from "./vocabulary.ts";
import type { PersonId } from "../people/actor.ts";
import type { StandIn } from "../people/cover.ts";

/**
 * What a person may ask of a case, as it comes from a form: the table in case-rules.ts says who may ask
 * what when. People are named by their ids, which the decision looks up among the people it is given.
 */
export const PersonCommand = z.discriminatedUnion(
  "type",
  [
    ...passageCommands,
    ...allocationCommands,
    ...pointCommands,
    ...requestCommands,
    ...dateCommands,
    ...contactCommands,
    ...responseCommands,
    ...commentCommands,
    ...enclosureCommands,
    ...signOffCommands,
    ...undeliveredCommands,
    ...endingCommands,
    ...remedyCommands,
    ...checkInCommands,
    ...careCommands,
    ...sponsorCommands,
    ...linkCommands,
    ...panelCommands,
    ...ombudsmanCommands,
  ],
  "There is no such action. Load the page again and choose from what it offers.",
);
export type PersonCommand = z.infer<typeof PersonCommand>;
export type PersonAction = PersonCommand["type"];

/** Every action, in the order in which people are offered them. */
export const personActions: readonly PersonAction[] = PersonCommand.options.map(
  (option) => option.shape.type.value,
);

/** A command of one kind. */
export type CommandOf<Action extends PersonAction> = PersonCommand & { readonly type: Action };

/** What Redress itself records: mail in, mail out, nudges. */
export type SystemCommand =
  | {
      readonly type: "log";
      readonly caseId: CaseId;
      readonly channel: Channel;
      readonly receivedAt: string;
      readonly subject: string;
      readonly complainant: Complainant;
      readonly mail?: MailRecord;
      readonly text?: TextHash;
      readonly attachments?: readonly AttachmentRecord[];
      readonly sponsor?: PersonId;
      readonly sponsorName?: string;
      /** What the person needs to be dealt with fairly, when they said so from the first. */
      readonly adjustment?: string;
      readonly fingerprint?: string;
      readonly spamSign?: string;
      readonly alsoTo?: readonly string[];
      readonly unacknowledged?: string;
    }
  | { readonly type: "receive"; readonly mail: MailRecord }
  | {
      readonly type: "record-acknowledgement";
      readonly stage: number;
      readonly internetMessageId: string;
      readonly text: TextHash;
    }
  | {
      readonly type: "record-response-sent";
      readonly stage: number;
      readonly text: TextHash;
      readonly internetMessageId: string;
    }
  | { readonly type: "record-sending-problem"; readonly stage: number; readonly why: string }
  | {
      readonly type: "record-undelivered";
      readonly letter: SentLetter;
      readonly stage: number;
      readonly why: string;
      readonly text?: TextHash;
      readonly mail?: MailRecord;
      readonly reader?: NamedPerson;
      readonly to: readonly PersonId[];
    }
  | {
      readonly type: "record-sent-again";
      readonly letter: SentLetter;
      readonly stage: number;
      readonly text: TextHash;
      readonly internetMessageId: string;
    }
  /** A letter that Redress wrote by itself has gone. */
  | {
      readonly type: "record-letter-sent";
      readonly about: OwnLetter;
      readonly text: TextHash;
      readonly internetMessageId: string;
    }
  /** What was no complaint has gone to its service. */
  | { readonly type: "record-passed-on"; readonly service: string; readonly text: TextHash }
  /** The calendar has gained days. */
  | ({ readonly type: "recount-dates" } & LearntDays)
  | {
      readonly type: "give-notice";
      readonly notice: NoticeKind;
      readonly clock: string;
      readonly due: string;
      readonly to: readonly PersonId[];
      readonly standIns?: readonly {
        readonly deputy: NamedPerson;
        readonly inPlaceOf: NamedPerson;
      }[];
    }
  | ({
      readonly type: "give-reminder";
      readonly to: readonly PersonId[];
    } & GivenReminder)
  | {
      readonly type: "record-sponsor-copied";
      readonly sponsor: string;
      readonly name: string;
      readonly stage: number;
    }
  | { readonly type: "share-answer"; readonly stage: number; readonly to: readonly PersonId[] }
  /** The approver of its letter is away. */
  | { readonly type: "pass-to-deputy"; readonly standIn: StandIn }
  /** The other end of a link that was made at another case. */
  | {
      readonly type: "record-link";
      readonly other: CaseId;
      readonly kind: LinkKind;
      readonly reason: string;
    }
  | { readonly type: "record-unlink"; readonly other: CaseId; readonly reason: string };

export type CaseCommand = PersonCommand | SystemCommand;
