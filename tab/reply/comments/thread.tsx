import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CommentThread } from "#api/contract/drafts.ts";
import { useCaseAction } from "../../queries/case-action.ts";
import { momentWords } from "../../ui/dates.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePress } from "../../ui/use-press.ts";
import type { Passage } from "./passage.ts";

const useStyles = makeStyles({
  thread: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    overflowWrap: "anywhere",
  },
  said: { margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  who: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type ThreadProps = {
  readonly caseId: string;
  readonly comment: CommentThread;
  readonly mayAnswer: boolean;
  /** Brings the words it is about into sight; false when they are no longer there. */
  readonly onShow: (about: Passage) => boolean;
};

/** One comment with its answers. */
export function Thread({ caseId, comment, mayAnswer, onShow }: ThreadProps) {
  const styles = useStyles();
  const { about, answers, resolved } = comment;
  return (
    <article aria-label={`Comment by ${comment.by}`} className={styles.thread}>
      {about !== undefined && <Quoted about={about} onShow={onShow} />}
      <Said {...comment} />
      {answers.map((answer) => (
        <Said key={answer.at} {...answer} />
      ))}
      {resolved !== undefined && (
        <span className={styles.who}>
          Resolved by {resolved.by}, {momentWords(resolved.at)}
        </span>
      )}
      {resolved === undefined && mayAnswer && <Answering caseId={caseId} id={comment.id} />}
    </article>
  );
}

function Quoted({ about, onShow }: { readonly about: Passage } & Pick<ThreadProps, "onShow">) {
  const styles = useStyles();
  const [gone, setGone] = useState(false);
  return (
    <>
      <blockquote className={styles.quote}>{about.quote}</blockquote>
      {gone ? (
        <span role="status" className={styles.who}>
          About words that are no longer there.
        </span>
      ) : (
        <div>
          <Button size="small" onClick={() => setGone(!onShow(about))}>
            Show in the letter
          </Button>
        </div>
      )}
    </>
  );
}

function Said({ by, at, words }: Pick<CommentThread, "by" | "at" | "words">) {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.who}>
        {by}, {momentWords(at)}
      </span>
      <p className={styles.said}>{words}</p>
    </div>
  );
}

function Answering({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const styles = useStyles();
  const act = useCaseAction(caseId);
  const [words, setWords] = useState<string>();
  const { press, pressing, problem } = usePress(async (type: "answer" | "resolve") => {
    if (type === "resolve") await act({ type: "resolve-comment", comment: id });
    else await act({ type: "answer-comment", comment: id, words });
    setWords(undefined);
  });
  return (
    <>
      {words !== undefined && (
        <Field label="Answer">
          <Textarea value={words} onChange={(_event, { value }) => setWords(value)} />
        </Field>
      )}
      {problem !== undefined && <ProblemNotice error={problem} kept="Nothing was recorded." />}
      <div className={styles.buttons}>
        {words === undefined ? (
          <Button size="small" onClick={() => setWords("")}>
            Answer
          </Button>
        ) : (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={pressing || words.trim() === ""}
            onClick={() => press("answer")}
          >
            Send the answer
          </Button>
        )}
        <Button size="small" disabledFocusable={pressing} onClick={() => press("resolve")}>
          Resolve
        </Button>
      </div>
    </>
  );
}
