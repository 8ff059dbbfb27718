import type { Caller, CallerHistory } from "../contract/caller.ts";
import type { ActionAccepted, ActionRequest } from "../contract/case-action.ts";
import type { CaseDetail } from "../contract/case-detail.ts";
import type { CasePage, ListSummary, PageQuery, QueueName } from "../contract/case-list.ts";
import type { FoundCases } from "../contract/find.ts";
import type { Enclosing } from "../contract/enclosed-files.ts";
import type { LetterCheck } from "../contract/letter-check.ts";
import type { PreparedLetter, PrepareLetter } from "../contract/prepared-letter.ts";
import type { ComplaintLogged, LogComplaint } from "../contract/log-complaint.ts";
import type { MailAsSent } from "../contract/mail-as-sent.ts";
import type { OfficersLoad } from "../contract/officers-load.ts";
import type { OtherCases } from "../contract/other-cases.ts";
import type { AboutMe } from "../contract/me.ts";
import type { SavedListChange, SavedLists } from "../contract/saved-lists.ts";
import type { HandledTogether, HandleTogether, LookAlikes } from "../contract/triage.ts";
import type { PersonCommand } from "../domain/case/commands.ts";
import type { Person, PersonId } from "../domain/people/actor.ts";
import type { Result } from "../domain/result.ts";
import type { AssuranceDesk } from "./assurance/assurance-desk.ts";
import type { AwayDesk } from "./away/away-desk.ts";
import type { DraftDesk } from "./drafts/draft-desk.ts";
import type { PostedFile } from "./letters/letter-for-post.ts";
import type { PaperForm } from "./ports/paper.ts";
import type { OpenedAttachment } from "./case-page/open-attachment.ts";
import type { AnsweredCard } from "./questions/answered-card.ts";
import type { Refusal } from "./refusal.ts";

/** What a signed-in person of the council can do: the same for the tab's HTTP and for the chat. */
export interface Desk {
  /** The person behind a verified object id, or nothing when the directory does not know them. */
  findPerson(id: PersonId): Promise<Person | undefined>;
  me(person: Person): AboutMe;
  list(person: Person, queue: QueueName, asked?: PageQuery): Promise<Result<CasePage, Refusal>>;
  /** A list in numbers, and what it can be narrowed and ordered by. */
  summary(person: Person, queue: QueueName): Promise<Result<ListSummary, Refusal>>;
  savedLists(person: Person): Promise<SavedLists>;
  changeSavedLists(person: Person, change: SavedListChange): Promise<Result<SavedLists, Refusal>>;
  /** Cases by the beginning of a reference, a name, an e-mail address, a postcode or a number. */
  find(person: Person, text: string): Promise<Result<FoundCases, Refusal>>;
  openCase(person: Person, caseId: string): Promise<Result<CaseDetail, Refusal>>;
  openAttachment(
    person: Person,
    caseId: string,
    attachmentId: string,
  ): Promise<Result<OpenedAttachment, Refusal>>;
  /** A mail as its writer laid it out, made safe to show. */
  openMail(person: Person, caseId: string, mailId: string): Promise<Result<MailAsSent, Refusal>>;
  /** A letter of a case as a file to print and post; `text` is its hash. */
  letterForPost(
    person: Person,
    asked: { readonly caseId: string; readonly text: string; readonly form: PaperForm },
  ): Promise<Result<PostedFile, Refusal>>;
  act(
    person: Person,
    caseId: string,
    request: ActionRequest,
  ): Promise<Result<ActionAccepted, Refusal>>;
  /** Puts files with the letter that is being written. */
  encloseFiles(
    person: Person,
    caseId: string,
    files: Enclosing,
  ): Promise<Result<ActionAccepted, Refusal>>;
  /** What is missing from a letter as it is being written, and what is worth a look. */
  checkLetter(person: Person, caseId: string, text: string): Promise<Result<LetterCheck, Refusal>>;
  /** The letter that a decision would send, as its form stands. */
  prepareLetter(
    person: Person,
    caseId: string,
    asked: PrepareLetter,
  ): Promise<Result<PreparedLetter, Refusal>>;
  /** What whoever calls brought before, as far as this person may see it. */
  callerHistory(person: Person, caller: Caller): Promise<Result<CallerHistory, Refusal>>;
  /** What else the person of a case brought, and their neighbours, as far as this person may see it. */
  otherCases(person: Person, caseId: string): Promise<Result<OtherCases, Refusal>>;
  /** Whom a case can be given to, with how much each has and who is away. */
  officersLoad(
    person: Person,
    asked: { readonly caseId: string; readonly service: string },
  ): Promise<Result<OfficersLoad, Refusal>>;
  /** The cases that say nearly the same as one that waits. */
  lookAlikes(person: Person, caseId: string): Promise<Result<LookAlikes, Refusal>>;
  /** Decides several cases alike, each by itself. */
  handleTogether(person: Person, asked: HandleTogether): Promise<Result<HandledTogether, Refusal>>;
  /** Logs a complaint that came otherwise than by mail. */
  logComplaint(person: Person, complaint: LogComplaint): Promise<Result<ComplaintLogged, Refusal>>;
  /** Writing a letter together. */
  readonly drafts: DraftDesk;
  /** What the card that somebody pressed shows now: a question, or its receipt. */
  answeredCard(
    person: Person,
    pressed: { readonly caseId: string; readonly action: PersonCommand },
  ): Promise<Result<AnsweredCard, Refusal>>;
  /** Who is away, and who stands in for them. */
  readonly away: AwayDesk;
  /** The proof that nothing was lost. */
  readonly assurance: AssuranceDesk;
}
