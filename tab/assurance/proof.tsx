import type { Assurance } from "#api/contract/assurance.ts";
import { ClockShape } from "../ui/clock-mark.tsx";
import { dayWords, momentWords } from "../ui/dates.ts";
import { RouteLink } from "../ui/route-link.tsx";
import { useAssuranceStyles } from "./assurance-styles.ts";
import { linkToLedger } from "./link-to-ledger.ts";
import { NumberLink } from "./number-link.tsx";

/** The line that says whether anything was lost, what became of every message, and each day's own line. */
export function Proof({ assurance }: { readonly assurance: Assurance }) {
  const styles = useAssuranceStyles();
  const { since, until, arriving, unaccounted } = assurance;
  return (
    <>
      <p className={styles.line}>
        <ClockShape state={unaccounted === 0 ? "met" : "overdue"} />
        <strong>
          <RouteLink to={linkToLedger(since, until)} appearance="subtle">
            {assurance.words}
          </RouteLink>
        </strong>
      </p>
      <p className={styles.quiet}>
        Messages since {dayWords(since)}. Counted {momentWords(assurance.checkedAt)}.{" "}
        {assurance.covered}
        {arriving > 0 &&
          ` ${arriving === 1 ? "One has" : `${arriving} have`} just arrived and ${arriving === 1 ? "is" : "are"} being taken in.`}
      </p>
      <h2 className={styles.section}>What became of them</h2>
      <table className={styles.table}>
        <tbody>
          {assurance.breakdown.map(({ outcome, title, count }) => (
            <tr key={outcome}>
              <th scope="row" className={styles.cell}>
                {title}
              </th>
              <td className={styles.number}>
                <NumberLink
                  count={count}
                  to={linkToLedger(since, until, outcome)}
                  what={title.toLowerCase()}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The daily line, kept for each day. */
export function DailyLines({ days }: Pick<Assurance, "days">) {
  const styles = useAssuranceStyles();
  return (
    <>
      <h2 className={styles.section}>Day by day</h2>
      <ul className={styles.entries}>
        {days.map(({ day, words, checkedAt, unaccounted }) => (
          <li key={day} className={styles.entry}>
            <span className={styles.entryTitle}>
              <ClockShape state={unaccounted === 0 ? "met" : "overdue"} />
              <RouteLink to={linkToLedger(day, day)}>{dayWords(day)}</RouteLink>
            </span>
            {words} <span className={styles.quiet}>Checked {momentWords(checkedAt)}.</span>
          </li>
        ))}
      </ul>
    </>
  );
}
