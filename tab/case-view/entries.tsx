import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { Standing } from "#api/contract/case-parts.ts";
import { ClockMark } from "../ui/clock-mark.tsx";

const useStyles = makeStyles({
  section: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    marginBottom: tokens.spacingVerticalXL,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  entry: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  empty: { margin: `${tokens.spacingVerticalS} 0 0`, maxWidth: "75ch" },
});

type EntriesProps = {
  readonly title: string;
  /** What to say when there are none. */
  readonly empty: string;
  readonly children: readonly ReactNode[];
};

/** A part of a case: its heading and its entries, or what to do when there are none. */
export function Entries({ title, empty, children }: EntriesProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {children.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </section>
  );
}

type EntryProps = {
  readonly title: ReactNode;
  /** How its date stands. */
  readonly standing?: Standing;
  readonly facts?: readonly (string | undefined)[];
  readonly children?: ReactNode;
};

/** One entry: what it is, how it stands, and what is known of it. */
export function Entry({ title, standing, facts = [], children }: EntryProps) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.title}>{title}</span>
        {standing !== undefined && <ClockMark {...standing} />}
      </div>
      <div className={styles.line}>
        {facts.map(
          (fact) =>
            fact !== undefined && (
              <span key={fact} className={styles.quiet}>
                {fact}
              </span>
            ),
        )}
      </div>
      {children}
    </li>
  );
}
