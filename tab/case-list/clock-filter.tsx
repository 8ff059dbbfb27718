import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import type { ListSummary, ListView } from "#api/contract/case-list.ts";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 0, fontVariantNumeric: "tabular-nums" },
});

type ClockFilterProps = {
  readonly summary: ListSummary;
  readonly view: ListView;
  readonly onShow: (view: ListView) => void;
};

/** The list in numbers; each number shows what it counts. */
export function ClockFilter({ summary, view, onShow }: ClockFilterProps) {
  const styles = useStyles();
  const { clock: chosen, ...others } = view;
  const { open, more, pressing } = summary;
  const plus = more ? "+" : "";
  return (
    <div role="group" aria-label="Show" className={styles.filters}>
      <ToggleButton
        size="small"
        appearance="subtle"
        className={styles.filter}
        checked={chosen === undefined}
        onClick={() => onShow(others)}
      >
        {open}
        {plus} open
      </ToggleButton>
      {pressing
        .filter(({ count, state }) => count > 0 || state === chosen)
        .map(({ state, words, count }) => (
          <ToggleButton
            key={state}
            size="small"
            appearance="subtle"
            className={styles.filter}
            checked={chosen === state}
            onClick={() => onShow(chosen === state ? others : { ...others, clock: state })}
          >
            {count}
            {plus} {words}
          </ToggleButton>
        ))}
    </div>
  );
}
