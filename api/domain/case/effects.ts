import { z } from "zod";
import type { PersonId } from "../people/actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { ownerOfPledge } from "./reminders/pledges.ts";
import { linkKinds, otherEnd, type LinkKind } from "./links/facts.ts";
import { pledgeKinds, reminderSteps } from "./reminders/facts.ts";
import { sendingKey } from "./response/rules.ts";
import { sentLetters } from "./undelivered/facts.ts";
import { noticeKinds, type TextHash } from "./vocabulary.ts";

/** Why a nudge reaches somebody: they have the case, the letter, the service, or the complaints desk. */
export const nudgeReaders = ["handler", "approver", "head", "desk"] as const;
export type NudgeReader = (typeof nudgeReaders)[number];

/** What Redress says to a person when a case changes. */
export const Occasion = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("assigned"), by: z.string() }),
  z.object({ kind: z.literal("approval-wanted"), text: z.string() }),
  z.object({ kind: z.literal("returned"), by: z.string(), comment: z.string() }),
  z.object({ kind: z.literal("response-sent"), approver: z.string() }),
  z.object({ kind: z.literal("answered-back") }),
  z.object({ kind: z.literal("nudge"), notice: z.enum(noticeKinds), reader: z.enum(nudgeReaders) }),
  z.object({ kind: z.literal("needs-a-person"), why: z.string() }),
  z.object({
    kind: z.literal("letter-undelivered"),
    letter: z.enum(sentLetters),
    stage: z.number().int(),
    why: z.string(),
  }),
  /** Somebody is asked something about a case of somebody else's. */
  z.object({
    kind: z.literal("information-wanted"),
    by: z.string(),
    question: z.string(),
    due: z.string(),
  }),
  /** A colleague said something of the letter somebody writes, or answered what they said of it. */
  z.object({ kind: z.literal("commented"), by: z.string(), answers: z.boolean() }),
  z.object({ kind: z.literal("information-given"), by: z.string(), question: z.string() }),
  /** A service hears that what it was complained about is answered. */
  z.object({ kind: z.literal("answer-shared") }),
  /** The day of something that somebody sees to is near, here or past. */
  z.object({
    kind: z.literal("reminder"),
    about: z.enum(pledgeKinds),
    entry: z.string(),
    step: z.enum(reminderSteps),
    due: z.string(),
    /** Who sees to it, for everybody else. */
    owner: z.string().exactOptional(),
  }),
  /** Somebody is to see to a remedy or a lesson. */
  z.object({ kind: z.literal("promised"), by: z.string(), what: z.string(), due: z.string() }),
]);
export type Occasion = z.infer<typeof Occasion>;

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
  "case-classified": ({ restartedAt, acknowledges, sequence }, after) =>
    // What became a complaint later is acknowledged as one: its clocks began anew.
    restartedAt === undefined && acknowledges === undefined
      ? []
      : acknowledging(`acknowledge:1:${sequence}`, after.stage, after),
  "case-assigned": tellNewOfficer,
  "case-handed-over": tellNewOfficer,
  "information-requested": (event) => {
    const { question, due } = event;
    const occasion = { kind: "information-wanted", by: nameOf(event), question, due } as const;
    return [tell(event, event.to.id, occasion)];
  },
  "information-given": tellAsker,
  "remedy-promised": (event) => tellOwner(event, event.owner.person),
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
    event.to.map((person) =>
      tell(event, person, { kind: "nudge", notice: event.notice, reader: readerOf(person, after) }),
    ),
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

/** Whether the person has an address that mail can be sent to. */
export function canBeWrittenTo({ replyTo, complainant }: Case): boolean {
  return replyTo !== undefined || complainant.email !== undefined;
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
