import { shortDate } from "../calendar/london-date.ts";
import type { CaseEvent } from "./events.ts";

export type HistoryKind = "mail" | "decision" | "draft" | "note" | "nudge" | "sign-off";

/** What an event says to somebody reading the history, and what sort of entry it is. */
export type Described = {
  readonly what: string;
  readonly kind: HistoryKind;
  /** Words that were said or written, when the event itself holds them. */
  readonly text?: string;
};

export type Names = {
  readonly service: (id: string) => string;
  readonly person: (id: string) => string;
};

/** One event as a sentence without its subject: "assigned it to Tom Okafor". */
export function describeEvent(event: CaseEvent, names: Names): Described {
  switch (event.type) {
    case "case-logged":
      return { what: `wrote to the council; logged as ${event.caseId}`, kind: "mail" };
    case "correspondence-received":
      return { what: "wrote again", kind: "mail" };
    case "acknowledgement-sent":
      return { what: `acknowledged stage ${event.stage}`, kind: "mail" };
    case "case-classified":
      return withText(
        {
          what: `classified it as a ${event.caseType.replaceAll("-", " ")} for ${names.service(event.service)}`,
          kind: "decision",
        },
        event.reason,
      );
    case "case-assigned":
      return { what: `assigned it to ${event.officerName}`, kind: "decision" };
    case "note-added":
      return { what: "added a note", kind: "note" };
    case "draft-saved":
      return {
        what: `saved draft ${event.draft} of the stage ${event.stage} response`,
        kind: "draft",
      };
    case "case-escalated":
      return withText({ what: `took it to stage ${event.stage}`, kind: "decision" }, event.reason);
    case "notice-given":
      return {
        what: `told ${toldWords(event.to, names)} that it is ${noticeWords[event.notice]} (${shortDate(event.due)})`,
        kind: "nudge",
      };
    case "case-closed":
      return withText(
        { what: `closed it: ${event.outcome.replaceAll("-", " ")}`, kind: "decision" },
        event.reason,
      );
    default:
      return describeSignOff(event);
  }
}

const noticeWords = { "due-soon": "due soon", overdue: "overdue" } as const;

// The history says plainly that a notice found no reader: somebody has to notice that.
function toldWords(to: readonly string[], names: Names): string {
  return to.length === 0 ? "nobody, having found nobody to tell," : to.map(names.person).join(", ");
}

type SignOffEvent = Extract<
  CaseEvent,
  {
    type:
      | "response-submitted"
      | "response-returned"
      | "response-approved"
      | "response-sent"
      | "sending-needs-a-person";
  }
>;

function describeSignOff(event: SignOffEvent): Described {
  switch (event.type) {
    case "response-submitted":
      return {
        what: `submitted the stage ${event.stage} response to ${event.approverName}`,
        kind: "sign-off",
      };
    case "response-returned":
      return withText(
        { what: `returned the stage ${event.stage} response`, kind: "sign-off" },
        event.comment,
      );
    case "response-approved":
      return { what: `approved the stage ${event.stage} response`, kind: "sign-off" };
    case "response-sent":
      return { what: `sent the stage ${event.stage} response`, kind: "mail" };
    case "sending-needs-a-person":
      return withText({ what: "could not send a letter", kind: "mail" }, event.why);
  }
}

function withText(described: Described, text: string): Described {
  return text === "" ? described : { ...described, text };
}
