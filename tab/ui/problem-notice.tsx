import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { problemOf } from "../api-problem.ts";

const useStyles = makeStyles({
  reference: { color: tokens.colorNeutralForeground2, userSelect: "all" },
});

type ProblemNoticeProps = {
  readonly error: unknown;
  /** What became of the person's work, such as "Your words are kept here." */
  readonly kept?: ReactNode;
  readonly onRetry?: () => void;
};

/** What happened, what was kept, what to do, and the reference to quote. */
export function ProblemNotice({ error, kept, onRetry }: ProblemNoticeProps) {
  const styles = useStyles();
  const problem = problemOf(error);
  const intent = problem.caseHasChanged ? "warning" : "error";
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{problem.title}</MessageBarTitle> {problem.detail} {kept}{" "}
        {problem.reference !== undefined && (
          <span className={styles.reference}>Reference {problem.reference}</span>
        )}
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
