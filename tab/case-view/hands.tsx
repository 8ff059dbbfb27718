import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { useId } from "react";
import type { HandsLine } from "#api/contract/case-parts.ts";
import { dayWords } from "../ui/dates.ts";

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  table: {
    borderCollapse: "collapse",
    width: "min(640px, 100%)",
    marginBottom: tokens.spacingVerticalXL,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  column: { color: tokens.colorNeutralForeground2 },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});

/** Who had the case for how long. */
export function Hands({ hands }: { readonly hands: readonly HandsLine[] }) {
  const styles = useStyles();
  const id = useId();
  if (hands.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        Whose hands
      </h3>
      <table aria-labelledby={id} className={styles.table}>
        <thead>
          <tr>
            {["Who", "Working days", "From", "To"].map((title) => (
              <th key={title} scope="col" className={mergeClasses(styles.cell, styles.column)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hands.map(({ who, from, to, workingDays }) => (
            <tr key={from}>
              <th scope="row" className={styles.cell}>
                {who}
              </th>
              <td className={mergeClasses(styles.cell, styles.number)}>{workingDays}</td>
              <td className={styles.cell}>{dayWords(from)}</td>
              <td className={styles.cell}>{to === undefined ? "now" : dayWords(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
