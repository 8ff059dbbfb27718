import type { CaseDetail } from "../../contract/case-detail.ts";
import type { PointLine } from "../../contract/case-parts.ts";
import { newestWords } from "../../domain/case/response/versions.ts";
import { checkWords } from "../../domain/case/response/words.ts";
import { enclosedWith } from "../../domain/case/enclosures/rules.ts";
import { beforePosting, paperLetter } from "../../domain/letters/paper-letter.ts";
import { startingLetter } from "../../domain/letters/templates/starting-letter.ts";
import { letterInHand } from "../letters/letter-facts.ts";
import type { OpenedCase } from "./opened-case.ts";
import { signOffSheet } from "../letters/present-sign-off.ts";

type Letters = Pick<
  CaseDetail,
  "enclosures" | "draft" | "submission" | "returned" | "startingLetter" | "post"
>;

/** The letter of the present stage, wherever it is on its way; a sponsor reads it when the citizen does. */
export async function lettersOf(
  opened: OpenedCase,
  points: readonly PointLine[],
): Promise<Letters> {
  const { case: theCase, ports, names } = opened;
  const investigating = theCase.status === "investigating";
  if (opened.follows) return {};
  const letters: Letters = {};
  const draft = await draftOf(opened);
  if (draft !== undefined) letters.draft = draft;
  const submission = await submissionOf(opened);
  if (submission !== undefined) letters.submission = submission;
  if (investigating && theCase.returned !== undefined) {
    const { comment, by, at } = theCase.returned;
    letters.returned = { comment, by, at };
  }
  const enclosures =
    theCase.submission === undefined
      ? theCase.enclosures
      : enclosedWith(theCase, theCase.submission.text);
  if (enclosures.length > 0) letters.enclosures = enclosures.map((one) => ({ ...one }));
  if (investigating) {
    const answers = Object.fromEntries(
      points.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer.text]])),
    );
    letters.startingLetter = startingLetter(
      letterInHand(ports, theCase, { answers, serviceName: names.service }),
    );
  }
  if (investigating || submission !== undefined) letters.post = postOf(opened);
  return letters;
}

function postOf({ case: theCase, ports, today }: OpenedCase): NonNullable<Letters["post"]> {
  const { letterhead, to, date, points } = paperLetter(theCase, ports.settings, {
    text: "",
    today,
    isDraft: true,
  });
  return { letterhead, to, date, points, notes: beforePosting(theCase) };
}

async function draftOf({ case: theCase, ports, people }: OpenedCase): Promise<Letters["draft"]> {
  const draft = newestWords(theCase);
  if (draft === undefined) return undefined;
  return {
    stage: draft.stage,
    draft: draft.draft,
    hash: draft.text,
    savedAt: draft.savedAt,
    text: await ports.texts.get(theCase.id, draft.text),
    savedBy: people.find(({ id }) => id === draft.savedBy)?.name ?? "a colleague",
  };
}

async function submissionOf(opened: OpenedCase): Promise<Letters["submission"]> {
  const { case: theCase, ports, people, person } = opened;
  const { submission } = theCase;
  if (submission === undefined) return undefined;
  const letter = await ports.texts.get(theCase.id, submission.text);
  return {
    text: letter,
    sheet: await signOffSheet(ports, {
      case: theCase,
      letter,
      reader: person.id,
    }),
    hash: submission.text,
    by: people.find(({ id }) => id === submission.by)?.name ?? "a colleague",
    at: submission.at,
    approver: submission.approverName,
    checks: checkWords(submission),
  };
}
