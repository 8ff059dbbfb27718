import { makeStyles, tokens } from "@fluentui/react-components";
import type { ClockLine } from "#api/contract/case-detail.ts";
import { ClockMark } from "../ui/clock-mark.tsx";
import { dayWords } from "../ui/dates.ts";

const useStyles = makeStyles({
  clocks: { display: "grid", gap: tokens.spacingVerticalL },
  title: { fontWeight: tokens.fontWeightSemibold },
  date: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  why: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxWidth: "75ch",
  },
});

/** Every date of the case, kept or missed, with the reasons for it. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockLine[] }) {
  const styles = useStyles();
  if (clocks.length === 0) return <p>No dates run for this case yet.</p>;
  return (
    <div className={styles.clocks}>
      {clocks.map((clock) => (
        <div key={`${clock.stage} ${clock.kind}`}>
          <div className={styles.date}>
            <span className={styles.title}>
              {clock.title}, stage {clock.stage}
            </span>
            <time dateTime={clock.due}>{dayWords(clock.due)}</time>
            <ClockMark state={clock.state} words={clock.words} />
          </div>
          <WhyList why={clock.why} />
        </div>
      ))}
    </div>
  );
}

/** The sentences that explain a date. */
export function WhyList({ why }: { readonly why: readonly string[] }) {
  return (
    <ul className={useStyles().why}>
      {why.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
