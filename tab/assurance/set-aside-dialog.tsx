import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useSettleMail } from "../queries/assurance.ts";
import { AskingDialog } from "../ui/asking-dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

type SetAsideDialogProps = {
  readonly id: string;
  readonly title: string;
  readonly onDone: (message: string) => void;
  readonly onCancel: () => void;
};

/** Asks why a mail needs no case; the ledger keeps the reason and who gave it. */
export function SetAsideDialog({ id, title, onDone, onCancel }: SetAsideDialogProps) {
  const settle = useSettleMail();
  const [reason, setReason] = useState("");
  const { press, pressing, problem } = usePress(async () => {
    onDone(await settle({ type: "set-aside", id, reason }));
  });
  const wrong = problem?.fields.reason;
  return (
    <AskingDialog
      title="Set aside"
      send="Set aside"
      isSending={pressing}
      isUntouched={reason === ""}
      problem={problem}
      onSend={press}
      onCancel={onCancel}
    >
      <div>{title}. Nobody will answer it. Your name and reason stay in the ledger.</div>
      <Field
        data-field="reason"
        label="Why it needs no case"
        required
        {...(wrong === undefined ? {} : { validationState: "error", validationMessage: wrong })}
      >
        <Textarea
          name="reason"
          value={reason}
          maxLength={500}
          onChange={(_event, { value }) => setReason(value)}
        />
      </Field>
      {problem !== undefined && wrong === undefined && (
        <ProblemNotice error={problem} kept="Your reason is still here." />
      )}
    </AskingDialog>
  );
}
