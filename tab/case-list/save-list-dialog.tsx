import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

type SaveListDialogProps = {
  readonly onSave: (name: string) => Promise<void>;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
};

/** Asks under which name a list is kept as it is shown now. */
export function SaveListDialog({ onSave, onDone, onCancel }: SaveListDialogProps) {
  const [written, setWritten] = useState("");
  const name = written.trim();
  const { press, pressing, problem } = usePress(async () => {
    await onSave(name);
    onDone(name);
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (name !== "") press();
  };
  return (
    <Dialog open modalType="modal" onOpenChange={onCancel}>
      <DialogSurface>
        <form onSubmit={send} noValidate>
          <DialogBody>
            <DialogTitle>Save this list</DialogTitle>
            <DialogContent>
              <Field label="Name" hint="One of the same name is replaced." required>
                <Input
                  value={written}
                  maxLength={40}
                  onChange={(_event, { value }) => setWritten(value)}
                />
              </Field>
              {problem !== undefined && <ProblemNotice error={problem} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={pressing || name === ""}
              >
                {pressing ? "Saving…" : "Save"}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
