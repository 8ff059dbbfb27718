import type { PersonId } from "../people/actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, NoticeKind, TextHash } from "./events.ts";

/** What Redress says to a person when a case changes. */
export type Occasion =
  | { readonly kind: "assigned"; readonly by: string }
  | { readonly kind: "approval-wanted"; readonly text: TextHash }
  | { readonly kind: "returned"; readonly by: string; readonly comment: string }
  | { readonly kind: "response-sent"; readonly approver: string }
  | { readonly kind: "answered-back" }
  | { readonly kind: "nudge"; readonly notice: NoticeKind; readonly forHead: boolean }
  | { readonly kind: "needs-a-person"; readonly why: string };

/** Something owed to the outside world once an event is recorded; `key` makes it happen once. */
export type Effect =
  | { readonly kind: "acknowledge"; readonly key: string; readonly stage: number }
  | {
      readonly kind: "send-response";
      readonly key: string;
      readonly stage: number;
      readonly text: TextHash;
    }
  | {
      readonly kind: "tell";
      readonly key: string;
      readonly person: PersonId;
      readonly occasion: Occasion;
    }
  /** Turns every standing card about an approval into its receipt. */
  | {
      readonly kind: "settle-approval";
      readonly key: string;
      readonly text: TextHash;
      readonly stage: number;
    };

/** What an event obliges Redress to do. */
export function effectsOf(event: CaseEvent, after: Case): Effect[] {
  switch (event.type) {
    case "case-logged":
      return [{ kind: "acknowledge", key: "acknowledge:1", stage: 1 }];
    case "case-escalated":
      return [{ kind: "acknowledge", key: `acknowledge:${event.stage}`, stage: event.stage }];
    case "case-assigned":
      return [tell(event, event.officer, { kind: "assigned", by: nameOf(event) })];
    case "response-submitted":
      return [tell(event, event.approver, { kind: "approval-wanted", text: event.text })];
    case "response-returned":
      return [
        settle(event),
        ...tellHandler(event, after, {
          kind: "returned",
          by: nameOf(event),
          comment: event.comment,
        }),
      ];
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
        approver: nameOf(event),
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
          forHead: person !== after.officer?.id,
        }),
      );
    case "acknowledgement-sent":
    case "case-classified":
    case "note-added":
    case "draft-saved":
    case "case-closed":
      return [];
  }
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

function nameOf(event: CaseEvent): string {
  return event.by.kind === "person" ? event.by.name : "Redress";
}
