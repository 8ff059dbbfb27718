import {
  Button,
  makeStyles,
  tokens,
  typographyStyles,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { ActionAccepted } from "#api/contract/case-action.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { EnclosedFiles } from "./enclosed-files.tsx";
import { ForPost } from "./for-post.tsx";
import { AfterLetter, BeforeLetter } from "./sign-off-sheet.tsx";
import { LetterFiles } from "./letter-files.tsx";
import { Letter } from "./letter.tsx";

const useStyles = makeStyles({
  panel: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type SubmissionPanelProps = {
  readonly detail: CaseDetail;
  readonly submission: NonNullable<CaseDetail["submission"]>;
  readonly onPress: (action: OfferedAction) => void;
  readonly onDecided: (accepted: ActionAccepted) => void;
};

/** A letter before its approver, in the order of the card: who and what, the letter, the decision. */
export function SubmissionPanel(props: SubmissionPanelProps) {
  const { detail, submission, onPress, onDecided } = props;
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const act = useCaseAction(detail.row.caseId);
  const { press, pressing, problem } = usePress(async () => {
    onDecided(await act({ type: "approve", text: submission.hash }));
  });
  const offered = (type: string) =>
    detail.actions.find((each) => each.type === type && each.allowed);
  const isApproved = detail.row.status === "sending";
  const approve = offered("approve");
  const others = ["return", "delegate", "take-over"].flatMap((type) => offered(type) ?? []);

  return (
    <section aria-label="Response" className={styles.panel}>
      <h3 className={styles.title}>Response to {detail.complainant.name}</h3>
      <BeforeLetter sheet={submission.sheet} />
      <Letter label="The response" text={submission.text} />
      <EnclosedFiles detail={detail} />
      <AfterLetter sheet={submission.sheet} />
      {offered("record-posting") === undefined ? (
        <LetterFiles
          caseId={detail.row.caseId}
          text={submission.hash}
          name={isApproved ? "letter" : "letter DRAFT"}
          title={isApproved ? "Download" : "Download draft"}
        />
      ) : (
        <ForPost
          caseId={detail.row.caseId}
          text={submission.hash}
          isDraft={false}
          notes={detail.post?.notes ?? []}
        />
      )}
      {problem !== undefined && <ProblemNotice error={problem} kept="Nothing was sent." />}
      {(approve !== undefined || others.length > 0) && (
        <div role="group" aria-label="Decision" className={styles.buttons}>
          {approve !== undefined && (
            <Button appearance="primary" disabledFocusable={pressing} onClick={press}>
              {pressing ? "Approving…" : approve.title}
            </Button>
          )}
          {others.map((action) => (
            <Button
              {...restoreFocus}
              key={action.type}
              disabledFocusable={pressing}
              onClick={() => onPress(action)}
            >
              {action.title}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
