import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { momentWords } from "../ui/dates.ts";
import { DueDates } from "./due-dates.tsx";
import { NeedsCare } from "./needs-care.tsx";
import { ReachableAt } from "./reachable-at.tsx";

const useStyles = makeStyles({
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  reference: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  subject: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
});

/** Which case this is, what to mind about it, and when it is due. */
export function CaseHead({ detail }: { readonly detail: CaseDetail }) {
  const styles = useStyles();
  const { row, complainant, attention, care } = detail;
  const clocks = detail.clocks.filter((clock) => clock.stage === row.stage);
  const facts = [row.stageWords, detail.typeWords, row.serviceName, row.progress];
  return (
    <header className={styles.head}>
      <div className={styles.facts}>
        <span className={styles.reference}>{row.caseId}</span>
        {facts
          .filter((fact) => fact !== undefined && fact !== "")
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </div>
      <Subject subject={row.subject} />
      <div className={styles.facts}>
        <ReachableAt complainant={complainant} />
        <span>
          Received <time dateTime={detail.receivedAt}>{momentWords(detail.receivedAt)}</time> by{" "}
          {detail.channel.replace("-", " ")}
        </span>
      </div>
      <NeedsCare attention={attention} care={care} />
      <DueDates clocks={clocks} />
    </header>
  );
}

/** Takes the focus when the case opens, so that reading goes on from here. */
function Subject({ subject }: { readonly subject: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.subject}>
      {subject}
    </h2>
  );
}
