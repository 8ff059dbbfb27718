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
import { useState } from "react";
import { fieldValueOf, instantOfFieldValue, dateTimeInWords } from "./london-time.ts";

type CustomTimeDialogProps = {
  readonly now: Date;
  readonly onMove: (to: Date) => void;
  readonly onClose: () => void;
};

/** Asks for any later date and time by London's clocks. */
export function CustomTimeDialog({ now, onMove, onClose }: CustomTimeDialogProps) {
  const [value, setValue] = useState(() => fieldValueOf(now));
  const [problem, setProblem] = useState<string>();
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    const to = instantOfFieldValue(value);
    if (to === undefined) {
      setProblem("Enter a full date and time.");
    } else if (to <= now) {
      setProblem(`The clock only goes forward. Choose a time after ${dateTimeInWords(now)}.`);
    } else {
      onClose();
      onMove(to);
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface aria-describedby={undefined}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>Move the clock</DialogTitle>
            <DialogContent>
              <Field
                label="New date and time, in London"
                validationMessage={problem ?? null}
                required
              >
                <Input
                  type="datetime-local"
                  value={value}
                  onChange={(_, data) => setValue(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary">
                Move the clock
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
