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

/** What a message may be: its definition and a message that was it; of the chosen one all, and what becomes of it. */
export function TypeLabel({ type, chosen }: TypeLabelProps) {
  const styles = useStyles();
  const { examples = [], handling } = type;
  const shown = chosen ? examples : examples.slice(0, 1);
  return (
    <>
      <ChoiceLabel choice={type} />
      {shown.length > 0 && (
        <span className={styles.more}>
          Such as {shown.map((example) => `“${example}”`).join(" ")}
        </span>
      )}
      {chosen && handling !== undefined && (
        <span className={styles.more}>What happens: {handling}</span>
      )}
    </>
  );
}
