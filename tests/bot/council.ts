import { createHash } from "node:crypto";
import type { ActionRequest } from "#api/contract/case-action.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { SignOffSheet } from "#api/domain/case/sign-off/sheet.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { ok, refused } from "#api/domain/result.ts";
import type { LogComplaint } from "#api/contract/log-complaint.ts";
import { meOf } from "#api/services/lists/pages.ts";
import type { ChatBook } from "#api/services/ports/chat-book.ts";
import type { LogFields, Logger } from "#api/services/ports/logger.ts";
import type { ChatDesk } from "#bot/redress-bot.ts";

export const registration = {
  appId: "11111111-2b7d-4c1f-8f5e-51d2b0c7a002",
  appSecret: "a-secret",
  tenantId: "22222222-5a0d-4a52-9d6e-3f6f1c2a9e10",
};
export const teamsAppId = "33333333-2b7d-4c1f-8f5e-51d2b0c7a003";
export const publicUrl = "https://redress.example.gov.uk";

const person = (id: string, name: string, role: Person["roles"][number]): Person => ({
  id,
  name,
  jobTitle: role,
  mail: `${role}@example.gov.uk`,
  roles: [role],
  services: ["waste"],
});
export const director = person("d1d1d1d1-0000-4000-8000-000000000001", "Dee Ross", "director");
export const officer = person("0f0f0f0f-0000-4000-8000-000000000002", "Ola Berg", "case-officer");

export const auditor = person("aaaaaaaa-0000-4000-8000-000000000003", "Ada Till", "auditor");

export const caseId = "CMP-7K3Q-9D";
export const letter = "Dear Ms Lark,\n\nWe are sorry.\n\nYours sincerely\nOla Berg";
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export const head = {
  caseId,
  subject: "Missed bin collection, third time",
  stage: 1,
  stageWords: "Stage 1",
  serviceName: "Waste services",
  dueWords: "Response due Mon 11 Jan (in 4 working days)",
};

export const sheet: SignOffSheet = {
  complainant: "Ms Lark",
  author: officer.name,
  submittedAt: "2027-01-05T09:00:00.000Z",
  approver: director.name,
  care: [{ title: "Adjustment", words: "Large print letters" }],
  points: [
    { id: "1", title: "Missed collections", finding: "Upheld", answered: true },
    { id: "2", title: "Rude crew", answered: false },
  ],
  pointsWords: "1 of 2 points answered",
  decision: "Partly upheld",
  remedies: ["An apology by Mon 18 Jan: we say sorry in writing."],
  gist: "We are sorry.",
  checks: ["Passed all 12 checks."],
  returned: { by: director.name, at: "2027-01-04T09:00:00.000Z", comment: "Name the date." },
  changes: ["Added: We come on Monday."],
  independence: "Ola Berg submitted it. You wrote no part of it.",
  enclosures: ["Route map.pdf"],
};

export type CouncilDesk = ChatDesk & {
  /** What people asked of cases, in order. */
  readonly acts: { readonly person: string; readonly caseId: string; request: ActionRequest }[];
  /** What people logged, in order. */
  readonly logged: { readonly person: string; readonly complaint: LogComplaint }[];
  /** How often anybody was looked up. */
  lookups: number;
  /** The author changes the letter under the approver's eyes. */
  resubmit(letter: string): void;
  breakDown(): void;
  recover(): void;
};

/** A desk with one case, whose response waits for the director. */
export function createCouncilDesk(): CouncilDesk {
  const outcomes = new Map<string, string>();
  const acts: CouncilDesk["acts"] = [];
  const logged: CouncilDesk["logged"] = [];
  let waiting = { letter, hash: hashOf(letter) };
  let decision: "approved" | "returned" | undefined;
  let broken = false;

  const approval = (): CaseCard =>
    decision === undefined
      ? {
          ...head,
          kind: "approval-wanted",
          sheet,
          letter: waiting.letter,
          letterIsCut: false,
          text: waiting.hash,
          delegates: [],
        }
      : { ...head, kind: "approval-receipt", decision, by: director.name, atWords: "today, 14:02" };

  const desk: CouncilDesk = {
    acts,
    logged,
    lookups: 0,
    resubmit: (text) => {
      waiting = { letter: text, hash: hashOf(text) };
      decision = undefined;
    },
    breakDown: () => (broken = true),
    recover: () => (broken = false),
    findPerson: (id) => {
      desk.lookups += 1;
      return Promise.resolve([director, officer, auditor].find((known) => known.id === id));
    },
    me: (asking) => meOf(asking, "A council"),
    logComplaint: (asking, complaint) => {
      if (broken) throw new Error("storage is away");
      if (complaint.receivedAt === "2099-01-01") {
        const message = "It cannot have arrived in the future.";
        return Promise.resolve(refused({ kind: "bad-request", message }));
      }
      logged.push({ person: asking.id, complaint });
      const message = `Logged as ${caseId}. Redress acknowledges it by e-mail.`;
      return Promise.resolve(
        ok({ caseId, version: 1, message, mayOpen: asking.id !== officer.id }),
      );
    },
    act: (asking, id, request) => {
      if (broken) throw new Error("storage is away");
      acts.push({ person: asking.id, caseId: id, request });
      const { action, actionId } = request;
      const before = outcomes.get(actionId);
      if (before !== undefined)
        return Promise.resolve(ok({ caseId: id, version: 9, message: before }));
      if (asking.id !== director.id) {
        return Promise.resolve(
          refused({ kind: "not-permitted", message: "Only the approver may decide this." }),
        );
      }
      if (action.type !== "approve" && action.type !== "return") throw new Error(action.type);
      if (decision !== undefined) {
        const message = "This response has been decided already.";
        return Promise.resolve(refused({ kind: "action-not-available", message, allowed: [] }));
      }
      if (action.text !== waiting.hash) {
        const message = "The letter changed after this card was sent.";
        return Promise.resolve(refused({ kind: "changed-since", message }));
      }
      decision = action.type === "approve" ? "approved" : "returned";
      outcomes.set(actionId, decision);
      return Promise.resolve(ok({ caseId: id, version: 9, message: decision }));
    },
    answeredCard: () => {
      const card = approval();
      const purpose = `approval:1:${waiting.hash}`;
      return Promise.resolve(ok(card.kind === "approval-wanted" ? { card, purpose } : { card }));
    },
    openCase: (asking, id) =>
      Promise.resolve(
        id !== caseId
          ? refused({ kind: "not-found", message: "No such case." })
          : asking.id !== director.id
            ? refused({ kind: "not-permitted", message: "This case is somebody else's." })
            : ok(caseDetail),
      ),
  };
  return desk;
}

const caseDetail: CaseDetail = {
  row: {
    caseId,
    subject: head.subject,
    complainant: "Ms Lark",
    stage: 1,
    status: "awaiting-approval",
    stageWords: "Stage 1",
    serviceName: "Waste services",
    officerName: "Ola Berg",
    receivedOn: "2026-12-21",
    clock: { state: "on-time", due: "2027-01-11", words: "due in 4 working days" },
    progress: "With Dee Ross since Tue",
    sponsored: false,
  },
  version: 8,
  channel: "email",
  receivedAt: "2026-12-21T09:00:00Z",
  complainant: { name: "Ms Lark", email: "lark@example.com" },
  clocks: [],
  conversation: [],
  history: [],
  attention: [],
  care: [],
  points: [],
  requests: [],
  remedies: [],
  lessons: [],
  related: [],
  outside: [],
  hands: [],
  actions: [],
  choices: { caseTypes: [], services: [], officers: [] },
};

export type MemoryChatBook = ChatBook & { readonly chats: Map<string, string> };

export function createChatBook(): MemoryChatBook {
  const chats = new Map<string, string>();
  return {
    chats,
    rememberChat: (id, reference) => Promise.resolve(void chats.set(id, reference)),
    findChat: (id) => Promise.resolve(chats.get(id)),
    forgetChat: (id) => Promise.resolve(void chats.delete(id)),
    rememberCard: () => Promise.resolve(),
    cardsOf: () => Promise.resolve([]),
    forgetCard: () => Promise.resolve(),
  };
}

export type LogLine = { readonly event: string; readonly fields: LogFields };

export function createLog(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (event: string, fields: LogFields = {}) => void lines.push({ event, fields });
  return { lines, info: write, warn: write, error: write };
}
