import { makeStyles, tokens } from "@fluentui/react-components";
import type { HistoryLine } from "#api/contract/case-detail.ts";
import { gapWords, momentWords } from "../ui/dates.ts";
import { Quote } from "./quote.tsx";

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: `2px ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    "@media (min-width: 640px)": { gridTemplateColumns: "188px minmax(0, 1fr)" },
  },
  when: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  gap: { display: "block", fontSize: tokens.fontSizeBase200 },
  who: { fontWeight: tokens.fontWeightSemibold },
});

/** Who did what when, and how long after the step before. */
export function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.lines}>
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const gap = before === undefined ? undefined : gapWords(before.at, line.at);
        return (
          <li key={line.sequence} className={styles.line}>
            <span className={styles.when}>
              <time dateTime={line.at}>{momentWords(line.at)}</time>
              {gap !== undefined && <span className={styles.gap}>{gap}</span>}
            </span>
            <div>
              <span className={styles.who}>{line.who}</span> {line.what}
              {line.text !== undefined && <Quote text={line.text} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
