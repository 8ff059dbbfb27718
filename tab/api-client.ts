import type { z } from "zod";
import {
  Assurance,
  AssuranceActed,
  LedgerPage,
  MailText,
  ServiceComplaints,
  type AssuranceAction,
} from "#api/contract/assurance.ts";
import { ActionAccepted, type FilledIn } from "#api/contract/case-action.ts";
import { Away, AwayChanged, type EndCover } from "#api/contract/away.ts";
import { CallerHistory, type Caller } from "#api/contract/caller.ts";
import { CaseDetail } from "#api/contract/case-detail.ts";
import { CasePage, ListSummary, type PageQuery, type QueueName } from "#api/contract/case-list.ts";
import { FoundCases } from "#api/contract/find.ts";
import {
  DraftChanges,
  DraftPresence,
  DraftVersions,
  type CompareDrafts,
} from "#api/contract/drafts.ts";
import type { Enclosing } from "#api/contract/enclosed-files.ts";
import { LetterCheck } from "#api/contract/letter-check.ts";
import { ComplaintLogged, type TakenDown } from "#api/contract/log-complaint.ts";
import { MailAsSent } from "#api/contract/mail-as-sent.ts";
import { OfficersLoad } from "#api/contract/officers-load.ts";
import { OtherCases } from "#api/contract/other-cases.ts";
import { Me } from "#api/contract/me.ts";
import { SavedLists, type SavedListChange } from "#api/contract/saved-lists.ts";
import { PreparedLetter } from "#api/contract/prepared-letter.ts";
import { Problem } from "#api/contract/problem.ts";
import { HandledTogether, LookAlikes, type HandleTogether } from "#api/contract/triage.ts";
import { ApiProblem } from "./api-problem.ts";

/** One press of a button: repeating it under the same id changes nothing more. */
export type Press = { readonly actionId: string; readonly action: FilledIn };

/** Everything the screen asks of the service; every refusal or failure is thrown as an ApiProblem. */
export type ApiClient = {
  me(signal?: AbortSignal): Promise<Me>;
  casePage(queue: QueueName, asked: PageQuery, signal?: AbortSignal): Promise<CasePage>;
  listSummary(queue: QueueName, signal?: AbortSignal): Promise<ListSummary>;
  savedLists(signal?: AbortSignal): Promise<SavedLists>;
  changeSavedLists(change: SavedListChange): Promise<SavedLists>;
  /** Cases by what was typed so far. */
  find(text: string, signal?: AbortSignal): Promise<FoundCases>;
  caseDetail(caseId: string, signal?: AbortSignal): Promise<CaseDetail>;
  act(caseId: string, press: Press): Promise<ActionAccepted>;
  /** Puts files with the letter that is being written. */
  enclose(caseId: string, files: Enclosing): Promise<ActionAccepted>;
  /** Sends a press from a page that is going away, and hears no answer; false when it cannot go. */
  actOnLeaving(caseId: string, press: Press): boolean;
  draftVersions(caseId: string, signal?: AbortSignal): Promise<DraftVersions>;
  draftChanges(
    caseId: string,
    compared: CompareDrafts,
    signal?: AbortSignal,
  ): Promise<DraftChanges>;
  /** Says that this person has the draft open, and hears who else has. */
  draftPresence(caseId: string): Promise<DraftPresence>;
  callerHistory(caller: Caller, signal?: AbortSignal): Promise<CallerHistory>;
  logComplaint(complaint: TakenDown): Promise<ComplaintLogged>;
  mailAsSent(caseId: string, mailId: string, signal?: AbortSignal): Promise<MailAsSent>;
  otherCases(caseId: string, signal?: AbortSignal): Promise<OtherCases>;
  officersLoad(caseId: string, service: string, signal?: AbortSignal): Promise<OfficersLoad>;
  lookAlikes(caseId: string, signal?: AbortSignal): Promise<LookAlikes>;
  checkLetter(caseId: string, text: string, signal?: AbortSignal): Promise<LetterCheck>;
  /** The letter that a decision would send, as its form is filled in. */
  preparedLetter(caseId: string, decision: FilledIn, signal?: AbortSignal): Promise<PreparedLetter>;
  handleTogether(asked: HandleTogether): Promise<HandledTogether>;
  attachment(caseId: string, attachmentId: string): Promise<Blob>;
  away(signal?: AbortSignal): Promise<Away>;
  /** As its form was filled in. */
  nameCover(cover: Readonly<Record<string, unknown>>): Promise<AwayChanged>;
  endCover(ended: EndCover): Promise<AwayChanged>;
  /** A letter as a file to print; `text` is its hash. */
  letterFile(caseId: string, text: string, form: "docx" | "pdf"): Promise<Blob>;
  assurance(signal?: AbortSignal): Promise<Assurance>;
  /** Compares mailbox and ledger now; takes as long as listing the mailbox does. */
  checkMailboxes(): Promise<Assurance>;
  settleMail(action: AssuranceAction): Promise<AssuranceActed>;
  /** The rows of the ledger behind a number; `query` is that of the number's link. */
  ledgerPage(query: string, after?: string, signal?: AbortSignal): Promise<LedgerPage>;
  mailText(mailId: string, signal?: AbortSignal): Promise<MailText>;
  serviceComplaints(service: string, signal?: AbortSignal): Promise<ServiceComplaints>;
};

type Call = {
  readonly signal?: AbortSignal | undefined;
  readonly body?: unknown;
  readonly method?: "PUT";
};

/** What a browser sends for a page that has gone, in bytes, headers aside. */
const mostOnLeaving = 60_000;

/** The service behind `/api`, asked with a fresh token on every call. */
export function createApiClient(getToken: () => Promise<string>): ApiClient {
  // A page that goes away has no time to ask for another one.
  let lastToken: string | undefined;
  const call = async (path: string, { signal, body, method }: Call = {}): Promise<Response> => {
    lastToken = await tokenFrom(getToken);
    const headers = new Headers({ authorization: `Bearer ${lastToken}` });
    const request: RequestInit = {
      headers,
      ...(signal === undefined ? {} : { signal }),
      ...(method === undefined ? {} : { method }),
    };
    if (body !== undefined) {
      headers.set("content-type", "application/json");
      Object.assign(request, { method: "POST", body: JSON.stringify(body) });
    }
    const response = await answerTo(path, request);
    if (!response.ok) throw await problemIn(response);
    return response;
  };
  const ask = async <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    options?: Call,
  ): Promise<z.infer<Schema>> => parsed(schema, await call(path, options));

  return {
    me: (signal) => ask(Me, "/api/me", { signal }),
    casePage: (queue, asked, signal) =>
      ask(CasePage, `/api/queues/${queue}${queryOf(asked)}`, { signal }),
    listSummary: (queue, signal) => ask(ListSummary, `/api/queues/${queue}/summary`, { signal }),
    savedLists: (signal) => ask(SavedLists, "/api/saved-lists", { signal }),
    changeSavedLists: (change) => ask(SavedLists, "/api/saved-lists", { body: change }),
    find: (text, signal) => ask(FoundCases, "/api/find", { body: { text }, signal }),
    caseDetail: (caseId, signal) => ask(CaseDetail, casePath(caseId), { signal }),
    act: (caseId, press) => ask(ActionAccepted, `${casePath(caseId)}/actions`, { body: press }),
    enclose: (caseId, files) =>
      ask(ActionAccepted, `${casePath(caseId)}/enclosures`, { body: files }),
    actOnLeaving: (caseId, press) => lastToken !== undefined && sent(lastToken, caseId, press),
    ...draftCalls(ask),
    callerHistory: (caller, signal) => ask(CallerHistory, "/api/callers", { body: caller, signal }),
    logComplaint: (complaint) => ask(ComplaintLogged, "/api/complaints", { body: complaint }),
    mailAsSent: (caseId, mailId, signal) =>
      ask(MailAsSent, `${casePath(caseId)}/mails/${encodeURIComponent(mailId)}`, { signal }),
    otherCases: (caseId, signal) => ask(OtherCases, `${casePath(caseId)}/other-cases`, { signal }),
    officersLoad: (caseId, service, signal) =>
      ask(OfficersLoad, `${casePath(caseId)}/officers${queryOf({ service })}`, { signal }),
    lookAlikes: (caseId, signal) => ask(LookAlikes, `${casePath(caseId)}/look-alikes`, { signal }),
    preparedLetter: (caseId, decision, signal) =>
      ask(PreparedLetter, `${casePath(caseId)}/prepared-letter`, { body: decision, signal }),
    checkLetter: (caseId, text, signal) =>
      ask(LetterCheck, `${casePath(caseId)}/letter-check`, { body: { text }, signal }),
    handleTogether: (asked) => ask(HandledTogether, "/api/triage/together", { body: asked }),
    attachment: async (caseId, attachmentId) =>
      (await call(`${casePath(caseId)}/attachments/${encodeURIComponent(attachmentId)}`)).blob(),
    letterFile: async (caseId, text, form) =>
      (await call(`${casePath(caseId)}/letters/${encodeURIComponent(text)}/as/${form}`)).blob(),
    away: (signal) => ask(Away, "/api/away", { signal }),
    nameCover: (cover) => ask(AwayChanged, "/api/away", { body: cover }),
    endCover: (ended) => ask(AwayChanged, "/api/away/endings", { body: ended }),
    ...assuranceCalls(ask),
  };
}

type AssuranceCalls = Pick<
  ApiClient,
  | ("assurance" | "checkMailboxes" | "settleMail" | "ledgerPage")
  | ("mailText" | "serviceComplaints")
>;

function assuranceCalls(ask: Ask): AssuranceCalls {
  return {
    assurance: (signal) => ask(Assurance, "/api/assurance", { signal }),
    checkMailboxes: () => ask(Assurance, "/api/assurance/checks", { body: {} }),
    settleMail: (action) => ask(AssuranceActed, "/api/assurance/actions", { body: action }),
    ledgerPage: (query, after, signal) => {
      const asked = new URLSearchParams(query);
      if (after !== undefined) asked.set("after", after);
      return ask(LedgerPage, `/api/assurance/mail?${asked.toString()}`, { signal });
    },
    mailText: (mailId, signal) =>
      ask(MailText, `/api/assurance/mail/${encodeURIComponent(mailId)}`, { signal }),
    serviceComplaints: (service, signal) =>
      ask(ServiceComplaints, `/api/assurance/services/${encodeURIComponent(service)}`, { signal }),
  };
}

/** What is asked for as the query of an address, "" when that is nothing. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as string[][];
  const query = new URLSearchParams(given).toString();
  return query === "" ? "" : `?${query}`;
}

type Ask = <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options?: Call,
) => Promise<z.infer<Schema>>;

const draftCalls = (
  ask: Ask,
): Pick<ApiClient, "draftVersions" | "draftChanges" | "draftPresence"> => ({
  draftVersions: (caseId, signal) => ask(DraftVersions, `${casePath(caseId)}/drafts`, { signal }),
  draftChanges: (caseId, body, signal) =>
    ask(DraftChanges, `${casePath(caseId)}/drafts/changes`, { body, signal }),
  draftPresence: (caseId) =>
    ask(DraftPresence, `${casePath(caseId)}/draft/presence`, { method: "PUT" }),
});

// Nobody is there any more to hear what became of it.
function sent(token: string, caseId: string, press: Press): boolean {
  const body = JSON.stringify(press);
  if (new Blob([body]).size > mostOnLeaving) return false;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = { method: "POST", body, headers, keepalive: true };
  fetch(`${casePath(caseId)}/actions`, request).catch(() => undefined);
  return true;
}

const casePath = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}`;

async function tokenFrom(getToken: () => Promise<string>): Promise<string> {
  try {
    return await getToken();
  } catch (cause) {
    throw new ApiProblem("signed-out", {
      title: "Teams could not sign you in",
      detail:
        "Close this tab and open Redress again. If that does not help, sign in to Teams again.",
      cause,
    });
  }
}

async function answerTo(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (cause) {
    throw request.signal?.aborted === true ? cause : unreachable(cause);
  }
}

const unreachable = (cause: unknown): ApiProblem =>
  new ApiProblem("unreachable", {
    title: "Redress cannot be reached",
    detail: "Check your connection and try again.",
    cause,
  });

async function problemIn(response: Response): Promise<ApiProblem> {
  const told = Problem.safeParse(await response.json().catch(() => undefined));
  if (!told.success) return problemWithoutWords(response.status);
  return new ApiProblem(told.data.status < 500 ? "refused" : "failed", told.data);
}

const problemWithoutWords = (status: number): ApiProblem =>
  new ApiProblem("failed", {
    title: "Redress did not answer as it should",
    detail: "Wait a minute and try again.",
    status,
  });

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
): Promise<z.infer<Schema>> {
  const answer = schema.safeParse(await bodyOf(response));
  if (answer.success) return answer.data;
  throw new ApiProblem("failed", {
    title: "This page is out of date",
    detail: "Redress was updated while you had it open. Close this tab and open it again.",
    cause: answer.error,
  });
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw cause instanceof SyntaxError ? problemWithoutWords(response.status) : unreachable(cause);
  }
}
