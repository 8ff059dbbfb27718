import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { useSettleMail } from "../queries/assurance.ts";
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
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    press();
  };
  const wrong = problem?.fields.reason;
  return (
    <Dialog open modalType="modal" onOpenChange={onCancel}>
      <DialogSurface>
        <form onSubmit={send} noValidate>
          <DialogBody>
            <DialogTitle>Set aside</DialogTitle>
            <DialogContent>
              <p>{title}. Nobody will answer it. Your name and reason stay in the ledger.</p>
              <Field
                label="Why it needs no case"
                required
                {...(wrong === undefined
                  ? {}
                  : { validationState: "error", validationMessage: wrong })}
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
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={pressing}>
                {pressing ? "Sending…" : "Set aside"}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
