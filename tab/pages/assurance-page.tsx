import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { Assurance } from "#api/contract/assurance.ts";
import { assuranceQuery } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ClockShape } from "../ui/clock-mark.tsx";
import { dayWords, momentWords } from "../ui/dates.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";

const useStyles = makeStyles({
  page: {
    overflowY: "auto",
    minHeight: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  section: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
  },
  line: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  advice: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: "75ch" },
  table: { borderCollapse: "collapse", width: "min(640px, 100%)" },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalSNudge} 0`,
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  number: {
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
  },
});

/** The proof that no message was lost. */
export function AssurancePage() {
  const styles = useStyles();
  usePageTitle("Assurance");
  const { data, error, refetch } = useQuery(assuranceQuery(useDesk().api));
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Assurance</h1>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Counting" widths={[70, 40, 60, 60, 60, 60]} />
      )}
      {data !== undefined && <Proof assurance={data} />}
    </div>
  );
}

const counted = new Intl.NumberFormat("en-GB");

function Proof({ assurance }: { readonly assurance: Assurance }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.line}>
        <ClockShape state={assurance.unaccounted === 0 ? "met" : "overdue"} />
        <strong>{assurance.words}</strong>
      </p>
      <p className={styles.quiet}>
        Messages since {dayWords(assurance.since)}. Counted {momentWords(assurance.checkedAt)}.
      </p>
      <h2 className={styles.section}>What became of them</h2>
      <table className={styles.table}>
        <tbody>
          {assurance.breakdown.map(({ outcome, title, count }) => (
            <tr key={outcome}>
              <th scope="row" className={styles.cell}>
                {title}
              </th>
              <td className={styles.number}>{counted.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Missing missing={assurance.missing} />
    </>
  );
}

function Missing({ missing }: Pick<Assurance, "missing">) {
  const styles = useStyles();
  if (missing.length === 0) return <p>Every message in the mailbox is accounted for.</p>;
  return (
    <>
      <h2 className={styles.section}>Not accounted for</h2>
      <p className={styles.advice}>
        These messages are in the mailbox, but Redress has not logged them. Look for them in Outlook
        by the time they arrived, and tell whoever looks after Redress.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              Arrived
            </th>
            <th scope="col" className={styles.cell}>
              Message id
            </th>
          </tr>
        </thead>
        <tbody>
          {missing.map(({ internetMessageId, receivedAt }) => (
            <tr key={internetMessageId}>
              <td className={styles.cell}>{momentWords(receivedAt)}</td>
              <td className={styles.cell}>{internetMessageId}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
