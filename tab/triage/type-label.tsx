import { makeStyles, tokens } from "@fluentui/react-components";
import type { TriageType } from "#api/contract/case-detail.ts";
import { ChoiceLabel } from "../ui/choice-label.tsx";

const useStyles = makeStyles({
  more: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

type TypeLabelProps = { readonly type: TriageType; readonly chosen: boolean };

/** What a message may be: its definition and messages that were it; once it is chosen, what becomes of it. */
export function TypeLabel({ type, chosen }: TypeLabelProps) {
  const styles = useStyles();
  const { examples, handling } = type;
  return (
    <>
      <ChoiceLabel choice={type} />
      {examples !== undefined && (
        <span className={styles.more}>
          Such as {examples.map((example) => `“${example}”`).join(" ")}
        </span>
      )}
      {chosen && handling !== undefined && (
        <span className={styles.more}>What happens: {handling}</span>
      )}
    </>
  );
}
