import { longDate } from "../../calendar/london-date.ts";
import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { nextId, withEntry } from "../evolving.ts";
import { dayToCome, notPossible, type CaseRejection } from "../rejection.ts";
import type { ombudsmanCommands, OmbudsmanEnquiry, ombudsmanEvents } from "./facts.ts";

export const ombudsmanDeciders: Deciders<typeof ombudsmanCommands> = {
  "record-enquiry": recordEnquiry,
  "answer-enquiry": answer,
  "record-decision": recordDecision,
};

export const ombudsmanHindrances: Hindrances<typeof ombudsmanCommands> = {
  "answer-enquiry": ({ ombudsman }) =>
    ombudsman.some(isUnanswered) ? undefined : "No enquiry of the Ombudsman waits for an answer.",
  "record-decision": ({ ombudsman }) =>
    ombudsman.some(isUndecided) ? undefined : "No enquiry of the Ombudsman waits for a decision.",
};

export const ombudsmanEvolvers: Evolvers<typeof ombudsmanEvents> = {
  "ombudsman-enquired": (before, event) => ({
    ...before,
    ombudsman: [...before.ombudsman, enquiryOf(event)],
  }),
  "ombudsman-answered": (before, { enquiry, on }) => ({
    ...before,
    ombudsman: withEntry(before.ombudsman, enquiry, { answeredOn: on }),
  }),
  "ombudsman-decided": (before, { enquiry, on, decision, remedy, publicReport }) => ({
    ...before,
    ombudsman: withEntry(before.ombudsman, enquiry, {
      decision: { on, decision, remedy, publicReport },
    }),
  }),
};

/** Whether the Ombudsman has still to decide. */
export function isUndecided({ decision }: OmbudsmanEnquiry): boolean {
  return decision === undefined;
}

/** Whether the Ombudsman still waits for what was asked; after a decision nobody does. */
export function isUnanswered(enquiry: OmbudsmanEnquiry): boolean {
  return enquiry.answeredOn === undefined && isUndecided(enquiry);
}

function recordEnquiry(
  before: Case,
  { ombudsman, reference, on, asks, due }: CommandOf<"record-enquiry">,
  { now }: PersonContext,
): Decision {
  const same = before.ombudsman.find(
    (one) => isUndecided(one) && plain(one.reference) === plain(reference),
  );
  if (same !== undefined) {
    return notPossible(
      `${same.reference} is open on this case since ${longDate(same.on)}. Answer it, or record its decision.`,
    );
  }
  if (due < on) return notPossible("It cannot be due before the day it arrived.");
  return (
    dayToCome(on, now) ??
    ok([
      {
        type: "ombudsman-enquired",
        enquiry: nextId(before.ombudsman),
        ...{ ombudsman, reference, on, asks, due },
      },
    ])
  );
}

// The same reference, however somebody typed it.
function plain(reference: string): string {
  return reference.replaceAll(/\s/g, "").toUpperCase();
}

function answer(
  before: Case,
  { enquiry: id, on, words }: CommandOf<"answer-enquiry">,
  { now }: PersonContext,
): Decision {
  const found = undecided(before, id);
  if (!found.ok) return found;
  const { answeredOn } = found.value;
  if (answeredOn !== undefined) return notPossible(`It was answered on ${longDate(answeredOn)}.`);
  return (
    tooEarly(found.value, on) ??
    dayToCome(on, now) ??
    ok([{ type: "ombudsman-answered", enquiry: id, on, words }])
  );
}

function recordDecision(
  before: Case,
  { enquiry: id, on, decision, remedy, publicReport }: CommandOf<"record-decision">,
  { now }: PersonContext,
): Decision {
  const found = undecided(before, id);
  if (!found.ok) return found;
  return (
    tooEarly(found.value, on) ??
    dayToCome(on, now) ??
    ok([{ type: "ombudsman-decided", enquiry: id, on, decision, remedy, publicReport }])
  );
}

function undecided({ ombudsman }: Case, id: string): Result<OmbudsmanEnquiry, CaseRejection> {
  const found = ombudsman.find((one) => one.id === id);
  if (found === undefined) {
    const open = ombudsman.filter(isUndecided).map(({ reference }) => reference);
    return notPossible(`There is no such enquiry. Open are: ${open.join(", ")}.`);
  }
  return found.decision === undefined
    ? ok(found)
    : notPossible(`The Ombudsman decided it on ${longDate(found.decision.on)}.`);
}

function tooEarly(enquiry: OmbudsmanEnquiry, on: string): Decision | undefined {
  return on < enquiry.on
    ? notPossible(`The enquiry arrived on ${longDate(enquiry.on)}. Give that day or a later one.`)
    : undefined;
}

function enquiryOf(event: EventOf<"ombudsman-enquired">): OmbudsmanEnquiry {
  const { enquiry: id, ombudsman, reference, on, asks, due } = event;
  return { id, ombudsman, reference, on, asks, due };
}
