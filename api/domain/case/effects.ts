import { z } from "zod";
import { Occasion, type NudgeReader } from "./occasion.ts";
import type { PersonId } from "../people/actor.ts";
import type { Case } from "./case.ts";
import { canBeWrittenTo } from "./contact/can-be-written-to.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { OwedLetter, OwedPassing } from "./own-letters/facts.ts";
import { owedForRemedy, owedForType, owedNotice, owedToService } from "./own-letters/rules.ts";
import { ownerOfPledge } from "./reminders/pledges.ts";
import { linkKinds, otherEnd, type LinkKind } from "./links/facts.ts";
import { sendingKey } from "./response/rules.ts";
import { openPoints } from "./points/rules.ts";
import { Question } from "./question.ts";
import { sentLetters } from "./undelivered/facts.ts";
import type { TextHash } from "./vocabulary.ts";

const stage = z.number().int();

/** Something owed to the outside world once an event is recorded; `key` makes it happen once. */
export const Effect = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("acknowledge"), key: z.string(), stage }),
  z.object({
    kind: z.literal("send-response"),
    key: z.string(),
    stage,
    text: z.string(),
    /** The sendings it takes the place of: should one of them have gone out after all, it stays. */
    insteadOf: z.array(z.string()).readonly().exactOptional(),
  }),
  OwedLetter,
  OwedPassing,
  /** The same words to another address, after they came back from the first. */
  z.object({
    kind: z.literal("send-again"),
    key: z.string(),
    letter: z.enum(sentLetters),
    stage,
    text: z.string(),
  }),
  /** Somebody who speaks for the person gets a copy of the answer, with the person's leave. */
  z.object({
    kind: z.literal("copy-to-sponsor"),
    key: z.string(),
    sponsor: z.string(),
    stage,
    text: z.string(),
  }),
  /** Finds who answers for the services that were complained about, and has them told. */
  z.object({ kind: z.literal("share-answer"), key: z.string(), stage }),
  z.object({ kind: z.literal("tell"), key: z.string(), person: z.string(), occasion: Occasion }),
  /** Turns every standing card about an approval into its receipt. */
  z.object({ kind: z.literal("settle-approval"), key: z.string(), stage, text: z.string() }),
  /** Asks those of a service who answer for it what they say about a point. */
  z.object({ kind: z.literal("ask-service"), key: z.string(), point: z.string() }),
  /** Turns the standing cards of any other question into receipts. */
  z.object({ kind: z.literal("settle-question"), key: z.string(), question: Question }),
  /** Makes the other case of a link name this one too, or no longer. */
  z.object({
    kind: z.literal("link-back"),
    key: z.string(),
    other: z.string(),
    /** Absent when the link is undone. */
    as: z.enum(linkKinds).exactOptional(),
    reason: z.string(),
  }),
]);
export type Effect = z.infer<typeof Effect>;

/** What an event obliges Redress to do. */
export function effectsOf(event: CaseEvent, after: Case): Effect[] {
  // Each of these takes the event it is filed under.
  const follows = obligations[event.type] as
    ((event: CaseEvent, after: Case) => Effect[]) | undefined;
  return follows?.(event, after) ?? [];
}

type Obligations = {
  readonly [Type in CaseEvent["type"]]?: (event: EventOf<Type>, after: Case) => Effect[];
};

const obligations: Obligations = {
  "case-logged": ({ unacknowledged }, after) =>
    unacknowledged === undefined ? acknowledging("acknowledge:1", 1, after) : [],
  "case-escalated": ({ stage: next }, after) => acknowledging(`acknowledge:${next}`, next, after),
  "case-classified": (event, after) => [
    // What became a complaint later is acknowledged as one: its clocks began anew.
    ...(event.restartedAt === undefined && event.acknowledges === undefined
      ? []
      : acknowledging(`acknowledge:1:${event.sequence}`, after.stage, after)),
    ...owedForType(event, after),
    ...owedToService(event, after),
    ...askServices(
      event,
      after,
      after.points.map(({ id }) => id),
    ),
  ],
  "case-assigned": (event) => [...settled(event, assignment), ...tellNewOfficer(event)],
  "case-handed-over": (event) => [...settled(event, assignment), ...tellNewOfficer(event)],
  "assignment-accepted": (event) => settled(event, assignment),
  "assignment-declined": (event) => settled(event, assignment),
  "point-added": (event, after) => askServices(event, after, [event.point]),
  "point-changed": (event, after) => [
    ...settled(event, { kind: "point", point: event.point }),
    ...askServices(event, after, [event.point]),
  ],
  "point-answered": (event) => settled(event, { kind: "point", point: event.point }),
  "point-dropped": (event) => settled(event, { kind: "point", point: event.point }),
  "information-requested": (event) => {
    const { question, due, request } = event;
    const asked = { question, due, request };
    return [tell(event, event.to.id, { kind: "information-wanted", by: nameOf(event), ...asked })];
  },
  "information-given": (event, after) => [
    ...settled(event, { kind: "request", request: event.request }),
    ...tellAsker(event, after),
  ],
  "information-request-withdrawn": (event) =>
    settled(event, { kind: "request", request: event.request }),
  "remedy-promised": (event) => tellOwner(event, event.owner.person),
  "remedy-undeliverable": owedForRemedy,
  "date-extended": (event, after) => owedNotice("extension", event, after),
  "date-agreed": (event, after) => owedNotice("agreed-date", event, after),
  "complaint-refused": (event, after) => owedNotice("refusal", event, after),
  "lesson-noted": (event) => tellOwner(event, event.owner.id),
  "response-submitted": (event) => [
    tell(event, event.approver, { kind: "approval-wanted", text: event.text }),
  ],
  "draft-commented": (event, after) =>
    tellOfComment(event, after.draft?.savedBy, { answers: false }),
  "comment-answered": (event, after) => {
    const maker = after.comments?.find(({ id }) => id === event.comment)?.by.id;
    const reader = isBy(event, maker) ? after.draft?.savedBy : maker;
    return tellOfComment(event, reader, { answers: true });
  },
  "approval-passed-on": passedOn,
  "response-returned": (event, after) => [settle(event), ...tellOfReturn(event, after)],
  "response-approved": (event) => {
    const { stage: ofStage, text } = event;
    const key = sendingKey(ofStage, text);
    return [{ kind: "send-response", key, stage: ofStage, text }, settle(event)];
  },
  "response-sent": answered,
  "answer-shared": (event) => event.to.map((one) => tell(event, one, { kind: "answer-shared" })),
  "sending-needs-a-person": (event, after) =>
    tellHandler(event, after, { kind: "needs-a-person", why: event.why }),
  "letter-undelivered": (event) => {
    const { letter, stage: ofStage, why, to } = event;
    const occasion = { kind: "letter-undelivered", letter, stage: ofStage, why } as const;
    return to.map((person) => tell(event, person, occasion));
  },
  "sending-settled": sendAnew,
  "address-mended": sendAgain,
  "correspondence-received": (event, after) =>
    after.answeredBack === undefined ? [] : tellHandler(event, after, { kind: "answered-back" }),
  "complaint-withdrawn": ({ sequence, letter }, after) =>
    letter === undefined ? [] : [settle({ sequence, stage: after.stage, text: letter })],
  "case-linked": (event) => linkBack(event, event.kind),
  "case-unlinked": (event) => linkBack(event),
  "reminder-given": remind,
  "notice-given": (event, after) =>
    event.to.map((person) => {
      const absent = event.standIns?.find(({ deputy }) => deputy.id === person)?.inPlaceOf;
      const reader = readerOf(absent?.id ?? person, after);
      const meant = absent === undefined ? {} : { inPlaceOf: absent.name };
      return tell(event, person, { kind: "nudge", notice: event.notice, reader, ...meant });
    }),
};

function answered(event: EventOf<"response-sent">, after: Case): Effect[] {
  const { stage: ofStage, text, sequence } = event;
  const copies = after.sponsors
    .filter(({ consent, person, email }) => consent && (person ?? email) !== undefined)
    .map(({ id }): Effect => {
      const key = `copy:${id}:${sequence}`;
      return { kind: "copy-to-sponsor", key, sponsor: id, stage: ofStage, text };
    });
  return [
    ...tellHandler(event, after, { kind: "response-sent", approver: deciderName(ofStage, after) }),
    ...copies,
    { kind: "share-answer", key: `share:${sequence}`, stage: ofStage },
  ];
}

// Whoever cannot be written to is acknowledged by a person, who records it.
function acknowledging(key: string, ofStage: number, after: Case): Effect[] {
  return canBeWrittenTo(after) ? [{ kind: "acknowledge", key, stage: ofStage }] : [];
}

function sendAgain({ undelivered, sequence }: EventOf<"address-mended">, after: Case): Effect[] {
  return after.undelivered.flatMap(({ id, letter, stage: ofStage, text }) =>
    text === undefined || !undelivered.includes(id)
      ? []
      : [{ kind: "send-again", key: `again:${id}:${sequence}`, letter, stage: ofStage, text }],
  );
}

function sendAnew(
  { found, stage: ofStage }: EventOf<"sending-settled">,
  { submission, sentAnew = 0 }: Case,
): Effect[] {
  if (found === "arrived" || submission === undefined) return [];
  const { text } = submission;
  const insteadOf = Array.from({ length: sentAnew }, (_, n) => sendingKey(ofStage, text, n));
  const key = sendingKey(ofStage, text, sentAnew);
  return [{ kind: "send-response", key, stage: ofStage, text, insteadOf }];
}

function tellNewOfficer(event: EventOf<"case-assigned" | "case-handed-over">): Effect[] {
  return [tell(event, event.officer, { kind: "assigned", by: nameOf(event) })];
}

function tellAsker(event: EventOf<"information-given">, after: Case): Effect[] {
  const asked = after.requests.find(({ id }) => id === event.request);
  if (asked === undefined || (event.by.kind === "person" && asked.askedBy.id === event.by.id)) {
    return [];
  }
  const { question, askedBy } = asked;
  return [tell(event, askedBy.id, { kind: "information-given", by: nameOf(event), question })];
}

function tellOfComment(
  event: EventOf<"draft-commented" | "comment-answered">,
  reader: PersonId | undefined,
  { answers }: { readonly answers: boolean },
): Effect[] {
  if (reader === undefined || isBy(event, reader)) return [];
  return [tell(event, reader, { kind: "commented", by: nameOf(event), answers })];
}

function isBy({ by }: CaseEvent, person: PersonId | undefined): boolean {
  return by.kind === "person" && by.id === person;
}

const assignment = { kind: "assignment" } as const;

function settled({ sequence }: CaseEvent, question: Question): Effect[] {
  return [{ kind: "settle-question", key: `settled:${sequence}`, question }];
}

// In triage nobody has said yet that it is a complaint, nor whose.
function askServices({ sequence }: CaseEvent, after: Case, points: readonly string[]): Effect[] {
  if (after.status !== "allocation" && after.status !== "investigating") return [];
  return openPoints(after).flatMap(({ id: point, answer }) =>
    answer === undefined && points.includes(point)
      ? [{ kind: "ask-service", key: `ask:${sequence}:${point}`, point }]
      : [],
  );
}

// Whoever takes it on themself knows already.
function tellOwner(
  event: EventOf<"remedy-promised" | "lesson-noted">,
  owner: PersonId | undefined,
): Effect[] {
  if (owner === undefined || (event.by.kind === "person" && event.by.id === owner)) return [];
  const { what, due } = event;
  return [tell(event, owner, { kind: "promised", by: nameOf(event), what, due })];
}

// To its owner it is theirs; everybody else is told whose it is.
function remind(event: EventOf<"reminder-given">, after: Case): Effect[] {
  const { about, entry, step, due, to } = event;
  const owner = ownerOfPledge(after, event);
  return to.map((person) =>
    tell(event, person, {
      ...{ kind: "reminder", about, entry, step, due },
      ...(owner === undefined || owner.person === person ? {} : { owner: owner.name }),
    }),
  );
}

// The other end is recorded by Redress itself, which asks for nothing back.
function linkBack(event: EventOf<"case-linked" | "case-unlinked">, kind?: LinkKind): Effect[] {
  if (event.by.kind !== "person") return [];
  const { other, reason, sequence } = event;
  const key = `link:${sequence}`;
  const as = kind && otherEnd(kind);
  return [{ kind: "link-back", key, other, reason, ...(as === undefined ? {} : { as }) }];
}

// Whoever took it over has it before them already.
function passedOn(event: EventOf<"approval-passed-on">): Effect[] {
  const { approver, text, by } = event;
  const knows = by.kind === "person" && by.id === approver;
  return [
    settle(event),
    ...(knows ? [] : [tell(event, approver, { kind: "approval-wanted", text })]),
  ];
}

function readerOf(person: PersonId, { officer, submission, status }: Case): NudgeReader {
  if (person === officer?.id) return "handler";
  if (status === "awaiting-approval" && person === submission?.approver) return "approver";
  return officer === undefined ? "desk" : "head";
}

// The comment is for whoever submitted the letter, who need not be the one who has the case.
function tellOfReturn(event: EventOf<"response-returned">, after: Case): Effect[] {
  const author = after.stages.find(({ stage: one }) => one === event.stage)?.author;
  const readers = new Set([after.officer?.id, author].filter((id) => id !== undefined));
  const occasion: Occasion = { kind: "returned", by: nameOf(event), comment: event.comment };
  return [...readers].map((reader) => tell(event, reader, occasion));
}

function tellHandler(event: CaseEvent, after: Case, occasion: Occasion): Effect[] {
  return after.officer === undefined ? [] : [tell(event, after.officer.id, occasion)];
}

function tell(event: CaseEvent, person: PersonId, occasion: Occasion): Effect {
  return { kind: "tell", key: `tell:${event.sequence}:${person}`, person, occasion };
}

function settle({
  sequence,
  stage: ofStage,
  text,
}: {
  readonly sequence: number;
  readonly stage: number;
  readonly text: TextHash;
}): Effect {
  return { kind: "settle-approval", key: `settle:${sequence}`, stage: ofStage, text };
}

function deciderName(ofStage: number, { stages }: Case): string {
  return stages.find((record) => record.stage === ofStage)?.deciderName ?? "the approver";
}

function nameOf(event: CaseEvent): string {
  return event.by.kind === "person" ? event.by.name : "Redress";
}
