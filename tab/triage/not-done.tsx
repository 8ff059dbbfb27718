import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { HandledTogether } from "#api/contract/triage.ts";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "1.2em" },
  line: { overflowWrap: "anywhere" },
});

/** The cases that a decision for several did not reach, each with why. */
export function NotDone({ cases }: { readonly cases: HandledTogether["cases"] }) {
  const styles = useStyles();
  if (cases.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not recorded for {cases.length}</MessageBarTitle>
        <ul className={styles.list}>
          {cases.map(({ caseId, words }) => (
            <li key={caseId} className={styles.line}>
              {caseId}: {words}
            </li>
          ))}
        </ul>
        The others are done. Confirm again to try these once more.
      </MessageBarBody>
    </MessageBar>
  );
}
