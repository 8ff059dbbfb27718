import { Button } from "@fluentui/react-components";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { LedgerPage as Page } from "#api/contract/assurance.ts";
import { useAssuranceStyles } from "../assurance/assurance-styles.ts";
import { MailTextDialog } from "../assurance/mail-text-dialog.tsx";
import { ledgerQuery } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { momentWords } from "../ui/dates.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";

/** The messages behind a number of the proof. */
export function LedgerPage() {
  const styles = useAssuranceStyles();
  const [asked] = useSearchParams();
  const query = useInfiniteQuery(ledgerQuery(useDesk().api, asked.toString()));
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const title = pages[0]?.title ?? "Mail";
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <RouteLink to="/assurance">Back to Assurance</RouteLink>
      <h1 className={styles.title}>{title}</h1>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines label="Loading the list" widths={[80, 70, 90, 60]} />}
      {query.isSuccess && rows.length === 0 && !query.hasNextPage && (
        <p>No message of this kind arrived on these days.</p>
      )}
      <ul className={styles.entries} aria-label={title}>
        {rows.map((row) => (
          <LedgerRow key={row.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          onClick={() => void query.fetchNextPage()}
          disabledFocusable={query.isFetchingNextPage}
        >
          {query.isFetchingNextPage ? "Loading…" : "Show more"}
        </Button>
      )}
    </div>
  );
}

function LedgerRow({ row }: { readonly row: Page["rows"][number] }) {
  const styles = useAssuranceStyles();
  const [open, setOpen] = useState(false);
  const { id, receivedAt, mailbox, outcomeTitle, reason, by, caseId, mayOpenCase } = row;
  return (
    <li className={styles.entry}>
      <span className={styles.entryTitle}>{momentWords(receivedAt)}</span>
      {outcomeTitle}
      {caseId !== undefined && (
        <>
          {": "}
          {mayOpenCase ? <RouteLink to={`/cases/${caseId}`}>{caseId}</RouteLink> : caseId}
        </>
      )}
      . {reason}
      {by !== undefined && ` (${by})`}
      <div className={styles.quiet}>{mailbox}</div>
      {row.readable && (
        <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
          Read it
        </Button>
      )}
      {open && (
        <MailTextDialog mailId={id} loggable={row.loggable} onClose={() => setOpen(false)} />
      )}
    </li>
  );
}
