import { allocationEvolvers } from "./allocation/rules.ts";
import { careEvolvers } from "./care/rules.ts";
import type { Case } from "./case.ts";
import { checkInEvolvers } from "./check-ins/rules.ts";
import { commentEvolvers } from "./comments/rules.ts";
import { contactEvolvers, replyTargetOf } from "./contact/rules.ts";
import { dateEvolvers } from "./dates/rules.ts";
import { enclosureEvolvers } from "./enclosures/rules.ts";
import { endingEvolvers } from "./endings/rules.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { linkEvolvers } from "./links/rules.ts";
import { ombudsmanEvolvers } from "./ombudsman/rules.ts";
import { ownLetterEvolvers } from "./own-letters/rules.ts";
import { panelEvolvers } from "./panel/rules.ts";
import { begun, passageEvolvers } from "./passage/rules.ts";
import { pointEvolvers } from "./points/rules.ts";
import { reminderEvolvers } from "./reminders/rules.ts";
import { remedyEvolvers } from "./remedies/rules.ts";
import { requestEvolvers } from "./requests/rules.ts";
import { responseEvolvers } from "./response/rules.ts";
import { signOffEvolvers } from "./sign-off/rules.ts";
import { sponsorEvolvers } from "./sponsors/rules.ts";
import { undeliveredEvolvers } from "./undelivered/rules.ts";

/** The case after one more event; the only way a case ever changes. */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  if (event.type === "case-logged") return logged(event);
  if (before === undefined) throw new Error(`A case begins with case-logged, not ${event.type}.`);
  // Each evolver takes the event it is filed under.
  const apply = evolvers[event.type] as (before: Case, event: CaseEvent) => Case;
  const after = { ...apply(before, event), version: event.sequence };
  return after.status === before.status ? after : { ...after, statusSince: event.at };
}

/** Rebuilds a case from its whole history. */
export function evolveAll(events: readonly CaseEvent[]): Case | undefined {
  return events.reduce<Case | undefined>(evolve, undefined);
}

const evolvers = {
  ...passageEvolvers,
  ...allocationEvolvers,
  ...pointEvolvers,
  ...dateEvolvers,
  ...contactEvolvers,
  ...requestEvolvers,
  ...responseEvolvers,
  ...commentEvolvers,
  ...enclosureEvolvers,
  ...signOffEvolvers,
  ...undeliveredEvolvers,
  ...ownLetterEvolvers,
  ...endingEvolvers,
  ...remedyEvolvers,
  ...checkInEvolvers,
  ...reminderEvolvers,
  ...careEvolvers,
  ...sponsorEvolvers,
  ...linkEvolvers,
  ...panelEvolvers,
  ...ombudsmanEvolvers,
} satisfies Record<Exclude<CaseEvent["type"], "case-logged">, unknown>;

function logged(event: EventOf<"case-logged">): Case {
  return {
    id: event.caseId,
    version: event.sequence,
    policy: event.policy,
    status: "triage",
    statusSince: event.at,
    stage: 1,
    stages: [begun(1, event.receivedAt)],
    channel: event.channel,
    receivedAt: event.receivedAt,
    loggedAt: event.at,
    origin: event.mail?.key ?? event.caseId,
    subject: event.subject,
    complainant: event.complainant,
    notices: [],
    ...nothingYet,
    sponsors: sponsorsIn(event),
    ...(event.fingerprint === undefined ? {} : { fingerprint: event.fingerprint }),
    ...(event.unacknowledged === undefined ? {} : { unacknowledged: event.unacknowledged }),
    ...(event.mail === undefined ? {} : replyTargetOf(event.mail)),
  };
}

const nothingYet = {
  extensions: [],
  pauses: [],
  agreedDates: [],
  calls: [],
  flags: [],
  links: [],
  points: [],
  requests: [],
  remedies: [],
  lessons: [],
  ombudsman: [],
  hearings: [],
  reminders: [],
  enclosures: [],
  sealed: [],
  undelivered: [],
} as const satisfies Partial<Case>;

// A councillor who writes for a resident has the resident's leave to follow it, or would not have written.
function sponsorsIn({ sponsor, sponsorName, at }: EventOf<"case-logged">): Case["sponsors"] {
  if (sponsor === undefined) return [];
  return [
    {
      id: "1",
      name: sponsorName ?? "",
      capacity: "councillor",
      consent: true,
      addedAt: at,
      person: sponsor,
    },
  ];
}
