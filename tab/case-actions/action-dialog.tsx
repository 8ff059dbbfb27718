import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  type DialogOpenChangeData,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type MouseEvent,
  type SubmitEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import type { ApiProblem } from "../api-problem.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { type Answers, firstAnswers } from "./answers.ts";
import { FormFields } from "./form-fields.tsx";

const useStyles = makeStyles({
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

type ActionDialogProps = {
  readonly caseId: string;
  readonly action: OfferedAction;
  /** Hears in words what was done. */
  readonly onDone: (message: string) => void;
  readonly onCancel: () => void;
};

/** Asks what an action needs, sends it once, and stays open with everything kept if that fails. */
export function ActionDialog({ caseId, action, onDone, onCancel }: ActionDialogProps) {
  const styles = useStyles();
  const act = useCaseAction(caseId);
  const { form, title, type } = action;
  const [first] = useState(() => firstAnswers(form));
  const [answers, setAnswers] = useState<Answers>(first);
  const { press, pressing, problem } = usePress(async () => {
    onDone((await act({ ...answers, type })).message);
  });
  const formElement = useFocusOnProblem(problem);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    press();
  };
  // A click beside the dialog must not throw away what somebody wrote.
  const close = ({ type: how }: DialogOpenChangeData) => {
    if (how !== "backdropClick" || answers === first) onCancel();
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => close(data)}>
      <DialogSurface backdrop={{ onMouseDown: keepFocus }}>
        <form ref={formElement} onSubmit={send} onKeyDown={sendOnControlEnter} noValidate>
          <DialogBody>
            <DialogTitle>
              {title}: {caseId}
            </DialogTitle>
            <DialogContent className={styles.content}>
              <FormFields
                form={form}
                answers={answers}
                problems={problem?.fields ?? {}}
                onAnswer={(name, answer) => setAnswers({ ...answers, [name]: answer })}
              />
              {problem !== undefined && !isSaidBeside(problem, answers) && (
                <ProblemNotice error={problem} kept="What you filled in is still here." />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={pressing}>
                {pressing ? "Sending…" : title}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** Takes the person to the first answer that will not do. */
function useFocusOnProblem(problem: ApiProblem | undefined) {
  const formElement = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = formElement.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [];
    const first = [...fields].find(
      ({ dataset }) => (dataset.field ?? "") in (problem?.fields ?? {}),
    );
    first?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [problem]);
  return formElement;
}

/** Whether everything that is wrong stands beside the field it is about. */
function isSaidBeside({ fields }: ApiProblem, answers: Answers): boolean {
  const names = Object.keys(fields);
  return names.length > 0 && names.every((name) => name in answers);
}

// Otherwise a click beside the dialog leaves the focus nowhere, and Escape does nothing.
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** In a text, Enter begins a new line. */
function sendOnControlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
