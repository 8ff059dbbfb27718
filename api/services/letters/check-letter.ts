import type { LetterCheck } from "../../contract/letter-check.ts";
import { allowedActions } from "../../domain/case/allowed-actions.ts";
import type { Case } from "../../domain/case/case.ts";
import { wordsField } from "../../domain/case/form.ts";
import { wroteOnLetter } from "../../domain/case/independence.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { openPoints } from "../../domain/case/points/rules.ts";
import type { LetterVerdict } from "../../domain/case/response/facts.ts";
import { mayOverride, missingWords } from "../../domain/case/response/checked.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import type { TextHash } from "../../domain/case/vocabulary.ts";
import { checkLetter, type LetterChecked } from "../../domain/letters/check/check-letter.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { sha256 } from "../digest.ts";
import { letterInHand } from "./letter-facts.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";
import { missingIn, verdictOf } from "./verdict.ts";

/** Checks a letter while it is being written, for those who may write it; nothing of it is kept. */
export async function checkLetterInHand(
  ports: Ports,
  person: Person,
  { caseId, text }: { readonly caseId: string; readonly text: string },
): Promise<Result<LetterCheck, Refusal>> {
  const found = await findSeen(ports, person, caseId);
  if (found === undefined) return refused(noSuchCase);
  const theCase = found.case;
  const mayWrite = allowedActions(theCase, person, policyNow(theCase)).includes("save-draft");
  // What its author typed last may still be asked about when the letter has just gone for approval.
  if (!mayWrite && !wroteOnLetter(theCase, person.id)) {
    return refused({ kind: "not-permitted", message: "This reply is not yours to write now." });
  }
  // A draft is kept without the space around it, and so it is known by the hash of that.
  const written = text.trim();
  const checked = await check(ports, theCase, written);
  return ok(present(checked, theCase, { person, hash: sha256(written) }));
}

/** What the check of a saved draft finds; nothing when that is not the draft of the case any more. */
export async function verdictOn(
  ports: Ports,
  theCase: Case,
  hash: TextHash,
): Promise<LetterVerdict | undefined> {
  if (newestWords(theCase)?.text !== hash) return undefined;
  const text = await ports.texts.get(theCase.id, hash);
  return verdictOf(await check(ports, theCase, text));
}

async function check(ports: Ports, theCase: Case, text: string): Promise<LetterChecked> {
  const [people, services] = await Promise.all([
    ports.directory.everybody(),
    ports.directory.services(),
  ]);
  const serviceName = (id: string): string => services.find((one) => one.id === id)?.name ?? id;
  const checkWith = (answers: Readonly<Record<string, string>>): LetterChecked =>
    checkLetter(text, letterInHand(ports, theCase, { answers, serviceName }), people);
  const checked = checkWith({});
  const answers = await answersToMerge(ports, theCase, checked);
  return answers.length === 0 ? checked : checkWith(Object.fromEntries(answers));
}

// Only of points that the letter says nothing about: the rest is merged already.
async function answersToMerge(
  ports: Ports,
  theCase: Case,
  { findings }: LetterChecked,
): Promise<[string, string][]> {
  const unmerged = openPoints(theCase).flatMap(({ id, answer }) =>
    answer !== undefined &&
    findings.some((each) => each.id === `decision-${id}` && each.insert !== undefined)
      ? [{ id, text: answer.text }]
      : [],
  );
  return Promise.all(
    unmerged.map(async ({ id, text }): Promise<[string, string]> => [
      id,
      await ports.texts.get(theCase.id, text),
    ]),
  );
}

function present(
  { findings, points }: LetterChecked,
  theCase: Case,
  { person, hash }: { readonly person: Person; readonly hash: TextHash },
): LetterCheck {
  const missing = missingIn(findings);
  const looks = findings.filter(({ standing }) => standing === "look").length;
  return {
    title: title(missing.length, looks),
    ...(points.total === 0 ? {} : { points: pointsWords(points) }),
    findings: [...findings],
    ...(missing.length === 0 ? {} : { incomplete: missingWords(missing) }),
    ...(missing.length > 0 && mayOverride(theCase, person)
      ? { override: overriding(missing, hash) }
      : {}),
  };
}

function title(missing: number, looks: number): string {
  if (missing + looks === 0) return "nothing missing";
  return [
    ...(missing === 0 ? ["nothing missing"] : [`${missing} missing`]),
    ...(looks === 0 ? [] : [`${looks} worth a look`]),
  ].join(", ");
}

function pointsWords({ decided, total }: LetterChecked["points"]): string {
  return `Points answered: ${decided} of ${total}`;
}

function overriding(
  missing: readonly string[],
  hash: TextHash,
): NonNullable<LetterCheck["override"]> {
  return {
    type: "submit",
    title: "Submit all the same",
    group: "The reply",
    form: {
      intro: [
        missingWords(missing),
        "The approver and the history will say that it was submitted without, and why.",
      ],
      fields: [
        { kind: "fixed", name: "text", value: hash },
        wordsField("overriding", "Why it goes all the same"),
      ],
    },
    primary: false,
    allowed: true,
  };
}
