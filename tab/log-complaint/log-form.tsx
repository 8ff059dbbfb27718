import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from "react";
import { type ComplaintLogged, LogComplaint } from "#api/contract/log-complaint.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { ArrivalFields, PersonFields, WordsFields } from "./log-fields.tsx";
import { emptyNotes, filledFrom, type Notes, type NoteProblems } from "./notes.ts";
import { type Filled, useLogging } from "./use-logging.ts";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    maxWidth: "720px",
  },
  send: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    "@media (hover: none)": { display: "none" },
  },
});

/** What somebody takes down while a person speaks; it stays until it is logged. */
export function LogForm({ onLogged }: { readonly onLogged: (logged: ComplaintLogged) => void }) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [notes, setNotes] = useState<Notes>(emptyNotes);
  const [problems, setProblems] = useState<NoteProblems>({});
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const log = useLogging();
  const { press, pressing, problem } = usePress(async (filled: Filled) => {
    onLogged(await log(filled));
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = filledFrom(notes);
    // The id is given when it is sent; any will do to see whether the rest is complete.
    const checked = LogComplaint.safeParse({ ...filled, actionId: "not-sent" });
    const found = checked.success ? {} : problemsOf(checked.error.issues);
    setProblems(found);
    if (checked.success) press(filled);
    else focusFirst(form.current, found);
  };
  const sendOnCtrlEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const fields = {
    notes,
    problems,
    onChange: (change: Partial<Notes>) => setNotes((before) => ({ ...before, ...change })),
  };
  return (
    <form ref={form} className={styles.form} onSubmit={send} onKeyDown={sendOnCtrlEnter} noValidate>
      <ArrivalFields {...fields} />
      <PersonFields {...fields} />
      <WordsFields {...fields} />
      {problem !== undefined && (
        <ProblemNotice error={problem} kept="What you wrote is still here." />
      )}
      <div className={styles.send}>
        <Button type="submit" appearance="primary" disabledFocusable={pressing}>
          {pressing ? "Logging…" : "Log it"}
        </Button>
        <span className={styles.hint}>Ctrl+Enter logs it from anywhere</span>
      </div>
    </form>
  );
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): NoteProblems {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path.at(-1)), message]));
}

function focusFirst(form: HTMLFormElement | null, problems: NoteProblems): void {
  const fields = form?.querySelectorAll<HTMLElement>("input[name], textarea[name]") ?? [];
  [...fields].find((field) => (field.getAttribute("name") ?? "") in problems)?.focus();
}
