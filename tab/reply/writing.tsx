import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { ActionDialog } from "../case-actions/action-dialog.tsx";
import { useCaseAction } from "../queries/case-action.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { useLetterCheck } from "../queries/letter-check.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";
import { Comments } from "./comments/comments.tsx";
import { openCommentsOf } from "./comments/open-comments.ts";
import { Enclosures } from "./enclosures.tsx";
import { Editor } from "./editor.tsx";
import { LetterCheckPanel } from "./letter-check.tsx";
import { LetterTools } from "./letter-tools.tsx";
import { showWords } from "./show-words.ts";
import { useDraft } from "./use-draft.ts";
import { withPart } from "./with-part.ts";

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  why: { margin: 0, maxHeight: "25vh", overflowY: "auto" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type WritingProps = {
  readonly detail: CaseDetail;
  /** Where the check of the letter is shown. */
  readonly beside: HTMLElement | null;
  /** Where to go once the reply is submitted. */
  readonly casePath: string;
};

/** The editor and, below it, the one step that follows writing. */
export function Writing({ detail, beside, casePath }: WritingProps) {
  const styles = useStyles();
  const whyNot = useId();
  const navigate = useNavigate();
  const toast = useToast();
  const { keeper, state } = useDraft(detail);
  const { caseId } = detail.row;
  const submit = useSubmit(caseId);
  const [refusal, setRefusal] = useState<string>();
  const title = detail.actions.find((each) => each.type === "submit")?.title;
  const writing = useRef<HTMLDivElement>(null);
  const { check, error: unchecked, isOf } = useLetterCheck(detail.row.caseId, state.text);
  const [overriding, setOverriding] = useState(false);
  // What was typed since the last answer is judged when it is submitted.
  const incomplete = isOf === state.text ? check?.incomplete : undefined;

  const done = (message: string) => {
    toast(message);
    void navigate(casePath);
  };
  const { press, pressing, problem } = usePress(async () => {
    setRefusal(undefined);
    const draft = await keeper.save();
    if (draft === undefined) return;
    const outcome = await submit(draft.hash);
    if (outcome.ok) {
      done(outcome.words);
    } else {
      setRefusal(outcome.words);
    }
  });
  const { press: override, pressing: savingFirst } = usePress(async () => {
    if ((await keeper.save()) !== undefined) setOverriding(true);
  });
  return (
    <>
      <LetterTools caseId={caseId} keeper={keeper} state={state} locked={pressing || overriding} />
      <div ref={writing}>
        <Editor detail={detail} keeper={keeper} state={state} locked={pressing || overriding} />
      </div>
      <Enclosures detail={detail} locked={pressing || overriding} />
      <Comments detail={detail} letter={writing} />
      {beside !== null &&
        createPortal(
          <LetterCheckPanel
            check={check}
            failed={unchecked !== null}
            onShow={(words) => showWords(fieldIn(writing.current), words)}
            onAdd={(part) => keeper.write(withPart(state.text, part))}
          />,
          beside,
        )}
      <div className={styles.foot}>
        {refusal !== undefined && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{refusal}</MessageBarBody>
          </MessageBar>
        )}
        {problem !== undefined && <ProblemNotice error={problem} kept="Your reply is saved." />}
        <OpenComments detail={detail} />
        {incomplete !== undefined && (
          <p id={whyNot} className={styles.why}>
            {incomplete}
          </p>
        )}
        <div className={styles.buttons}>
          {title !== undefined && (
            <Button
              appearance="primary"
              aria-describedby={incomplete === undefined ? undefined : whyNot}
              disabledFocusable={pressing || state.text.trim() === "" || incomplete !== undefined}
              onClick={press}
            >
              {pressing ? "Submitting…" : title}
            </Button>
          )}
          {incomplete !== undefined && check?.override !== undefined && (
            <Button disabledFocusable={savingFirst} onClick={override}>
              {check.override.title}…
            </Button>
          )}
        </div>
        {overriding && check?.override !== undefined && (
          <ActionDialog
            caseId={detail.row.caseId}
            action={check.override}
            onDone={done}
            onCancel={() => setOverriding(false)}
          />
        )}
      </div>
    </>
  );
}

// They hold nobody back: what is still said between colleagues may be about something else.
function OpenComments({ detail }: Pick<WritingProps, "detail">) {
  const { length } = openCommentsOf(detail);
  if (length === 0) return null;
  return <span>{length === 1 ? "1 comment is open." : `${length} comments are open.`}</span>;
}

function fieldIn(writing: HTMLElement | null): HTMLElement | null {
  return writing?.querySelector<HTMLElement>("textarea, [contenteditable=true]") ?? null;
}

type Submitted = { readonly ok: boolean; readonly words: string };

/** Submits a saved draft, if the service still offers that once it has the draft. */
function useSubmit(caseId: string): (hash: string) => Promise<Submitted> {
  const { api } = useDesk();
  const client = useQueryClient();
  const act = useCaseAction(caseId);
  return async (hash) => {
    const { actions } = await client.query(caseQuery(api, caseId));
    const offered = actions.find((each) => each.type === "submit");
    if (offered?.allowed !== true) {
      return { ok: false, words: offered?.why ?? "This reply cannot be submitted now." };
    }
    const { message } = await act({ type: "submit", text: hash });
    return { ok: true, words: message };
  };
}
