import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useHref, useNavigate, useParams } from "react-router";
import type { CaseRow } from "#api/contract/case-list.ts";
import { CaseList } from "../case-list/case-list.tsx";
import { caseQuery, useCase } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { useMe } from "../queries/me.ts";
import { useQueue } from "../queries/queue.ts";
import { TriageMessage } from "../triage/triage-message.tsx";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useToast } from "../ui/toasts.tsx";

const withList = "@media (min-width: 1700px)";

const useStyles = makeStyles({
  page: {
    display: "grid",
    minHeight: 0,
    gridTemplateColumns: "minmax(0, 1fr)",
    backgroundColor: tokens.colorNeutralBackground1,
    [withList]: { gridTemplateColumns: "400px minmax(0, 1fr)" },
  },
  list: {
    display: "none",
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [withList]: { display: "grid" },
  },
  work: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gridTemplateRows: "auto minmax(0, 1fr)",
    minHeight: 0,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  hint: {
    marginInlineStart: "auto",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 1099px), (hover: none)": { display: "none" },
  },
  words: { padding: tokens.spacingHorizontalL, maxWidth: "60ch" },
});

/** The messages nobody has looked at yet, one at a time. */
export function TriagePage() {
  const styles = useStyles();
  const { caseId } = useParams();
  const { query, rows } = useQueue("triage");
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  usePageTitle("Triage");

  // The list may still name what was decided a moment ago.
  const waiting = rows.filter((row) => !decided.has(row.caseId));
  const [first] = waiting;
  // The address names the message, so that a list that changes does not swap it for another.
  if (caseId === undefined && first !== undefined) {
    return <ToMessage caseId={first.caseId} />;
  }
  return (
    <div className={styles.page}>
      <section aria-label="Waiting" className={styles.list}>
        <WaitingList rows={waiting} openCase={caseId} />
      </section>
      <div className={styles.work}>
        <div className={styles.head}>
          <h1 className={styles.title}>Triage</h1>
          <Position waiting={waiting} caseId={caseId} more={query.hasNextPage} />
        </div>
        {caseId === undefined ? (
          <NothingWaiting />
        ) : (
          <Work
            key={caseId}
            caseId={caseId}
            waiting={waiting}
            onDecided={(caseIds) => setDecided(new Set([...decided, ...caseIds]))}
          />
        )}
      </div>
    </div>
  );
}

/** Leads to a message, unless the person went elsewhere while the list was loading. */
function ToMessage({ caseId }: { readonly caseId: string }) {
  const navigate = useNavigate();
  const here = useHref("/triage");
  useEffect(() => {
    // The router still shows this page until the other one is ready; the address is ahead of it.
    if (window.location.hash !== here) return;
    void navigate(`/triage/${caseId}`, { replace: true });
  }, [caseId, here, navigate]);
  return null;
}

/** Why there is no message to show. */
function NothingWaiting() {
  const styles = useStyles();
  const { query } = useQueue("triage");
  const queue = useMe().queues.find((each) => each.name === "triage");
  if (query.isPending) return <SkeletonLines label="Loading" widths={[50, 30, 80, 85, 76, 40]} />;
  return (
    <div className={styles.words}>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p>{queue?.empty ?? "Nothing is waiting."}</p>
      )}
    </div>
  );
}

type PositionProps = {
  readonly waiting: readonly CaseRow[];
  readonly caseId: string | undefined;
  readonly more: boolean;
};

/** Where in the pile this message is, and the way to its neighbours. */
function Position({ waiting, caseId, more }: PositionProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const at = waiting.findIndex((row) => row.caseId === caseId);
  if (at === -1) return null;
  const step = (by: number, title: string) => {
    const target = waiting[at + by];
    return (
      <Button
        size="small"
        disabledFocusable={target === undefined}
        onClick={() => target && void navigate(`/triage/${target.caseId}`)}
      >
        {title}
      </Button>
    );
  };
  return (
    <>
      <span>
        Message {at + 1} of {waiting.length}
        {more && "+"}
      </span>
      {step(-1, "Previous")}
      {step(1, "Next")}
      <span className={styles.hint}>Enter confirms what is suggested</span>
    </>
  );
}

function WaitingList(props: {
  readonly rows: readonly CaseRow[];
  readonly openCase: string | undefined;
}) {
  const { places } = useDesk();
  return (
    <CaseList
      {...props}
      label="Waiting for triage"
      linkTo={(caseId) => `/triage/${caseId}`}
      place={places.get("triage")}
      onPlace={(place) => places.set("triage", place)}
    />
  );
}

type WorkProps = {
  readonly caseId: string;
  readonly waiting: readonly CaseRow[];
  readonly onDecided: (caseIds: readonly string[]) => void;
};

/** The message at hand; the next one is fetched meanwhile, so that it is there at once. */
function Work({ caseId, waiting, onDecided }: WorkProps) {
  const styles = useStyles();
  const { api } = useDesk();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { data, error, refetch } = useCase(caseId);
  const next = following(waiting, caseId, [caseId]);
  useEffect(() => {
    if (next !== undefined) {
      client.query(caseQuery(api, next)).catch(() => {
        // Asked for ahead of time only: when it is opened, it is asked for again.
      });
    }
  }, [client, api, next]);

  if (error !== null && data === undefined) {
    return (
      <div className={styles.words}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined) {
    return <SkeletonLines label="Loading the message" widths={[50, 30, 80, 85, 76, 40]} />;
  }
  return (
    <TriageMessage
      detail={data}
      onDecided={(message, caseIds) => {
        toast(message);
        onDecided(caseIds);
        if (!caseIds.includes(caseId)) return;
        const then = following(waiting, caseId, caseIds);
        void navigate(then === undefined ? "/triage" : `/triage/${then}`);
      }}
    />
  );
}

/** The message after this one that is not decided with it, or else the nearest before. */
function following(
  waiting: readonly CaseRow[],
  caseId: string,
  decided: readonly string[],
): string | undefined {
  const at = waiting.findIndex((row) => row.caseId === caseId);
  const inOrder = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(at, 0)).reverse()];
  return inOrder.find((row) => !decided.includes(row.caseId))?.caseId;
}
