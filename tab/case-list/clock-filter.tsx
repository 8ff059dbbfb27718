import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import type { CaseRow, ClockState } from "#api/contract/case-list.ts";

/** What a list can be narrowed to: the clocks that press, most pressing first. */
const pressing = [
  { state: "overdue", words: "overdue" },
  { state: "due-today", words: "due today" },
  { state: "due-soon", words: "due soon" },
] as const satisfies readonly { state: ClockState; words: string }[];

export type Pressing = (typeof pressing)[number]["state"];

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 0 },
});

type ClockFilterProps = {
  readonly rows: readonly CaseRow[];
  readonly more: boolean;
  readonly chosen: Pressing | undefined;
  readonly onChoose: (pressing: Pressing | undefined) => void;
};

/** The list in numbers; each number shows what it counts. */
export function ClockFilter({ rows, more, chosen, onChoose }: ClockFilterProps) {
  const styles = useStyles();
  const counts = pressing
    .map((each) => ({
      ...each,
      count: rows.filter((row) => row.clock.state === each.state).length,
    }))
    .filter(({ count, state }) => count > 0 || state === chosen);
  return (
    <div role="group" aria-label="Show" className={styles.filters}>
      <ToggleButton
        size="small"
        appearance="subtle"
        className={styles.filter}
        checked={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {more ? `First ${rows.length}` : `All ${rows.length}`}
      </ToggleButton>
      {counts.map(({ state, words, count }) => (
        <ToggleButton
          key={state}
          size="small"
          appearance="subtle"
          className={styles.filter}
          checked={chosen === state}
          onClick={() => onChoose(chosen === state ? undefined : state)}
        >
          {count} {words}
        </ToggleButton>
      ))}
    </div>
  );
}
