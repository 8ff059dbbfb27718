import { z } from "zod";
import type { PersonId } from "../people/actor.ts";
import type { Case } from "./case.ts";
import { type CaseEvent } from "./events.ts";
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
]);
export type Occasion = z.infer<typeof Occasion>;

const stage = z.number().int();

/** Something owed to the outside world once an event is recorded; `key` makes it happen once. */
export const Effect = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("acknowledge"), key: z.string(), stage }),
  z.object({ kind: z.literal("send-response"), key: z.string(), stage, text: z.string() }),
  z.object({ kind: z.literal("tell"), key: z.string(), person: z.string(), occasion: Occasion }),
  /** Turns every standing card about an approval into its receipt. */
  z.object({ kind: z.literal("settle-approval"), key: z.string(), stage, text: z.string() }),
]);
export type Effect = z.infer<typeof Effect>;

/** What an event obliges Redress to do. */
export function effectsOf(event: CaseEvent, after: Case): Effect[] {
  switch (event.type) {
    case "case-logged":
      return [{ kind: "acknowledge", key: "acknowledge:1", stage: 1 }];
    case "case-escalated":
      return [{ kind: "acknowledge", key: `acknowledge:${event.stage}`, stage: event.stage }];
    case "case-classified":
      // What became a complaint later is acknowledged as one: its clocks began anew.
      return event.restartedAt === undefined
        ? []
        : [{ kind: "acknowledge", key: `acknowledge:1:${event.sequence}`, stage: after.stage }];
    case "case-assigned":
      return [tell(event, event.officer, { kind: "assigned", by: nameOf(event) })];
    case "response-submitted":
      return [tell(event, event.approver, { kind: "approval-wanted", text: event.text })];
    case "response-returned":
      return [settle(event), ...tellOfReturn(event, after)];
    case "response-approved":
      return [
        {
          kind: "send-response",
          key: `send:${event.stage}:${event.text}`,
          stage: event.stage,
          text: event.text,
        },
        settle(event),
      ];
    case "response-sent":
      return tellHandler(event, after, {
        kind: "response-sent",
        approver: deciderName(event.stage, after),
      });
    case "sending-needs-a-person":
      return tellHandler(event, after, { kind: "needs-a-person", why: event.why });
    case "correspondence-received":
      return after.answeredBack === undefined
        ? []
        : tellHandler(event, after, { kind: "answered-back" });
    case "notice-given":
      return event.to.map((person) =>
        tell(event, person, {
          kind: "nudge",
          notice: event.notice,
          reader: readerOf(person, after),
        }),
      );
    case "acknowledgement-sent":
    case "note-added":
    case "draft-saved":
    case "case-closed":
      return [];
  }
}

function readerOf(person: PersonId, { officer, submission, status }: Case): NudgeReader {
  if (person === officer?.id) return "handler";
  if (status === "awaiting-approval" && person === submission?.approver) return "approver";
  return officer === undefined ? "desk" : "head";
}

// The comment is for whoever submitted the letter, who need not be the one who has the case.
function tellOfReturn(event: CaseEvent & { type: "response-returned" }, after: Case): Effect[] {
  const author = after.stages.find(({ stage }) => stage === event.stage)?.author;
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

function settle(event: CaseEvent & { stage: number; text: TextHash }): Effect {
  const { sequence, stage, text } = event;
  return { kind: "settle-approval", key: `settle:${sequence}`, stage, text };
}

function deciderName(stage: number, { stages }: Case): string {
  return stages.find((record) => record.stage === stage)?.deciderName ?? "the approver";
}

function nameOf(event: CaseEvent): string {
  return event.by.kind === "person" ? event.by.name : "Redress";
}
