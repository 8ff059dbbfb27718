import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { type ActionAccepted, CaseAction } from "#api/contract/case-action.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

/** What is wrong with a field of the form, by the field's name. */
export type FieldProblems = Readonly<Record<string, string>>;

export type DialogEnd = {
  readonly onDone: (accepted: ActionAccepted) => void;
  readonly onCancel: () => void;
};

type ActionDialogProps = DialogEnd & {
  readonly caseId: string;
  readonly heading: string;
  readonly confirm: string;
  /** What the form says so far; the contract tells whether it is an action yet. */
  readonly candidate: Readonly<Record<string, unknown>>;
  readonly children: (problems: FieldProblems) => ReactNode;
};

/** Asks for what an action needs, sends it once, and stays open with everything kept if that fails. */
export function ActionDialog(props: ActionDialogProps) {
  const { caseId, heading, confirm, candidate, children, onDone, onCancel } = props;
  const styles = useStyles();
  const act = useCaseAction(caseId);
  const { press, pressing, problem } = usePress(async (action: CaseAction) => {
    onDone(await act(action));
  });
  const [problems, setProblems] = useState<FieldProblems>({});

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const action = CaseAction.safeParse(candidate);
    setProblems(action.success ? {} : problemsOf(action.error.issues));
    if (action.success) press(action.data);
  };
  return (
    <Dialog open modalType="modal" onOpenChange={onCancel}>
      <DialogSurface>
        <form onSubmit={send} noValidate>
          <DialogBody>
            <DialogTitle>{heading}</DialogTitle>
            <DialogContent className={styles.content}>
              {children(problems)}
              {problem !== undefined && (
                <ProblemNotice error={problem} kept="What you filled in is still here." />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={pressing}>
                {pressing ? "Sending…" : confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): FieldProblems {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}
