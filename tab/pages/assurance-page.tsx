import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useAssuranceStyles } from "../assurance/assurance-styles.ts";
import { DailyLines, Proof } from "../assurance/proof.tsx";
import { Health, Services, Waiting } from "../assurance/standing.tsx";
import { ToSeeToList } from "../assurance/to-see-to.tsx";
import { assuranceQuery, useCheck } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { usePress } from "../ui/use-press.ts";

/** The proof that no message was lost. */
export function AssurancePage() {
  const styles = useAssuranceStyles();
  usePageTitle("Assurance");
  const { data, error, refetch } = useQuery(assuranceQuery(useDesk().api));
  const check = usePress(useCheck());
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>Assurance</h1>
        <Button onClick={() => check.press()} disabledFocusable={check.pressing}>
          {check.pressing ? "Checking…" : "Check now"}
        </Button>
      </div>
      {check.problem !== undefined && <ProblemNotice error={check.problem} />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Counting" widths={[70, 40, 60, 60, 60, 60]} />
      )}
      {data !== undefined && (
        <>
          <Proof assurance={data} />
          {data.unaccounted + data.missing.length === 0 && (
            <p>Every message in the mailbox is accounted for.</p>
          )}
          <ToSeeToList
            title="Not accounted for"
            advice="These messages are in the mailbox, and Redress has not logged them. It tries again by itself at each check."
            entries={data.missing}
          />
          <ToSeeToList
            title="Given up"
            advice="This work failed so often that Redress stopped trying. Once what went wrong is put right, try it again."
            entries={data.givenUp}
          />
          <Waiting waiting={data.waiting} />
          <Health health={data.health} unreached={data.unreached} />
          <Services services={data.services} />
          <DailyLines days={data.days} />
        </>
      )}
    </div>
  );
}
