import { useState } from "react";
import type { FilledIn } from "#api/contract/case-action.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { HandledTogether } from "#api/contract/triage.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { useHandleTogether, type Together } from "../queries/handle-together.ts";
import { usePress } from "../ui/use-press.ts";

/** The answers to the triage questions, as far as they are given. */
export type TriageAnswers = {
  readonly caseType: string;
  readonly service: string;
  readonly about: string;
  readonly officer: string;
};

/** What is missing from the answers, by question. */
export type TriageGaps = Partial<Record<keyof TriageAnswers | "campaign", string>>;

/** Which others the same decision is for, and how the campaign is answered. */
export type TogetherWith = {
  readonly cases: readonly string[];
  readonly lead: string;
  readonly campaign: string;
};

/** Hears in words what was done, and of which cases. */
export type OnDecided = (message: string, caseIds: readonly string[]) => void;

/** The answers to begin with: what the service suggests. */
export function suggestedAnswers({ choices }: CaseDetail): TriageAnswers {
  return {
    caseType: choices.suggestedType?.id ?? "",
    service: choices.suggestedService?.id ?? "",
    about: choices.suggestedReason?.id ?? "",
    officer: "",
  };
}

/** Only a complaint is worked on as a case, by somebody. */
export const needsOfficer = ({ caseType }: TriageAnswers): boolean => caseType === "complaint";

/** Spam is nobody's: it is set aside without having been classified. */
export const isSpam = ({ caseType }: TriageAnswers): boolean => caseType === "spam";

/** Records what messages are and who takes them. */
export function useTriage({ row, choices }: CaseDetail, onDecided: OnDecided) {
  const { caseId } = row;
  const act = useCaseAction(caseId);
  const handle = useHandleTogether();
  // Once it is classified, only who takes it is left to say.
  const [classified, setClassified] = useState(row.status === "allocation");
  const [gaps, setGaps] = useState<TriageGaps>({});
  const [failed, setFailed] = useState<HandledTogether["cases"]>([]);

  const one = usePress(async (answers: TriageAnswers) => {
    if (isSpam(answers)) {
      const reason = reasonFor(answers, choices);
      onDecided((await act({ type: "set-aside", as: "spam", reason })).message, [caseId]);
      return;
    }
    // When only the assignment failed, pressing again must not classify again.
    let message = "";
    if (!classified) ({ message } = await act(classifying(answers, choices)));
    setClassified(true);
    const { officer } = answers;
    if (officer !== "" && needsOfficer(answers)) {
      ({ message } = await act({ type: "assign", officer }));
    }
    onDecided(message, [caseId]);
  });
  const all = usePress(async (together: Together) => {
    const { cases } = await handle(together);
    const done = cases.flatMap((each) => (each.done ? [each.caseId] : []));
    setFailed(cases.filter((each) => !each.done));
    if (done.length === cases.length) onDecided(`Recorded for ${done.length} messages.`, done);
  });
  const confirm = (answers: TriageAnswers, others: TogetherWith | undefined): void => {
    const open = gapsIn(answers, { classified, others });
    setGaps(open);
    if (Object.keys(open).length > 0) return;
    if (others === undefined) one.press(answers);
    else all.press(togetherFor(answers, choices, { ...others, cases: [caseId, ...others.cases] }));
  };
  return {
    ...{ confirm, gaps, classified, failed },
    pressing: one.pressing || all.pressing,
    problem: one.problem ?? all.problem,
  };
}

// What led to a suggestion is the reason for it once somebody confirms it.
function reasonFor({ caseType }: TriageAnswers, { suggestedType }: CaseDetail["choices"]): string {
  return suggestedType?.id === caseType ? suggestedType.why : "";
}

function classifying(answers: TriageAnswers, choices: CaseDetail["choices"]): FilledIn {
  const { caseType, service, about } = answers;
  const reason = reasonFor(answers, choices);
  return { type: "classify", caseType, service, about: needsOfficer(answers) ? about : "", reason };
}

function togetherFor(
  answers: TriageAnswers,
  choices: CaseDetail["choices"],
  { cases, lead, campaign }: TogetherWith,
): Together {
  const { caseType, service, about, officer } = answers;
  return {
    ...{ kind: "campaign", cases: [...cases], lead, campaign },
    ...{ caseType, service, reason: reasonFor(answers, choices) },
    ...(about === "" || !needsOfficer(answers) ? {} : { about }),
    ...(officer === "" || !needsOfficer(answers) ? {} : { officer }),
  } as Together;
}

function gapsIn(
  answers: TriageAnswers,
  { classified, others }: { classified: boolean; others: TogetherWith | undefined },
): TriageGaps {
  const { caseType, service, officer } = answers;
  return {
    ...(caseType === "" && { caseType: "Say what the message is." }),
    ...(service === "" && !isSpam(answers) && { service: "Choose the service it is about." }),
    ...(classified && officer === "" && { officer: "Choose who takes it." }),
    ...(others?.campaign.trim() === "" && { campaign: "Say what the campaign is called." }),
  };
}
