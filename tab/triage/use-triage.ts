import { useState } from "react";
import type { FilledIn } from "#api/contract/case-action.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { usePress } from "../ui/use-press.ts";

/** The answers to the triage questions, as far as they are given. */
export type TriageAnswers = {
  readonly caseType: string;
  readonly service: string;
  readonly officer: string;
};

/** What is missing from the answers, by question. */
export type TriageGaps = Partial<Record<keyof TriageAnswers, string>>;

/** The answers to begin with: what the service suggests. */
export function suggestedAnswers({ choices }: CaseDetail): TriageAnswers {
  return {
    caseType: choices.suggestedType?.id ?? "",
    service: choices.suggestedService?.id ?? "",
    officer: "",
  };
}

/** Only a complaint is worked on as a case, by somebody. */
export const needsOfficer = ({ caseType }: TriageAnswers): boolean => caseType === "complaint";

/** Records what a message is and who takes it; `onDecided` hears in words what was done. */
export function useTriage(caseId: string, onDecided: (message: string) => void) {
  const act = useCaseAction(caseId);
  const [classified, setClassified] = useState<string>();
  const [gaps, setGaps] = useState<TriageGaps>({});

  const { press, pressing, problem } = usePress(
    async (classify: FilledIn, officer: string | undefined) => {
      // When only the assignment failed, pressing again must not classify again.
      const message = classified ?? (await act(classify)).message;
      setClassified(message);
      if (officer === undefined) onDecided(message);
      else onDecided((await act({ type: "assign", officer })).message);
    },
  );
  const confirm = (answers: TriageAnswers): void => {
    const { caseType, service, officer } = answers;
    const open = gapsIn(answers);
    setGaps(open);
    if (Object.keys(open).length > 0) return;
    const assigned = officer !== "" && needsOfficer(answers);
    press({ type: "classify", caseType, service }, assigned ? officer : undefined);
  };
  return { confirm, pressing, problem, gaps, classified: classified !== undefined };
}

function gapsIn({ caseType, service }: TriageAnswers): TriageGaps {
  return {
    ...(caseType === "" && { caseType: "Say what the message is." }),
    ...(service === "" && { service: "Choose the service it is about." }),
  };
}
