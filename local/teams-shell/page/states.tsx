import { Body1, Button, makeStyles, Spinner, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  fill: {
    minHeight: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: "center",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: {
    maxWidth: "56ch",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** Says that something is on its way. */
export function Loading({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.fill} role="status">
      <Spinner label={`${label}…`} labelPosition="below" />
    </div>
  );
}

type ProblemProps = {
  readonly title: string;
  readonly message?: string | undefined;
  readonly onRetry: () => void;
};

/** Says what went wrong, and lets the visitor try again. */
export function Problem({ title, message, onRetry }: ProblemProps) {
  const styles = useStyles();
  return (
    <div className={styles.fill} role="alert">
      <Subtitle2 as="h1">{title}</Subtitle2>
      <Body1 className={styles.words}>{message}</Body1>
      <Button appearance="primary" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

/** Says what an empty place is for and what to do next. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.fill}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      <Body1 className={styles.words}>{children}</Body1>
    </div>
  );
}
