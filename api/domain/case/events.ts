import { z } from "zod";
import { allocationEvents } from "./allocation/facts.ts";
import { careEvents } from "./care/facts.ts";
import { checkInEvents } from "./check-ins/facts.ts";
import { commentEvents } from "./comments/facts.ts";
import { contactEvents } from "./contact/facts.ts";
import { dateEvents } from "./dates/facts.ts";
import { enclosureEvents } from "./enclosures/facts.ts";
import { endingEvents } from "./endings/facts.ts";
import { linkEvents } from "./links/facts.ts";
import { ombudsmanEvents } from "./ombudsman/facts.ts";
import { ownLetterEvents } from "./own-letters/facts.ts";
import { panelEvents } from "./panel/facts.ts";
import { pointEvents } from "./points/facts.ts";
import { remedyEvents } from "./remedies/facts.ts";
import { reminderEvents } from "./reminders/facts.ts";
import { requestEvents } from "./requests/facts.ts";
import { responseEvents } from "./response/facts.ts";
import { signOffEvents } from "./sign-off/facts.ts";
import { sponsorEvents } from "./sponsors/facts.ts";
import { CaseLogged, passageEvents } from "./passage/facts.ts";
import { undeliveredEvents } from "./undelivered/facts.ts";
import { ActorRecord, instant } from "./vocabulary.ts";

/** What can happen to a case, in the past tense. Everything else about a case follows from these. */
export const CaseEventData = z.discriminatedUnion("type", [
  CaseLogged,
  ...passageEvents,
  ...allocationEvents,
  ...pointEvents,
  ...dateEvents,
  ...contactEvents,
  ...requestEvents,
  ...responseEvents,
  ...commentEvents,
  ...enclosureEvents,
  ...signOffEvents,
  ...undeliveredEvents,
  ...ownLetterEvents,
  ...remedyEvents,
  ...checkInEvents,
  ...careEvents,
  ...sponsorEvents,
  ...linkEvents,
  ...ombudsmanEvents,
  ...panelEvents,
  ...endingEvents,
  ...reminderEvents,
]);
export type CaseEventData = z.infer<typeof CaseEventData>;

const EventEnvelope = z.object({
  sequence: z.number().int().positive(),
  at: instant,
  by: ActorRecord,
});

/** One row of a case's history: what happened, when and by whom; numbered without gaps from 1. */
export const CaseEvent = z.intersection(EventEnvelope, CaseEventData);
export type CaseEvent = z.infer<typeof CaseEvent>;

/** The events of one kind. */
export type EventOf<Type extends CaseEventData["type"]> = CaseEvent & { readonly type: Type };
