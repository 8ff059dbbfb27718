import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { NeedsCare } from "../case-view/needs-care.tsx";
import { ReachableAt } from "../case-view/reachable-at.tsx";
import { Message } from "../conversation/message.tsx";
import { MessageText, WholeText } from "../conversation/message-text.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { LearnedFacts } from "./learned-facts.tsx";
import { TriageDecision } from "./triage-decision.tsx";
import type { OnDecided } from "./use-triage.ts";

const twoColumns = "@media (min-width: 900px)";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    overflowY: "auto",
    minHeight: 0,
    [twoColumns]: {
      gridTemplateColumns: "minmax(0, 1fr) minmax(340px, min(40%, 520px))",
      alignContent: "stretch",
      overflowY: "hidden",
    },
  },
  message: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    [twoColumns]: { overflowY: "auto" },
  },
  subject: {
    ...typographyStyles.subtitle2,
    margin: 0,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  decision: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [twoColumns]: {
      overflowY: "auto",
      borderTopStyle: "none",
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

type TriageMessageProps = {
  readonly detail: CaseDetail;
  readonly onDecided: OnDecided;
};

/** The message as the citizen wrote it, and beside it the decision. */
export function TriageMessage({ detail, onDecided }: TriageMessageProps) {
  const styles = useStyles();
  const formId = useId();
  const { row, complainant } = detail;
  // Looked at once: the decision itself takes the action away before it is complete.
  const [classify] = useState(() => detail.actions.find((each) => each.type === "classify"));

  const confirmOnEnter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || event.repeat || isControl(event.target)) return;
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  };
  return (
    <div className={styles.columns} onKeyDown={confirmOnEnter}>
      <section aria-label="Message" className={styles.message}>
        <Subject subject={row.subject} />
        <div className={styles.facts}>
          <span>{row.caseId}</span>
          <ReachableAt complainant={complainant} />
          <RouteLink to={`/cases/${row.caseId}`}>Open the case</RouteLink>
        </div>
        <LearnedFacts detail={detail} />
        <NeedsCare attention={detail.attention} care={detail.care} />
        {detail.conversation.map((message) => (
          <Message key={message.id} caseId={row.caseId} caseSubject={row.subject} message={message}>
            {message.direction === "in" ? (
              <WholeText text={message.text} />
            ) : (
              <MessageText message={message} />
            )}
          </Message>
        ))}
      </section>
      <section aria-label="Decision" className={styles.decision}>
        {classify?.allowed === true ? (
          <TriageDecision detail={detail} formId={formId} onDecided={onDecided} />
        ) : (
          <p>
            {classify?.why ?? "Somebody has already decided what this message is."}{" "}
            <RouteLink to={`/cases/${row.caseId}`}>Open the case</RouteLink>
          </p>
        )}
      </section>
    </div>
  );
}

/** Enter means its own thing on these. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, select, textarea") !== null;
}

/** Takes the focus, so that Enter confirms and the message is what is read out next; not from who is looking for a case. */
function Subject({ subject }: { readonly subject: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest("[role=search]")) return;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.subject}>
      {subject}
    </h2>
  );
}
