import { useState } from "react";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import type { ApiProblem } from "../api-problem.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { AskingDialog } from "../ui/asking-dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { type Answers, firstAnswers } from "./answers.ts";
import { FormFields } from "./form-fields.tsx";
import { PreparedLetter } from "./prepared-letter.tsx";

type ActionDialogProps = {
  readonly caseId: string;
  readonly action: OfferedAction;
  /** Hears in words what was done. */
  readonly onDone: (message: string) => void;
  readonly onCancel: () => void;
};

/** Asks what an action needs, sends it once, and stays open with everything kept if that fails. */
export function ActionDialog({ caseId, action, onDone, onCancel }: ActionDialogProps) {
  const act = useCaseAction(caseId);
  const { form, title, type } = action;
  const [first] = useState(() => firstAnswers(form));
  const [answers, setAnswers] = useState<Answers>(first);
  const { press, pressing, problem } = usePress(async () => {
    onDone((await act({ ...answers, type })).message);
  });
  return (
    <AskingDialog
      title={`${title}: ${caseId}`}
      send={title}
      isSending={pressing}
      isUntouched={answers === first}
      problem={problem}
      onSend={press}
      onCancel={onCancel}
    >
      <FormFields
        caseId={caseId}
        form={form}
        answers={answers}
        problems={problem?.fields ?? {}}
        onAnswer={(name, answer) => setAnswers({ ...answers, [name]: answer })}
        renderLetter={({ name, label }, wrong) => (
          <PreparedLetter
            caseId={caseId}
            label={label}
            decision={{ ...answers, type }}
            changed={String(answers[name] ?? "")}
            problem={wrong}
            onChange={(text) => setAnswers((before) => ({ ...before, [name]: text }))}
          />
        )}
      />
      {problem !== undefined && !isSaidBeside(problem, answers) && (
        <ProblemNotice error={problem} kept="What you filled in is still here." />
      )}
    </AskingDialog>
  );
}

/** Whether everything that is wrong stands beside the field it is about. */
function isSaidBeside({ fields }: ApiProblem, answers: Answers): boolean {
  const names = Object.keys(fields);
  return names.length > 0 && names.every((name) => name in answers);
}
