import { useRef } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useLetterCheck } from "../queries/letter-check.ts";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useToast } from "../ui/toasts.tsx";
import { Comments } from "./comments/comments.tsx";
import { Enclosures } from "./enclosures.tsx";
import { Editor } from "./editor.tsx";
import { LetterCheckPanel } from "./letter-check.tsx";
import { LetterTools } from "./letter-tools.tsx";
import { showWords } from "./show-words.ts";
import { SubmitBar, useSubmitting } from "./submit-bar.tsx";
import type { UnsavedWords } from "./unsaved/words.ts";
import { useUnsavedWords } from "./unsaved/use-unsaved-words.ts";
import { WordsToCopy } from "./unsaved/words-to-copy.tsx";
import { useDraft } from "./use-draft.ts";
import { withPart } from "./with-part.ts";

type WritingProps = {
  readonly detail: CaseDetail;
  /** Where the check of the letter is shown. */
  readonly beside: HTMLElement | null;
  /** Where to go once the reply is submitted. */
  readonly casePath: string;
};

/** The editor, once it is known what of the letter was not saved the last time. */
export function Writing(props: WritingProps) {
  const words = useUnsavedWords(props.detail.row);
  if (words === undefined) {
    return <SkeletonLines label="Opening the letter" widths={[90, 95, 85, 90]} />;
  }
  return <WritingDesk {...props} words={words} />;
}

type WritingDeskProps = WritingProps & { readonly words: UnsavedWords };

/** The editor and, below it, the one step that follows writing. */
function WritingDesk({ detail, beside, casePath, words }: WritingDeskProps) {
  const navigate = useNavigate();
  const toast = useToast();
  const { keeper, state } = useDraft(detail, words);
  const { caseId } = detail.row;
  const writing = useRef<HTMLDivElement>(null);
  const { check, error: unchecked, isOf } = useLetterCheck(caseId, state.text);
  const done = (message: string) => {
    toast(message);
    void navigate(casePath);
  };
  const submitting = useSubmitting(caseId, keeper, done);
  const locked = submitting.pressing || submitting.overriding;
  return (
    <>
      <WordsToCopy left={words.left.filter(({ stage }) => stage !== detail.row.stage)} />
      <LetterTools caseId={caseId} keeper={keeper} state={state} locked={locked} />
      <div ref={writing}>
        <Editor detail={detail} keeper={keeper} state={state} locked={locked} />
      </div>
      <Enclosures detail={detail} locked={locked} />
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
      <SubmitBar
        detail={detail}
        submitting={submitting}
        isEmpty={state.text.trim() === ""}
        // What was typed since the last answer is judged when it is submitted.
        incomplete={isOf === state.text ? check?.incomplete : undefined}
        allTheSame={check?.override}
        onDone={done}
      />
    </>
  );
}

function fieldIn(writing: HTMLElement | null): HTMLElement | null {
  return writing?.querySelector<HTMLElement>("textarea, [contenteditable=true]") ?? null;
}
