import type { Case, StageRecord } from "./case.ts";
import type { CaseEvent } from "./events.ts";

/** The case after one more event; the only way a case ever changes. */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  if (event.type === "case-logged") return logged(event);
  if (before === undefined) throw new Error(`A case begins with case-logged, not ${event.type}.`);
  const after = { ...apply(before, event), version: event.sequence };
  return after.status === before.status ? after : { ...after, statusSince: event.at };
}

/** Rebuilds a case from its whole history. */
export function evolveAll(events: readonly CaseEvent[]): Case | undefined {
  return events.reduce<Case | undefined>(evolve, undefined);
}

function logged(event: CaseEvent & { type: "case-logged" }): Case {
  return {
    id: event.caseId,
    version: event.sequence,
    policy: event.policy,
    status: "triage",
    statusSince: event.at,
    stage: 1,
    stages: [{ stage: 1, startedAt: event.receivedAt, writers: [] }],
    channel: event.channel,
    receivedAt: event.receivedAt,
    loggedAt: event.at,
    origin: event.mail.key,
    subject: event.subject,
    complainant: event.complainant,
    replyTo: replyTargetOf(event.mail),
    notices: [],
    ...(event.sponsor === undefined ? {} : { sponsor: event.sponsor }),
  };
}

type LaterEvent = Exclude<CaseEvent, { type: "case-logged" }>;

function apply(before: Case, event: LaterEvent): Case {
  switch (event.type) {
    case "correspondence-received":
      return received(before, event);
    case "acknowledgement-sent":
      return withStage(before, event.stage, { acknowledgedAt: event.at });
    case "case-classified":
      return classified(before, event);
    case "case-assigned":
      return {
        ...before,
        status: "investigating",
        officer: { id: event.officer, name: event.officerName },
      };
    case "note-added":
      return before;
    case "draft-saved":
      return drafted(before, event);
    case "response-submitted":
      return submitted(before, event);
    case "response-returned":
      return returned(before, event);
    case "response-approved":
      return approved(before, event);
    case "response-sent":
      return sent(before, event);
    case "sending-needs-a-person":
      return { ...before, sendingProblem: event.why };
    case "case-escalated":
      return escalated(before, event);
    case "notice-given":
      return {
        ...before,
        notices: [...before.notices, { notice: event.notice, clock: event.clock, due: event.due }],
      };
    case "case-closed":
      return closed(before, event);
  }
}

type Of<T extends LaterEvent["type"]> = LaterEvent & { type: T };

// Day 0 of what follows is their first message after the answer, however often they write again.
function received(before: Case, { mail }: Of<"correspondence-received">): Case {
  const after = { ...before, replyTo: replyTargetOf(mail) };
  return before.status === "answered" || before.status === "closed"
    ? { ...after, answeredBack: before.answeredBack ?? { at: mail.receivedAt } }
    : after;
}

function classified(before: Case, event: Of<"case-classified">): Case {
  const { officer: _reallocated, answeredBack: _taken, outcome: _reopened, ...rest } = before;
  const { caseType, service, restartedAt } = event;
  const after: Case = { ...rest, status: "allocation", type: caseType, service };
  return restartedAt === undefined ? after : restarted(after, restartedAt);
}

function restarted(theCase: Case, startedAt: string): Case {
  return {
    ...theCase,
    stages: theCase.stages.map((record) =>
      record.stage === theCase.stage
        ? { stage: record.stage, startedAt, writers: record.writers }
        : record,
    ),
  };
}

function drafted(before: Case, event: Of<"draft-saved">): Case {
  const savedBy = event.by.kind === "person" ? event.by.id : "";
  const { stage, draft, text } = event;
  return withWriter(
    { ...before, draft: { stage, draft, text, savedAt: event.at, savedBy } },
    stage,
    savedBy,
  );
}

function submitted(before: Case, event: Of<"response-submitted">): Case {
  const by = event.by.kind === "person" ? event.by.id : "";
  const { text, approver, approverName, at } = event;
  const after: Case = {
    ...before,
    status: "awaiting-approval",
    submission: { text, by, at, approver, approverName },
  };
  return withWriter(withStage(after, event.stage, { author: by }), event.stage, by);
}

function returned(before: Case, event: Of<"response-returned">): Case {
  const { submission: _withdrawn, ...rest } = before;
  const by = event.by.kind === "person" ? event.by.name : "";
  return {
    ...rest,
    status: "investigating",
    returned: { comment: event.comment, by, at: event.at },
  };
}

function approved(before: Case, event: Of<"response-approved">): Case {
  const { id = "", name = "" } = event.by.kind === "person" ? event.by : {};
  const { returned: _answered, ...rest } = before;
  const after: Case = { ...rest, status: "sending" };
  return withStage(after, event.stage, { decidedBy: id, deciderName: name });
}

function sent(before: Case, event: Of<"response-sent">): Case {
  const { submission: _sent, draft: _done, sendingProblem: _solved, ...rest } = before;
  return withStage({ ...rest, status: "answered" }, event.stage, { answeredAt: event.at });
}

function escalated(before: Case, event: Of<"case-escalated">): Case {
  const { officer: _first, answeredBack: _taken, outcome: _reopened, ...rest } = before;
  return {
    ...rest,
    status: "allocation",
    stage: event.stage,
    stages: [...before.stages, { stage: event.stage, startedAt: event.requestedAt, writers: [] }],
  };
}

function closed(before: Case, event: Of<"case-closed">): Case {
  const { answeredBack: _settled, ...rest } = before;
  return { ...rest, status: "closed", outcome: event.outcome };
}

function withWriter(theCase: Case, stage: number, writer: string): Case {
  const { writers = [] } = theCase.stages.find((record) => record.stage === stage) ?? {};
  return withStage(theCase, stage, { writers: [...new Set([...writers, writer])] });
}

function withStage(theCase: Case, stage: number, change: Partial<StageRecord>): Case {
  return {
    ...theCase,
    stages: theCase.stages.map((record) =>
      record.stage === stage ? { ...record, ...change } : record,
    ),
  };
}

function replyTargetOf(mail: Case["replyTo"]): Case["replyTo"] {
  const { mailbox, graphId, internetMessageId } = mail;
  return { mailbox, graphId, internetMessageId };
}
