import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  choice: { minWidth: 0, fontVariantNumeric: "tabular-nums" },
});

type CountedChoicesProps<Id extends string> = {
  /** What there is in all, such as "12 open". */
  readonly all: string;
  /** Its parts with their numbers, such as "2 due today". */
  readonly parts: readonly { readonly id: Id; readonly words: string }[];
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id | undefined) => void;
};

/** Something in numbers; each number shows what it counts, and pressed again, everything. */
export function CountedChoices<Id extends string>(props: CountedChoicesProps<Id>) {
  const { all, parts, chosen, onChoose } = props;
  const styles = useStyles();
  const choice = (words: string, id?: Id) => (
    <ToggleButton
      key={id ?? ""}
      size="small"
      appearance="subtle"
      className={styles.choice}
      checked={chosen === id}
      onClick={() => onChoose(chosen === id ? undefined : id)}
    >
      {words}
    </ToggleButton>
  );
  return (
    <div role="group" aria-label="Show" className={styles.choices}>
      {choice(all)}
      {parts.map(({ id, words }) => choice(words, id))}
    </div>
  );
}
