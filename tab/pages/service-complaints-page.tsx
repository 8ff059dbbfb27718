import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useAssuranceStyles } from "../assurance/assurance-styles.ts";
import { serviceComplaintsQuery } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { dayWords } from "../ui/dates.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";

/** The complaints behind the number of a service. */
export function ServiceComplaintsPage() {
  const styles = useAssuranceStyles();
  const { service = "" } = useParams();
  const { data, error, refetch } = useQuery(serviceComplaintsQuery(useDesk().api, service));
  const title = data?.title ?? "Complaints to a service";
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <RouteLink to="/assurance">Back to Assurance</RouteLink>
      <h1 className={styles.title}>{title}</h1>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading the list" widths={[80, 70, 90]} />
      )}
      {data?.rows.length === 0 && <p>No complaint was classified as theirs.</p>}
      {data !== undefined && (
        <>
          <ul className={styles.entries} aria-label={title}>
            {data.rows.map(({ caseId, receivedAt }) => (
              <li key={caseId} className={styles.entry}>
                {data.mayOpen ? <RouteLink to={`/cases/${caseId}`}>{caseId}</RouteLink> : caseId} ·
                received {dayWords(receivedAt)}
              </li>
            ))}
          </ul>
          {data.restricted > 0 && (
            <p>And {data.restricted} that only those let into them may know of.</p>
          )}
        </>
      )}
    </div>
  );
}
