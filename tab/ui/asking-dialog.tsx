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
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useRef,
} from "react";
import type { ApiProblem } from "../api-problem.ts";

const useStyles = makeStyles({
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
  // On a phone the buttons stand below one another, as wide as the dialog.
  buttons: { "@media (min-width: 481px)": { "& button": { whiteSpace: "nowrap" } } },
});

type AskingDialogProps = {
  readonly title: ReactNode;
  /** What the button that sends it says. */
  readonly send: string;
  readonly isSending: boolean;
  /** Nothing is lost when it is closed by a click beside it. */
  readonly isUntouched: boolean;
  /** What was wrong with it the last time; its fields carry `data-field`. */
  readonly problem: ApiProblem | undefined;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** A dialog that asks something: sent by its button or Ctrl+Enter, and never thrown away by a stray click. */
export function AskingDialog(props: AskingDialogProps) {
  const { title, send, isSending, isUntouched, problem, onSend, onCancel, children } = props;
  const styles = useStyles();
  const formElement = useFocusOnProblem(problem);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_event, { type: how }) => {
        if (how !== "backdropClick" || isUntouched) onCancel();
      }}
    >
      <DialogSurface backdrop={{ onMouseDown: keepFocus }}>
        <form ref={formElement} onSubmit={submit} onKeyDown={sendOnControlEnter} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions className={styles.buttons}>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={isSending}>
                {isSending ? "Sending…" : send}
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
