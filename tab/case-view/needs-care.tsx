import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import type { CareLine } from "#api/contract/case-parts.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  title: { fontWeight: tokens.fontWeightSemibold },
  when: { color: tokens.colorNeutralForeground2 },
  line: { overflowWrap: "anywhere" },
});

type NeedsCareProps = {
  /** What has to be looked at now, as sentences. */
  readonly attention: readonly string[];
  readonly care: readonly CareLine[];
};

/** What nobody may miss about a case: what happened, and what the person needs. */
export function NeedsCare({ attention, care }: NeedsCareProps) {
  const styles = useStyles();
  if (attention.length === 0 && care.length === 0) return null;
  return (
    <MessageBar intent={attention.length > 0 ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Needs care</MessageBarTitle>
        <ul className={styles.list}>
          {attention.map((sentence) => (
            <li key={sentence} className={styles.line}>
              {sentence}
            </li>
          ))}
          {care.map(({ title, words, when }) => (
            <li key={`${title} ${words}`} className={styles.line}>
              <span className={styles.title}>{title}:</span> {words}
              {when !== undefined && <span className={styles.when}> · {when}</span>}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
