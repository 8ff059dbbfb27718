import type { Assurance } from "#api/contract/assurance.ts";
import { ClockShape } from "../ui/clock-mark.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { useAssuranceStyles } from "./assurance-styles.ts";
import { NumberLink } from "./number-link.tsx";

/** What nobody has classified yet, with its age. */
export function Waiting({ waiting }: Pick<Assurance, "waiting">) {
  const styles = useAssuranceStyles();
  const { words, oldest, mayList } = waiting;
  return (
    <>
      <h2 className={styles.section}>Not classified yet</h2>
      <p className={styles.advice}>
        {mayList ? <RouteLink to="/triage">{words}</RouteLink> : words}
      </p>
      {oldest.length > 0 && (
        <ul className={styles.entries}>
          {oldest.map(({ caseId, words: age, mayOpen }) => (
            <li key={caseId} className={styles.entry}>
              {mayOpen ? <RouteLink to={`/cases/${caseId}`}>{caseId}</RouteLink> : caseId} · {age}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How much each service logs, and which of them suspiciously little. */
export function Services({ services }: Pick<Assurance, "services">) {
  const styles = useAssuranceStyles();
  return (
    <>
      <h2 className={styles.section}>What each service logs</h2>
      <p className={styles.quiet}>
        {services.rule} {services.caution}
      </p>
      <table className={styles.table}>
        <tbody>
          {services.rows.map(({ id, name, directorate, recent, quiet, words }) => (
            <tr key={id}>
              <th scope="row" className={styles.cell}>
                <span className={styles.entryTitle}>
                  <ClockShape state={quiet ? "due-soon" : "none"} /> {name}
                </span>
                {quiet && <strong>Suspiciously little. </strong>}
                <span className={styles.quiet}>
                  {directorate}. {words}
                </span>
              </th>
              <td className={styles.number}>
                <NumberLink
                  count={recent}
                  to={`/assurance/services/${id}`}
                  what={`complaints to ${name}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const marks = { well: "met", watch: "due-soon", wrong: "overdue" } as const;

/** How getting mail, telling people and counting days stands, in words. */
export function Health({ health, unreached }: Pick<Assurance, "health" | "unreached">) {
  const styles = useAssuranceStyles();
  return (
    <>
      <h2 className={styles.section}>Mailbox, chat and bank holidays</h2>
      <ul className={styles.entries}>
        {health.map(({ name, standing, words }) => (
          <li key={name} className={styles.entry}>
            <span className={styles.entryTitle}>
              <ClockShape state={marks[standing]} /> {name}
            </span>
            {words}
          </li>
        ))}
      </ul>
      {unreached.length > 0 && (
        <details>
          <summary>Who cannot be written to in chat ({unreached.length})</summary>
          <ul>
            {unreached.map(({ name, jobTitle }) => (
              <li key={name}>
                {name}, {jobTitle}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
