import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { CaseDetail, LearnedFact } from "#api/contract/case-detail.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  all: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    outlineStyle: "none",
  },
  note: { margin: 0, overflowWrap: "anywhere" },
  facts: { display: "grid", gap: tokens.spacingVerticalXS, margin: 0 },
  fact: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalS}`,
  },
  title: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** What the message itself says of its writer: each becomes part of the case with one press. */
export function LearnedFacts({ detail }: { readonly detail: CaseDetail }) {
  const styles = useStyles();
  const all = useRef<HTMLDivElement>(null);
  const act = useCaseAction(detail.row.caseId);
  const toast = useToast();
  const { press, pressing, problem } = usePress(async ({ action }: LearnedFact) => {
    const { message } = await act(action);
    toast(message);
    // The button is gone: Enter has to go on confirming the decision.
    all.current?.focus({ preventScroll: true });
  });
  const { notes = [], facts = [] } = detail.learned ?? {};
  return (
    <div ref={all} tabIndex={-1} className={styles.all}>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {facts.length > 0 && (
        <dl aria-label="From the message" className={styles.facts}>
          {facts.map((fact) => (
            <div key={`${fact.title} ${fact.value}`} className={styles.fact}>
              <dt className={styles.title}>{fact.title}</dt>
              <dd className={styles.value}>{fact.value}</dd>
              <dd className={styles.value}>
                <Button size="small" disabledFocusable={pressing} onClick={() => press(fact)}>
                  {fact.press}
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
    </div>
  );
}
