import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState, type RefObject } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { CommentThread } from "#api/contract/drafts.ts";
import { useCaseAction } from "../../queries/case-action.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePress } from "../../ui/use-press.ts";
import { openCommentsOf } from "./open-comments.ts";
import { selectedPassage, selectPassage, type Passage } from "./passage.ts";
import { Thread } from "./thread.tsx";

const useStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingVerticalM,
  },
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type CommentsProps = {
  readonly detail: CaseDetail;
  /** What holds the letter, to select words in. */
  readonly letter: RefObject<HTMLElement | null>;
};

/** What colleagues said of this letter, beside it; never part of what goes out. */
export function Comments({ detail, letter }: CommentsProps) {
  const styles = useStyles();
  const all = detail.comments ?? [];
  const open = openCommentsOf(detail);
  const resolved = all.filter((one) => one.resolved !== undefined);
  const may = (type: string) => detail.actions.some((each) => each.type === type && each.allowed);
  if (all.length === 0 && !may("comment-draft")) return null;
  const thread = (comment: CommentThread) => (
    <li key={comment.id}>
      <Thread
        caseId={detail.row.caseId}
        comment={comment}
        mayAnswer={may("answer-comment")}
        onShow={(about) => selectPassage(letter.current, about)}
      />
    </li>
  );
  return (
    <section aria-label="Comments" className={styles.panel}>
      <h2 className={styles.heading}>
        {open.length === 0 ? "Comments" : `Comments (${open.length} open)`}
      </h2>
      {open.length === 0 && <p className={styles.none}>Nobody waits for an answer.</p>}
      <ul className={styles.list}>{open.map(thread)}</ul>
      {resolved.length > 0 && (
        <details>
          <summary>
            {resolved.length === 1 ? "1 resolved comment" : `${resolved.length} resolved comments`}
          </summary>
          <ul className={styles.list}>{resolved.map(thread)}</ul>
        </details>
      )}
      {may("comment-draft") && <NewComment caseId={detail.row.caseId} letter={letter} />}
    </section>
  );
}

function NewComment({
  caseId,
  letter,
}: { readonly caseId: string } & Pick<CommentsProps, "letter">) {
  const styles = useStyles();
  const act = useCaseAction(caseId);
  const [about, setAbout] = useState<Passage | "whole letter">();
  const [words, setWords] = useState("");
  const { press, pressing, problem } = usePress(async () => {
    await act({
      type: "comment-draft",
      words,
      ...(about === undefined || about === "whole letter" ? {} : { about }),
    });
    setWords("");
    setAbout(undefined);
  });
  if (about === undefined) {
    return (
      <div>
        <Button onClick={() => setAbout(selectedPassage(letter.current) ?? "whole letter")}>
          Comment
        </Button>
      </div>
    );
  }
  const isWhole = about === "whole letter";
  return (
    <>
      {!isWhole && <blockquote className={styles.quote}>{about.quote}</blockquote>}
      <Field
        label={isWhole ? "Comment on the whole letter" : "Comment on these words"}
        {...(isWhole ? { hint: "To comment on some words, select them in the letter first." } : {})}
      >
        <Textarea value={words} onChange={(_event, { value }) => setWords(value)} />
      </Field>
      {problem !== undefined && (
        <ProblemNotice error={problem} kept="Your comment is still here." />
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={pressing || words.trim() === ""}
          onClick={press}
        >
          {pressing ? "Adding…" : "Add comment"}
        </Button>
        <Button onClick={() => setAbout(undefined)}>Cancel</Button>
      </div>
    </>
  );
}
