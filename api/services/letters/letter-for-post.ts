import { londonDate, type CalendarDate } from "../../domain/calendar/london-date.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import { paperLetter } from "../../domain/letters/paper-letter.ts";
import { isReference } from "../../domain/mail/case-reference.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { onlyFollows } from "../case-page/opened-case.ts";
import type { PaperForm } from "../ports/paper.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { noSuchCase } from "../seen-case.ts";

export type PostedFile = {
  readonly name: string;
  readonly form: PaperForm;
  readonly content: Uint8Array;
};

/** A letter of a case as a file to print and post, for those who work on the case. */
export async function letterForPost(
  ports: Ports,
  person: Person,
  asked: { readonly caseId: string; readonly text: string; readonly form: PaperForm },
): Promise<Result<PostedFile, Refusal>> {
  const { caseId, text, form } = asked;
  const found = isReference(caseId) ? await ports.cases.findWithHistory(caseId) : undefined;
  if (found === undefined || onlyFollows(person)) return refused(noSuchCase);
  if (!maySee(found.case, person, policyNow(found.case))) return refused(noSuchCase);
  const uses = found.events.filter((event) => "text" in event && event.text === text);
  const isWritten = newestWords(found.case)?.text === text;
  if (!isWritten && !uses.some(({ type }) => isLetter.has(type))) {
    return refused({ kind: "not-found", message: "The case has no such letter." });
  }
  const isDraft = !uses.some(({ type }) => isFinal.has(type));
  const letter = paperLetter(found.case, ports.settings, {
    text: await ports.texts.get(caseId, text),
    today: leftOn(uses) ?? londonDate(ports.clock.now().toISOString()),
    isDraft,
  });
  const name = `${caseId} letter${isDraft ? " DRAFT" : ""}.${form}`;
  return ok({ name, form, content: await ports.paper[form](letter) });
}

/** The day a letter left: a copy of it says that day, whenever it is printed. */
function leftOn(uses: readonly CaseEvent[]): CalendarDate | undefined {
  for (const event of uses) {
    if (event.type === "letter-sent") return londonDate(event.at);
    if (event.type === "response-sent" || event.type === "acknowledgement-sent") {
      return event.on ?? londonDate(event.at);
    }
  }
  return undefined;
}

const isFinal: ReadonlySet<CaseEvent["type"]> = new Set([
  "response-approved",
  "response-sent",
  "acknowledgement-sent",
  "letter-sent",
  "letter-undelivered",
]);
const isLetter: ReadonlySet<CaseEvent["type"]> = new Set([
  ...isFinal,
  "draft-saved",
  "response-submitted",
]);
