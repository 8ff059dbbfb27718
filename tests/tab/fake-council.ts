import type { LetterCheck } from "#api/contract/letter-check.ts";
import { createHash, randomUUID } from "node:crypto";
import { AssuranceAction, type Assurance } from "#api/contract/assurance.ts";
import type { Caller, CallerHistory } from "#api/contract/caller.ts";
import type { CaseAction } from "#api/contract/case-action.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import type { CasePage, ListSummary, QueueName } from "#api/contract/case-list.ts";
import type { FindQuery, FoundCases } from "#api/contract/find.ts";
import type { DraftChanges, DraftVersions } from "#api/contract/drafts.ts";
import type { PreparedLetter } from "#api/contract/prepared-letter.ts";
import { LogComplaint, type ComplaintLogged } from "#api/contract/log-complaint.ts";
import type { OfficersLoad } from "#api/contract/officers-load.ts";
import type { OtherCases } from "#api/contract/other-cases.ts";
import type { Me } from "#api/contract/me.ts";
import type { SavedList, SavedListChange, SavedLists } from "#api/contract/saved-lists.ts";
import type { Problem } from "#api/contract/problem.ts";
import { assurance, ledgerPage, mailText, serviceComplaints } from "./assurance-data.ts";
import type { EndCover, NameCover } from "#api/contract/away.ts";
import { FakeAway } from "./fake-away.ts";
import { HandleTogether, type LookAlikes } from "#api/contract/triage.ts";
import {
  approversSheet,
  asSent,
  officer,
  openCase,
  openCaseRow,
  referenceOf,
  triageRow,
  unclassifiedCase,
} from "./council-data.ts";
import { approversOffers, authorsOffers, offer } from "./offers.ts";

export type CouncilRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body?: unknown;
};

/** What a press brings, as far as the tab can be believed. */
type Asked = { readonly actionId: string; readonly action: CaseAction };

/** A file, and what the service finds it to be by its first bytes. */
export type CouncilFile = { readonly type: string; readonly content: Buffer };

export type CouncilAnswer = { readonly status: number; readonly body: unknown };

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const now = "2026-11-23T14:02:00.000Z";
const pageSize = 50;
const base = "http://council";

function newestIn({ draft }: CaseDetail): { newest?: string } {
  return draft === undefined ? {} : { newest: draft.hash };
}

/** A decision as its form is filled in. */
type LetterAsked = { readonly reason: string; readonly text: string };

/** The letter that a decision with this reason would send, or the one it was changed to. */
function preparedFor({ reason, text }: LetterAsked): PreparedLetter {
  const prepared = `Dear Joan\n\nThe reason is: ${reason === "" ? "[the reason]" : reason}`;
  const findings: PreparedLetter["findings"] =
    reason === "" && text === ""
      ? [{ id: "gap-1", standing: "missing", words: "Fill this in: the reason" }]
      : [];
  return { text: text === "" ? prepared : text, findings };
}

/** The service behind the tab, as far as the tab can tell: answers from memory, keeps what it is told. */
export class FakeCouncil {
  readonly cases = new Map<string, CaseDetail>();
  readonly queues = new Map<QueueName, string[]>();
  readonly requests: CouncilRequest[] = [];
  me: Me = officer;
  assurance: Assurance = assurance;
  /** Files by their id; any other is a few bytes of nothing known. */
  readonly files = new Map<string, CouncilFile>();
  /** What the service finds a file to be that calls itself a picture. */
  pictureType = "image/png";
  /** Answers given instead of the right ones, in order, to requests whose method and path match. */
  readonly upsets: { readonly when: RegExp; readonly answer: CouncilAnswer | "no answer" }[] = [];
  /** What is found beside a case in triage; nothing, unless a test says so. */
  readonly lookAlikes = new Map<string, LookAlikes>();
  readonly #saved: SavedList[] = [];
  readonly #away = new FakeAway();
  readonly #outcomes = new Map<string, CouncilAnswer>();

  constructor(
    sizes: { readonly mine?: number; readonly triage?: number; readonly all?: number } = {},
  ) {
    const { mine = 40, triage = 14, all = 120 } = sizes;
    const open = Array.from({ length: Math.max(mine, all) }, (_, n) => openCase(openCaseRow(n)));
    const waiting = Array.from({ length: triage }, (_, n) => unclassifiedCase(triageRow(n)));
    for (const detail of [...open, ...waiting]) this.cases.set(detail.row.caseId, detail);
    const ids = open.map((detail) => detail.row.caseId);
    this.queues.set("my-cases", ids.slice(0, mine));
    this.queues.set("team", ids.slice(0, mine));
    this.queues.set("all-cases", ids.slice(0, all));
    this.queues.set(
      "sponsored",
      ids.filter((id) => this.detail(id).row.sponsored),
    );
    this.queues.set(
      "triage",
      waiting.map((detail) => detail.row.caseId),
    );
    this.queues.set("approvals", []);
  }

  detail(caseId: string): CaseDetail {
    const detail = this.cases.get(caseId);
    if (detail === undefined) throw new Error(`The fake council has no case ${caseId}.`);
    return detail;
  }

  /** What the check makes of any letter. */
  letterCheck: LetterCheck = { title: "nothing missing", findings: [] };

  /** Puts a case before its approver, with the letter it would send. */
  awaitApproval(caseId: string, letter: string): void {
    this.#change(caseId, {
      submission: {
        text: letter,
        hash: hashOf(letter),
        by: "Tom Okafor",
        at: "2026-11-23T09:12:00.000Z",
        approver: this.me.name,
        sheet: approversSheet,
      },
      attention: [],
      actions: approversOffers(hashOf(letter)),
    });
    this.#leave("approvals", caseId);
    this.queues.get("approvals")?.push(caseId);
  }

  /** Who else has every draft open. */
  others: string[] = [];
  versions: DraftVersions = { versions: [] };
  changes: DraftChanges = { parts: [], added: 0, removed: 0, text: "" };

  /** Answers one request the way the service would. */
  answer(request: CouncilRequest): CouncilAnswer | "no answer" {
    this.requests.push(request);
    const upset = this.upsets.findIndex(({ when }) =>
      when.test(`${request.method} ${request.url}`),
    );
    const [instead] = upset === -1 ? [] : this.upsets.splice(upset, 1);
    if (instead !== undefined) return instead.answer;
    if (request.authorization?.startsWith("Bearer ") !== true) {
      return problem(401, "Sign in again", "Close this tab and open it again.");
    }
    return this.#route(request);
  }

  #route(request: CouncilRequest): CouncilAnswer {
    const { pathname } = new URL(request.url, base);
    const [, area, first, second] = pathname
      .slice("/api".length)
      .split("/")
      .map(decodeURIComponent);
    if (area === "me") return ok(this.me);
    if (area === "assurance") return this.#assure(first, second, request.body);
    if (area === "callers") return ok(this.#earlier(request.body as Caller));
    if (area === "complaints") return this.#log(LogComplaint.parse(request.body));
    return this.#ofLists({ area, first, second }, request);
  }

  #ofLists(
    { area, first, second }: Record<"area" | "first" | "second", string | undefined>,
    request: CouncilRequest,
  ): CouncilAnswer {
    if (area === "triage") return this.#together(HandleTogether.parse(request.body));
    if (area === "saved-lists") return ok(this.#save(request.body as SavedListChange | undefined));
    if (area === "find") return ok(this.#find((request.body as FindQuery).text));
    if (area === "queues" && second === "summary") return ok(this.#summary(first as QueueName));
    if (area === "queues")
      return this.#list(first as QueueName, new URL(request.url, base).searchParams);
    if (area === "away") return this.#awayAnswer(first, request.body);
    return this.#ofCase(area === "cases" ? first : undefined, second, request.body);
  }

  #ofCase(caseId = "", what: string | undefined, body: unknown): CouncilAnswer {
    const detail = this.cases.get(caseId);
    if (detail === undefined) return problem(404, "No such case", "Check the reference.");
    if (what === "mails") return ok(asSent);
    const near = this.#near(caseId, what);
    if (near !== undefined) return ok(near);
    if (what === "letter-check") return ok(this.letterCheck);
    if (what === "prepared-letter") return ok(preparedFor(body as LetterAsked));
    if (what === "actions") return this.#act(caseId, body as Asked);
    if (what === "draft") return ok({ others: this.others, ...newestIn(detail) });
    if (what === "drafts") return ok(body === undefined ? this.versions : this.changes);
    return ok(detail);
  }

  #near(
    caseId: string,
    what: string | undefined,
  ): LookAlikes | OfficersLoad | OtherCases | undefined {
    if (what === "look-alikes") return this.lookAlikes.get(caseId) ?? noneAlike;
    if (what === "officers") return officersLoad(this.detail(caseId));
    return what === "other-cases" ? this.#others(caseId) : undefined;
  }

  /** What the same person brought, and a neighbour; nothing where a test has no further cases. */
  #others(caseId: string): OtherCases {
    const [first, second] = [...this.cases.values()].filter(({ row }) => row.caseId !== caseId);
    return {
      person: first === undefined ? [] : [{ row: first.row, same: ["e-mail", "phone"] }],
      more: false,
      address: second === undefined ? [] : [{ row: second.row, same: ["address"] }],
    };
  }

  /** Margaret Ellis is known by her number, and what she asked for with it. */
  #earlier({ phone = "" }: Caller): CallerHistory {
    const known = phone.replaceAll(/\D/g, "") === "01632960123";
    return known
      ? {
          cases: [{ row: this.detail(referenceOf(0)).row, same: ["phone"] }],
          adjustments: ["Large print"],
        }
      : { cases: [], adjustments: [] };
  }

  #assure(what: string | undefined, id: string | undefined, body: unknown): CouncilAnswer {
    if (what === "mail") return ok(id === undefined ? ledgerPage : mailText);
    if (what === "services") return ok(serviceComplaints);
    if (what === "actions") {
      const action = AssuranceAction.safeParse(body);
      if (!action.success) return misfilled({ reason: "Say why it needs no case." });
      const { missing, givenUp } = this.assurance;
      const others = (entries: typeof missing) =>
        entries.filter((one) => one.id !== action.data.id);
      this.assurance = { ...this.assurance, missing: others(missing), givenUp: others(givenUp) };
      const said = {
        replay: "It is being tried again.",
        "set-aside": "Set aside.",
        log: "Logged.",
      };
      return ok({ message: said[action.data.type] });
    }
    return ok(this.assurance);
  }

  /** Logged once per id; the reference is that of the next case it would have. */
  #log({ actionId, complainant }: LogComplaint): CouncilAnswer {
    const earlier = this.#outcomes.get(actionId);
    if (earlier !== undefined) return earlier;
    const caseId = referenceOf(900 + this.#outcomes.size);
    this.cases.set(
      caseId,
      unclassifiedCase({ ...triageRow(0), caseId, complainant: complainant.name }),
    );
    const answer: ComplaintLogged = {
      caseId,
      version: 1,
      message: `Logged as ${caseId}.`,
      mayOpen: this.me.roles.includes("complaints-officer"),
    };
    this.#outcomes.set(actionId, ok(answer));
    return ok(answer);
  }

  #awayAnswer(what: string | undefined, body: unknown): CouncilAnswer {
    if (body === undefined) return ok(this.#away.overview());
    const outcome =
      what === "endings" ? this.#away.end(body as EndCover) : this.#away.name(body as NameCover);
    if (outcome.kind === "done") return ok({ message: outcome.message });
    const { why, field } = outcome;
    return field === undefined
      ? problem(400, "This cannot be done as asked", why)
      : misfilled({ [field]: why });
  }

  #summary(queue: QueueName): ListSummary {
    const rows = (this.queues.get(queue) ?? []).map((id) => this.detail(id).row);
    const count = (state: string) => rows.filter(({ clock }) => clock.state === state).length;
    const services = [...new Set(rows.flatMap(({ serviceName = [] }) => serviceName))];
    return {
      queue,
      open: rows.length,
      more: false,
      pressing: [
        { state: "overdue", words: "overdue", count: count("overdue") },
        { state: "due-today", words: "due today", count: count("due-today") },
        { state: "due-soon", words: "due soon", count: count("due-soon") },
      ],
      sorts: [
        { value: "due", words: "Due first" },
        { value: "oldest", words: "Oldest first" },
      ],
      filters: [
        {
          name: "service",
          title: "Service",
          options: services.map((name) => ({
            value: name,
            words: name,
            count: rows.filter(({ serviceName }) => serviceName === name).length,
          })),
        },
      ],
    };
  }

  #find(text: string): FoundCases {
    const rows = [...this.cases.values()].map(({ row }) => row);
    const found = rows.filter(({ caseId, complainant }) =>
      `${caseId} ${complainant}`.toLowerCase().includes(text.toLowerCase()),
    );
    return { cases: found.slice(0, 8), more: found.length > 8 };
  }

  #save(change: SavedListChange | undefined): SavedLists {
    if (change !== undefined && "save" in change) this.#saved.push(change.save);
    return { saved: this.#saved };
  }

  #together({ cases }: HandleTogether): CouncilAnswer {
    for (const caseId of cases) this.#leave("triage", caseId);
    return ok({ cases: cases.map((caseId) => ({ caseId, done: true, words: "Recorded." })) });
  }

  /** Narrows by the clock and by nothing else. */
  #list(queue: QueueName, asked: URLSearchParams): CouncilAnswer {
    const after = asked.get("after");
    const clock = asked.get("clock");
    const ids = (this.queues.get(queue) ?? []).filter(
      (id) => clock === null || this.detail(id).row.clock.state === clock,
    );
    const start = after === null ? 0 : Number(after);
    const end = start + pageSize;
    const page: CasePage = {
      queue,
      rows: ids.slice(start, end).map((id) => this.detail(id).row),
      ...(end < ids.length ? { next: String(end) } : {}),
    };
    return ok(page);
  }

  #act(caseId: string, { actionId, action }: Asked): CouncilAnswer {
    const earlier = this.#outcomes.get(actionId);
    if (earlier !== undefined) return earlier;
    const gaps = gapsIn(this.detail(caseId), action);
    if (Object.keys(gaps).length > 0) return misfilled(gaps);
    const outcome = this.#decide(caseId, action);
    this.#outcomes.set(actionId, outcome);
    return outcome;
  }

  #decide(caseId: string, action: CaseAction): CouncilAnswer {
    const detail = this.detail(caseId);
    if (action.type === "save-draft" && action.from !== (detail.draft?.hash ?? "")) {
      return problem(409, "It has changed meanwhile", "Read that version, then choose.");
    }
    if (action.type === "approve" && detail.submission?.hash !== action.text) {
      return problem(409, "The letter has changed", "Read the letter again before you decide.");
    }
    const message = this.#perform(detail, action);
    this.#change(caseId, { version: detail.version + 1 });
    const { draft } = this.detail(caseId);
    const saved = action.type === "save-draft" && draft !== undefined ? { saved: draft } : {};
    return ok({ caseId, version: detail.version + 1, message, ...saved });
  }

  #perform(detail: CaseDetail, action: CaseAction): string {
    const { caseId, complainant } = detail.row;
    switch (action.type) {
      case "set-aside":
        this.#leave("triage", caseId);
        return `Set ${caseId} aside as ${action.as}.`;
      case "classify":
        this.#leave("triage", caseId);
        return `Recorded ${caseId} as a ${action.caseType}.`;
      case "assign":
        return `${nameOf(detail, action.officer)} has ${caseId}.`;
      case "save-draft":
        this.#change(caseId, { draft: draftOf(detail, action.text), actions: allowSubmit(detail) });
        return "Saved.";
      case "submit":
        this.#change(caseId, submitted(detail, this.me.name));
        return "Sent to Helen Marsh for approval.";
      case "approve":
        this.#leave("approvals", caseId);
        this.#change(caseId, { actions: [] });
        return `Approved. The response to ${complainant} is on its way.`;
      case "return":
        this.#leave("approvals", caseId);
        this.#change(caseId, { actions: [] });
        return "Returned to Tom Okafor.";
      case "add-note":
        return "Note added.";
      case "escalate":
        return "Moved to stage 2.";
      case "close":
        return `Closed ${caseId}.`;
      default:
        return "Recorded.";
    }
  }

  #change(caseId: string, change: Partial<CaseDetail>): void {
    this.cases.set(caseId, { ...this.detail(caseId), ...change });
  }

  #leave(queue: QueueName, caseId: string): void {
    this.queues.set(queue, this.queues.get(queue)?.filter((id) => id !== caseId) ?? []);
  }
}

const noneAlike: LookAlikes = {
  ...{ others: [], moreWaiting: 0, copies: [] },
  ...{ campaign: { name: "", lead: "" }, first: "" },
};

const draftOf = (detail: CaseDetail, text: string): NonNullable<CaseDetail["draft"]> => ({
  stage: detail.row.stage,
  draft: (detail.draft?.draft ?? 0) + 1,
  text,
  hash: hashOf(text),
  savedAt: now,
  savedBy: officer.name,
});

/** The first has least to do, and the last is away. */
const officersLoad = ({ choices: { officers } }: CaseDetail): OfficersLoad => ({
  groups: [
    {
      title: "Waste and Street Scene",
      officers: officers.slice(0, 1).map((one) => ({ ...one, hint: "2 open, 1 overdue" })),
    },
    { title: "Other officers", officers: officers.slice(1, -1) },
    {
      title: "Away now",
      officers: officers.slice(-1).map((one) => ({ ...one, hint: "away until Fri 27 Nov" })),
    },
  ],
});

const nameOf = (detail: CaseDetail, officer: string): string =>
  detail.choices.officers.find((each) => each.id === officer)?.name ?? officer;

const allowSubmit = (detail: CaseDetail): OfferedAction[] =>
  detail.actions.map((each) => (each.type === "submit" ? offer("submit", each.title) : each));

const submitted = (detail: CaseDetail, by: string): Partial<CaseDetail> => ({
  submission: {
    text: detail.draft?.text ?? "",
    hash: detail.draft?.hash ?? "",
    by,
    at: now,
    approver: "Helen Marsh",
    sheet: approversSheet,
  },
  actions: [...authorsOffers],
});

/** What a form that is offered requires and was left empty, said as the service would say it. */
function gapsIn({ actions }: CaseDetail, action: CaseAction): Record<string, string> {
  const form = actions.find(({ type }) => type === action.type)?.form ?? { fields: [] };
  const answers = new Map<string, unknown>(Object.entries(action));
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      if (field.kind === "fixed" || field.kind === "letter" || !field.required) return [];
      const { onlyWhen } = field;
      if (onlyWhen !== undefined && answers.get(onlyWhen.field) !== onlyWhen.is) return [];
      const answer = answers.get(field.name);
      const missing = answer === "" || answer === undefined || (answer as unknown[]).length === 0;
      return missing ? [[field.name, `Needed: ${field.label}.`]] : [];
    }),
  );
}

function misfilled(fields: Record<string, string>): CouncilAnswer {
  const { status, body } = problem(400, "This cannot be done as asked", "Fill in what is missing.");
  return { status, body: { ...(body as Problem), fields } };
}

const ok = (body: unknown): CouncilAnswer => ({ status: 200, body });

/** A refusal or failure in the service's own shape. */
export function problem(status: number, title: string, detail: string): CouncilAnswer {
  const body: Problem = {
    type: "about:blank",
    title,
    status,
    detail,
    reference: randomUUID().slice(0, 8),
  };
  return { status, body };
}
