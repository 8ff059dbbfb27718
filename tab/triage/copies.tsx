import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { HandledTogether, LookAlikes } from "#api/contract/triage.ts";
import { useHandleTogether } from "../queries/handle-together.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";
import { AlikeCard, AlikeLine } from "./alike-card.tsx";
import { NotDone } from "./not-done.tsx";
import type { OnDecided } from "./use-triage.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  press: { justifySelf: "start" },
});

type CopiesProps = {
  readonly detail: CaseDetail;
  readonly found: LookAlikes;
  readonly onDecided: OnDecided;
};

/** The same person's other messages of these words, to be answered with the first of them. */
export function Copies({ detail, found, onDecided }: CopiesProps) {
  const styles = useStyles();
  const handle = useHandleTogether();
  const [failed, setFailed] = useState<HandledTogether["cases"]>([]);
  const { caseId, complainant } = detail.row;
  const { copies, first } = found;
  const waiting = copies.filter((one) => one.waiting).map((one) => one.caseId);
  const repeats = [caseId, ...waiting].filter((one) => one !== first);

  const { press, pressing, problem } = usePress(async () => {
    const { cases } = await handle({ kind: "duplicates", cases: repeats, lead: first });
    const done = cases.flatMap((each) => (each.done ? [each.caseId] : []));
    setFailed(cases.filter((each) => !each.done));
    if (done.length > 0) onDecided(doneWords(done.length, first), done);
  });
  if (copies.length === 0) return null;
  return (
    <AlikeCard title={`${complainant} wrote nearly the same ${timesWords(copies.length)}`}>
      <ul className={styles.list}>
        {copies.map((one) => (
          <li key={one.caseId}>
            <AlikeLine one={one} />
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNotice error={problem} />}
      <NotDone cases={failed} />
      {repeats.length > 0 && (
        <Button className={styles.press} disabledFocusable={pressing} onClick={() => press()}>
          {first === caseId
            ? "Keep this one, set the others aside"
            : `Set aside, answered with ${first}`}
        </Button>
      )}
    </AlikeCard>
  );
}

function timesWords(copies: number): string {
  return copies === 1 ? "once more" : `${copies} times more`;
}

function doneWords(done: number, first: string): string {
  return done === 1
    ? `Set aside as a duplicate of ${first}.`
    : `${done} were set aside as duplicates of ${first}.`;
}
