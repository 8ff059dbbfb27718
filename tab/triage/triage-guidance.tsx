import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { TriageGuide } from "#api/contract/case-detail.ts";

const useStyles = makeStyles({
  guide: {
    "& summary": { ...typographyStyles.body1Strong, cursor: "pointer" },
    "& summary:focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    marginBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** What the procedure wants asked of every message, and by whom: folded away for those who know it. */
export function TriageGuidance({ guide }: { readonly guide: TriageGuide }) {
  const styles = useStyles();
  const { levels, questions } = guide;
  return (
    <details className={styles.guide}>
      <summary>What to ask yourself first</summary>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <ol className={styles.list} aria-label="Who looks at it">
        {levels.map(({ title, words }) => (
          <li key={title}>
            <span className={styles.title}>{title}:</span> {words}
          </li>
        ))}
      </ol>
    </details>
  );
}
