import type { PreparedLetter, PrepareLetter } from "../../contract/prepared-letter.ts";
import { allowedActions } from "../../domain/case/allowed-actions.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CommandOf, PersonCommand } from "../../domain/case/commands.ts";
import { dueAfter } from "../../domain/case/dates/present-stage.ts";
import { refusedNow } from "../../domain/case/endings/rules.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { LetterVerdict } from "../../domain/case/response/facts.ts";
import type { Finding } from "../../domain/letters/check/finding.ts";
import type { LetterInHand } from "../../domain/letters/letter-facts.ts";
import { noticeFindings, noticeLetter, preparedNotice } from "../../domain/letters/notices.ts";
import type { Notice } from "../../domain/letters/templates/notices.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { letterFactsOf } from "./letter-facts.ts";
import { verdictOf } from "./verdict.ts";

/** The letter that a decision would send, as its form stands, with what it lacks; nothing of it is kept. */
export async function prepareLetter(
  ports: Ports,
  person: Person,
  { caseId, asked }: { readonly caseId: string; readonly asked: PrepareLetter },
): Promise<Result<PreparedLetter, Refusal>> {
  const found = await findSeen(ports, person, caseId);
  if (found === undefined) return refused(noSuchCase);
  const theCase = found.case;
  if (!allowedActions(theCase, person, policyNow(theCase)).includes(asked.type)) {
    return refused({ kind: "not-permitted", message: "This is not yours to decide now." });
  }
  const notice = noticeOf(ports, theCase, asked);
  const prepared = preparedNotice(notice, factsOf(ports, theCase, notice));
  const text = asked.text ?? prepared;
  const findings = await check(ports, theCase, { text, notice });
  return ok({ text, findings: findings.filter(({ standing }) => standing !== "met") });
}

type Telling = CommandOf<"extend" | "refuse" | "agree-date">;

/** Whether a command tells the person by a letter that Redress sends. */
export function tellsByLetter(command: PersonCommand): command is Telling {
  return "telling" in command && command.telling === "letter";
}

/** The letter that goes with a decision: as it was changed, or as it was prepared. */
export function noticeOn(ports: Ports, theCase: Case, command: Telling): string {
  const notice = noticeOf(ports, theCase, command);
  return command.text ?? preparedNotice(notice, factsOf(ports, theCase, notice));
}

/** What the check finds in the letter that goes with a decision. */
export async function verdictOnNotice(
  ports: Ports,
  theCase: Case,
  { command, text }: { readonly command: Telling; readonly text: string },
): Promise<LetterVerdict> {
  const notice = noticeOf(ports, theCase, command);
  const findings = await check(ports, theCase, { text, notice });
  return verdictOf({ findings, points: { decided: 0, total: 0 } });
}

async function check(
  ports: Ports,
  theCase: Case,
  { text, notice }: { readonly text: string; readonly notice: Notice },
): Promise<readonly Finding[]> {
  const people = await ports.directory.everybody();
  return noticeFindings(text, notice, { facts: factsOf(ports, theCase, notice), people });
}

function noticeOf({ calendar, clock }: Ports, theCase: Case, asked: PrepareLetter): Notice {
  if (asked.type === "refuse") {
    const { ground, reason } = asked;
    return { letter: "refusal", what: refusedNow(theCase), ground, reason };
  }
  if (asked.type === "agree-date") {
    return { letter: "agreed-date", until: asked.date, agreedWith: asked.agreedWith };
  }
  const { workingDays, reason } = asked;
  const counting = { policy: policyNow(theCase), calendar, at: clock.now().toISOString() };
  const until = workingDays === undefined ? undefined : dueAfter(theCase, workingDays, counting);
  return { letter: "extension", until, reason };
}

function factsOf(ports: Ports, theCase: Case, { letter }: Notice): LetterInHand {
  const policy = policyNow(theCase);
  return {
    ...letterFactsOf(ports, theCase),
    ...{ case: theCase, policy, letter: noticeLetter(policy, letter) },
    answers: {},
    serviceName: (id) => id,
  };
}
