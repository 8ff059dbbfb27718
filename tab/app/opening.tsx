import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { useDesk } from "../queries/desk-context.ts";
import { meQuery } from "../queries/me.ts";
import type { TeamsHost } from "../teams-host.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { Pages } from "./pages.tsx";
import { pathNamed } from "./places.ts";

const useStyles = makeStyles({
  page: { height: "100dvh", backgroundColor: tokens.colorNeutralBackground3 },
});

/** Finds out who is asking before anything else is shown. */
export function Opening({ host }: { readonly host: TeamsHost }) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(meQuery(useDesk().api));
  const opened = data !== undefined || error !== null;
  useEffect(() => {
    if (opened) host.shown();
  }, [host, opened]);
  useResume(host);

  if (data !== undefined) return <Pages />;
  return (
    <main className={styles.page}>
      {error === null ? (
        <SkeletonLines label="Opening Redress" widths={[40, 90, 84, 88, 80]} />
      ) : (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}

/** When Teams wakes the tab, what it shows is old, and a link may ask for a case. */
function useResume(host: TeamsHost): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  useEffect(() => {
    host.onResume((caseToOpen) => {
      void client.invalidateQueries();
      if (caseToOpen !== undefined) void navigate(pathNamed(caseToOpen));
    });
  }, [host, navigate, client]);
}
