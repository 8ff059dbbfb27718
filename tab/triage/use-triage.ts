import { useState } from "react";
import { CaseAction } from "#api/contract/case-action.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useCaseAction } from "../queries/case-action.ts";

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

/** Records what a message is and who takes it. Says what was done, or nothing when it was not. */
export function useTriage(caseId: string) {
  const classifying = useCaseAction(caseId);
  const assigning = useCaseAction(caseId);
  const [classified, setClassified] = useState<string>();
  const [gaps, setGaps] = useState<TriageGaps>({});

  const classify = async (action: CaseAction): Promise<string> => {
    // When only the assignment failed, pressing again must not classify again.
    if (classified !== undefined) return classified;
    const { message } = await classifying.act(action);
    setClassified(message);
    return message;
  };
  const confirm = async (answers: TriageAnswers): Promise<string | undefined> => {
    const { caseType, service, officer } = answers;
    const action = CaseAction.safeParse({ type: "classify", caseType, service });
    setGaps(action.success ? {} : gapsIn(answers));
    if (!action.success) return undefined;
    try {
      const message = await classify(action.data);
      if (officer === "" || !needsOfficer(answers)) return message;
      return (await assigning.act({ type: "assign", officer })).message;
    } catch {
      // Shown from `problem`.
      return undefined;
    }
  };
  return {
    confirm,
    gaps,
    classified: classified !== undefined,
    acting: classifying.acting || assigning.acting,
    problem: classifying.problem ?? assigning.problem,
  };
}

function gapsIn({ caseType, service }: TriageAnswers): TriageGaps {
  return {
    ...(caseType === "" && { caseType: "Say what the message is." }),
    ...(service === "" && { service: "Choose the service it is about." }),
  };
}
