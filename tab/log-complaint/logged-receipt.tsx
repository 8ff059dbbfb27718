import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ComplaintLogged } from "#api/contract/log-complaint.ts";
import { RouteLink } from "../ui/route-link.tsx";

const useStyles = makeStyles({
  receipt: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    gap: tokens.spacingVerticalM,
  },
  reference: { ...typographyStyles.title3, margin: 0, outlineStyle: "none", userSelect: "text" },
  words: { margin: 0, maxWidth: "60ch" },
});

type LoggedReceiptProps = {
  readonly logged: ComplaintLogged;
  readonly onAnother: () => void;
};

/** The reference to give to the caller, large enough to read out, and what comes next. */
export function LoggedReceipt({ logged, onAnother }: LoggedReceiptProps) {
  const styles = useStyles();
  const reference = useRef<HTMLHeadingElement>(null);
  // What was filled in is gone, and with it the focus: the reference is what is read out next.
  useEffect(() => reference.current?.focus(), []);
  return (
    <section aria-label="Logged" className={styles.receipt}>
      <h2 ref={reference} tabIndex={-1} className={styles.reference}>
        {logged.caseId}
      </h2>
      <p className={styles.words}>{logged.message}</p>
      {logged.mayOpen ? (
        <RouteLink to={`/cases/${logged.caseId}`}>Open {logged.caseId}</RouteLink>
      ) : (
        <p className={styles.words}>The complaints team takes it from here.</p>
      )}
      <Button appearance="primary" onClick={onAnother}>
        Log another
      </Button>
    </section>
  );
}
