import { makeStyles, tokens } from "@fluentui/react-components";
import type { Choice } from "#api/contract/action-form.ts";

const useStyles = makeStyles({
  name: { overflowWrap: "anywhere" },
  hint: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** Something to choose, with what tells it from the others below its name. */
export function ChoiceLabel({ choice }: { readonly choice: Choice }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.name}>{choice.name}</span>
      {choice.hint !== undefined && <span className={styles.hint}>{choice.hint}</span>}
    </>
  );
}
