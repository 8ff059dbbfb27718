import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { type KeyboardEvent, type SubmitEvent, useEffect, useMemo, useRef, useState } from "react";
import { type ComplaintLogged, LogComplaint } from "#api/contract/log-complaint.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { enclosed, problemOfFiles } from "./chosen-files.ts";
import { FileField } from "./file-field.tsx";
import { keptNotesOf } from "./kept-notes.ts";
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

type LogFormProps = {
  readonly personId: string;
  readonly onLogged: (logged: ComplaintLogged) => void;
};

/** What somebody takes down while a person speaks; it stays until it is logged. */
export function LogForm({ personId, onLogged }: LogFormProps) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const kept = useMemo(() => keptNotesOf(personId), [personId]);
  const [begun, setBegun] = useState(() => kept.read());
  const [notes, setNotes] = useState<Notes>(() => begun ?? emptyNotes());
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problems, setProblems] = useState<NoteProblems>({});
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const log = useLogging();
  const { press, pressing, problem } = usePress(async (filled: Filled) => {
    const attachments = files.length === 0 ? {} : { attachments: await enclosed(files) };
    const logged = await log({ ...filled, ...attachments });
    kept.clear();
    onLogged(logged);
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = filledFrom(notes);
    // The id is given when it is sent; any will do to see whether the rest is complete.
    const checked = LogComplaint.safeParse({ ...filled, actionId: "not-sent" });
    const found = checked.success ? {} : problemsOf(checked.error.issues);
    setProblems(found);
    if (!checked.success) focusFirst(form.current, found);
    else if (problemOfFiles(files) === undefined) press(filled);
  };
  const sendOnCtrlEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const fields = {
    notes,
    problems,
    onChange: (change: Partial<Notes>) => {
      const changed = { ...notes, ...change };
      setNotes(changed);
      kept.keep(changed);
    },
  };
  const startAnew = () => {
    kept.clear();
    setBegun(undefined);
    setNotes(emptyNotes());
    setFiles([]);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={send} onKeyDown={sendOnCtrlEnter} noValidate>
      {begun !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            What you had begun is here again. Files have to be attached once more.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={startAnew}>
              Start anew
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <ArrivalFields {...fields} />
      <PersonFields {...fields} />
      <WordsFields {...fields} />
      <FileField files={files} onChange={setFiles} />
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
