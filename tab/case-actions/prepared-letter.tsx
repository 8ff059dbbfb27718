import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { ErrorCircle20Regular, Eye20Regular } from "@fluentui/react-icons";
import { useId } from "react";
import type { FilledIn } from "#api/contract/case-action.ts";
import type { FindingLine } from "#api/contract/letter-check.ts";
import { Letter } from "../case-view/letter.tsx";
import { usePreparedLetter } from "../queries/prepared-letter.ts";
import { ReplyField } from "../reply/reply-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  findings: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  finding: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    gap: `0 ${tokens.spacingHorizontalS}`,
    overflowWrap: "anywhere",
  },
  missing: { color: tokens.colorPaletteRedForeground1 },
  look: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

type PreparedLetterProps = {
  readonly caseId: string;
  readonly label: string;
  /** The form as it stands. */
  readonly decision: FilledIn;
  /** The letter as it was changed by hand; empty while it follows the form. */
  readonly changed: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
};

/** The letter that a decision sends: it follows the form until somebody changes it by hand. */
export function PreparedLetter(props: PreparedLetterProps) {
  const { caseId, label, decision, changed, problem, onChange } = props;
  const styles = useStyles();
  const id = useId();
  const { prepared, error } = usePreparedLetter(caseId, decision);
  const isChanged = changed !== "";
  return (
    <section aria-labelledby={id} className={styles.part}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {label}
        </h3>
        {isChanged ? (
          <Button size="small" onClick={() => onChange("")}>
            Prepare it anew from the form
          </Button>
        ) : (
          <Button
            size="small"
            disabledFocusable={prepared === undefined}
            onClick={() => onChange(prepared?.text ?? "")}
          >
            Change the letter
          </Button>
        )}
      </div>
      {isChanged && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            You are changing the letter. What you fill in above no longer changes it.
          </MessageBarBody>
        </MessageBar>
      )}
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <Findings findings={prepared?.findings ?? []} />
      {isChanged ? (
        <ReplyField label={label} text={changed} locked={false} onWrite={onChange} />
      ) : prepared !== undefined ? (
        <Letter label={label} text={prepared.text} />
      ) : error === null ? (
        <SkeletonLines label="Preparing the letter" widths={[40, 90, 80, 85]} />
      ) : (
        <ProblemNotice error={error} kept="It goes as it is prepared from the form." />
      )}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly FindingLine[] }) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <ul aria-label="What the letter check says" className={styles.findings}>
      {findings.map(({ id, standing, words }) => (
        <li key={id} className={styles.finding}>
          {standing === "missing" ? (
            <ErrorCircle20Regular aria-label="Missing" className={styles.missing} />
          ) : (
            <Eye20Regular aria-label="Worth a look" className={styles.look} />
          )}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
