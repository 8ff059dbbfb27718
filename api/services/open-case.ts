import type { CaseDetail, ClockLine, HistoryLine, Message } from "../contract/case-detail.ts";
import { londonDate } from "../domain/calendar/london-date.ts";
import { offeredActions } from "../domain/case/allowed-actions.ts";
import type { Case } from "../domain/case/case.ts";
import { describeEvent } from "../domain/case/describe-event.ts";
import type { CaseEvent } from "../domain/case/events.ts";
import { listedCase } from "../domain/case/listed-case.ts";
import { maySee } from "../domain/case/may-see.ts";
import { clockState } from "../domain/clocks/clock-state.ts";
import { clocksOf } from "../domain/clocks/clocks-of.ts";
import { startingLetter } from "../domain/letters/letters.ts";
import { isReference } from "../domain/mail/case-reference.ts";
import type { Person, Service } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { choicesFor } from "./case-choices.ts";
import { letterFactsOf } from "./letter-facts.ts";
import type { Ports } from "./ports/ports.ts";
import { presentRow } from "./present-row.ts";
import type { Refusal } from "./refusal.ts";

type Opened = {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly policy: Policy;
  readonly services: readonly Service[];
  readonly names: ReadonlyMap<string, string>;
};

/** A case that does not exist and one that is not yours look the same from outside. */
export const noSuchCase: Refusal = {
  kind: "not-found",
  message: "There is no such case, or your role does not open it. Check the reference.",
};

/** Everything the case page shows this person, read with one query. */
export async function openCase(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<CaseDetail, Refusal>> {
  if (!isReference(caseId)) return refused(noSuchCase);
  const found = await ports.cases.findWithHistory(caseId);
  if (found === undefined) return refused(noSuchCase);
  const policy = policyOf(found.case.policy.id, found.case.policy.version);
  if (!maySee(found.case, person, policy)) return refused(noSuchCase);
  const opened: Opened = {
    case: found.case,
    events: found.events,
    policy,
    services: await ports.directory.services(),
    names: await namesIn(ports, found.events),
  };
  return ok(await present(ports, person, opened));
}

async function present(ports: Ports, person: Person, opened: Opened): Promise<CaseDetail> {
  const { case: theCase, policy, services } = opened;
  const today = londonDate(ports.clock.now().toISOString());
  const conversation = await conversationOf(ports, opened);
  const listed = listedCase(theCase, policy, ports.calendar);
  const sponsor = theCase.sponsor && (await ports.directory.findPerson(theCase.sponsor));
  return {
    row: presentRow(listed, { today, calendar: ports.calendar, services }),
    version: theCase.version,
    channel: theCase.channel,
    receivedAt: theCase.receivedAt,
    complainant: theCase.complainant,
    clocks: clockLines(opened, ports, today),
    conversation,
    history: await historyOf(ports, opened),
    attention: attentionOf(theCase),
    actions: offeredActions(theCase, person, policy),
    choices: await choicesFor(ports, theCase, {
      policy,
      firstMessage: conversation[0]?.text ?? "",
    }),
    ...(await lettersOf(ports, opened, person)),
    ...(sponsor ? { sponsorName: sponsor.name } : {}),
    ...(theCase.type ? { typeWords: typeTitle(theCase.type, policy) } : {}),
    ...(isReturned(theCase) ? { returned: theCase.returned } : {}),
  };
}

async function namesIn(ports: Ports, events: readonly CaseEvent[]): Promise<Map<string, string>> {
  const ids = new Set(events.flatMap((event) => (event.type === "notice-given" ? event.to : [])));
  const people = await Promise.all([...ids].map((id) => ports.directory.findPerson(id)));
  return new Map(people.filter((one) => one !== undefined).map(({ id, name }) => [id, name]));
}

function typeTitle(type: string, policy: Policy): string {
  return policy.caseTypes.find(({ countsAs }) => countsAs === type)?.title ?? type;
}

function clockLines({ case: theCase, policy }: Opened, ports: Ports, today: string): ClockLine[] {
  return clocksOf(theCase, policy, ports.calendar).map((clock) => ({
    kind: clock.kind,
    title: clock.title,
    stage: clock.stage,
    due: clock.due,
    why: [...clock.why],
    ...clockState(clock, today, ports.calendar),
  }));
}

async function conversationOf(ports: Ports, opened: Opened): Promise<Message[]> {
  const messages = opened.events.map((event) => messageOf(ports, opened, event));
  return (await Promise.all(messages)).filter((message) => message !== undefined);
}

async function messageOf(
  ports: Ports,
  { case: theCase }: Opened,
  event: CaseEvent,
): Promise<Message | undefined> {
  switch (event.type) {
    case "case-logged":
    case "correspondence-received":
      return {
        id: event.mail.key,
        direction: "in",
        from: event.mail.from.name,
        at: event.mail.receivedAt,
        subject: event.mail.subject,
        text: await ports.texts.get(theCase.id, event.mail.text),
        attachments: event.mail.attachments.map((one) => ({ ...one })),
      };
    case "acknowledgement-sent":
    case "response-sent":
      return {
        id: `${event.type}-${event.stage}`,
        direction: "out",
        from: ports.settings.council,
        at: event.at,
        subject: theCase.subject,
        text: await ports.texts.get(theCase.id, event.text),
        attachments: [],
        label:
          event.type === "response-sent"
            ? `Stage ${event.stage} response`
            : `Stage ${event.stage} acknowledgement`,
      };
    default:
      return undefined;
  }
}

function historyOf(
  ports: Ports,
  { case: theCase, events, services, names }: Opened,
): Promise<HistoryLine[]> {
  const lookUp = {
    service: (id: string) => services.find((one) => one.id === id)?.name ?? id,
    person: (id: string) => names.get(id) ?? "someone who has left",
  };
  return Promise.all(
    events.map(async (event): Promise<HistoryLine> => {
      const { what, kind, text } = describeEvent(event, lookUp);
      const words =
        event.type === "note-added" ? await ports.texts.get(theCase.id, event.text) : text;
      return {
        sequence: event.sequence,
        at: event.at,
        who: event.by.kind === "system" ? "Redress" : event.by.name,
        what,
        kind,
        ...(words === undefined ? {} : { text: words }),
      };
    }),
  );
}

function attentionOf(theCase: Case): string[] {
  return [
    ...(theCase.answeredBack
      ? ["The person wrote again after our answer. Decide whether it goes to the next stage."]
      : []),
    ...(isReturned(theCase)
      ? [`${theCase.returned.by} returned the response: ${theCase.returned.comment}`]
      : []),
    ...(theCase.sendingProblem ? [theCase.sendingProblem] : []),
  ];
}

function isReturned(theCase: Case): theCase is Case & Required<Pick<Case, "returned">> {
  return theCase.status === "investigating" && theCase.returned !== undefined;
}

async function lettersOf(
  ports: Ports,
  { case: theCase, policy }: Opened,
  person: Person,
): Promise<Partial<CaseDetail>> {
  const letters: Partial<CaseDetail> = {};
  const { draft, submission } = theCase;
  if (draft?.stage === theCase.stage && mayReadDrafts(person)) {
    letters.draft = {
      stage: draft.stage,
      draft: draft.draft,
      hash: draft.text,
      savedAt: draft.savedAt,
      text: await ports.texts.get(theCase.id, draft.text),
      savedBy: (await ports.directory.findPerson(draft.savedBy))?.name ?? "a colleague",
    };
  }
  if (submission !== undefined && mayReadDrafts(person)) {
    letters.submission = {
      text: await ports.texts.get(theCase.id, submission.text),
      hash: submission.text,
      by: (await ports.directory.findPerson(submission.by))?.name ?? "a colleague",
      at: submission.at,
      approver: submission.approverName,
    };
  }
  if (theCase.status === "investigating") {
    const isLast = !policy.stages.some(({ stage }) => stage > theCase.stage);
    letters.startingLetter = startingLetter(theCase, letterFactsOf(ports, theCase), isLast);
  }
  return letters;
}

// A councillor follows a case they sponsor, and reads its answer when the citizen does.
function mayReadDrafts(person: Person): boolean {
  return person.roles.some((role) => role !== "councillor");
}
