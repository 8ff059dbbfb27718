import { makeStyles, tokens } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { ForPost } from "../case-view/for-post.tsx";
import { Letter } from "../case-view/letter.tsx";

const useStyles = makeStyles({
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  head: {
    display: "block",
    textAlign: "end",
    whiteSpace: "pre-line",
    "&::first-line": { fontWeight: "bold" },
  },
  lines: { display: "block", marginBlock: tokens.spacingVerticalXL, whiteSpace: "pre-line" },
});

type OnPaperProps = {
  readonly detail: CaseDetail;
  readonly post: NonNullable<CaseDetail["post"]>;
  readonly text: string;
  /** The hash of what is written, once that is saved. */
  readonly saved: string | undefined;
};

/** The reply as it would be posted: letterhead, addresses, and print as large as the person needs. */
export function OnPaper({ detail, post, text, saved }: OnPaperProps) {
  const styles = useStyles();
  const { caseId } = detail.row;
  return (
    <div className={styles.all}>
      <ForPost caseId={caseId} text={saved} isDraft notes={post.notes} />
      <Letter
        label={`The reply as a letter to ${detail.complainant.name}`}
        text={text}
        points={post.points}
        head={
          <>
            <span className={styles.head}>{post.letterhead.join("\n")}</span>
            <span className={styles.lines}>
              {`Our reference: ${caseId}\n${post.date}\n\n${post.to.join("\n")}`}
            </span>
          </>
        }
      />
    </div>
  );
}
