import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { type KeyboardEvent, Suspense, useState } from "react";
import { Outlet, useMatch, useNavigate, useParams } from "react-router";
import type { Me } from "#api/contract/me.ts";
import { CaseList } from "../case-list/case-list.tsx";
import { ClockFilter, type Pressing } from "../case-list/clock-filter.tsx";
import { ListSkeleton } from "../case-list/list-skeleton.tsx";
import { useDesk } from "../queries/desk-context.ts";
import { useMe } from "../queries/me.ts";
import { useQueue } from "../queries/queue.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

type Queue = Me["queues"][number];

const beside = "@media (min-width: 1100px)";
const roomy = "@media (min-width: 2000px)";

const useStyles = makeStyles({
  page: { display: "grid", minHeight: 0, gridTemplateColumns: "minmax(0, 1fr)" },
  split: {
    [beside]: { gridTemplateColumns: "minmax(340px, 30%) minmax(0, 1fr)" },
    [roomy]: { gridTemplateColumns: "minmax(900px, 45%) minmax(0, 1fr)" },
  },
  list: {
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
    gridTemplateColumns: "minmax(0, 1fr)",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  besideCase: {
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 1099px)": { display: "none" },
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
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
  words: { padding: tokens.spacingHorizontalL },
  empty: { maxWidth: "60ch", margin: 0 },
  case: { minHeight: 0, minWidth: 0, display: "grid" },
});

/** A list of cases, and beside it (or over it, where it is narrow) the case that was opened. */
export function QueuePage() {
  const { queue: name } = useParams();
  const queue = useMe().queues.find((each) => each.name === name);
  return queue === undefined ? <NotFoundPage /> : <Queue key={queue.name} queue={queue} />;
}

function Queue({ queue }: { readonly queue: Queue }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const openCase = useMatch("/:queue/:caseId")?.params.caseId;
  usePageTitle(openCase ?? queue.title);

  const backOnEscape = (event: KeyboardEvent<HTMLElement>) => {
    const own = event.currentTarget.contains(event.target as Node);
    if (event.key === "Escape" && own && !event.defaultPrevented) void navigate(`/${queue.name}`);
  };
  const opened = openCase !== undefined;
  return (
    <div className={mergeClasses(styles.page, opened && styles.split)}>
      <section
        aria-label={queue.title}
        className={mergeClasses(styles.list, opened && styles.besideCase)}
      >
        <QueueList queue={queue} openCase={openCase} />
      </section>
      {opened && (
        <section aria-label="Case" className={styles.case} onKeyDown={backOnEscape}>
          <ErrorBoundary key={openCase}>
            <Suspense fallback={<SkeletonLines label="Loading the case" widths={[60, 40, 90]} />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </section>
      )}
    </div>
  );
}

type QueueListProps = { readonly queue: Queue; readonly openCase: string | undefined };

function QueueList({ queue, openCase }: QueueListProps) {
  const styles = useStyles();
  const { places } = useDesk();
  const [chosen, setChosen] = useState<Pressing>();
  const { query, rows } = useQueue(queue.name);
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{queue.title}</h1>
        {rows.length > 0 && (
          <>
            <ClockFilter
              rows={rows}
              more={query.hasNextPage}
              chosen={chosen}
              onChoose={setChosen}
            />
            {openCase === undefined && (
              <span className={styles.hint}>J and K move · Enter opens · Esc goes back</span>
            )}
          </>
        )}
      </div>
      {rows.length === 0 && <NoRows queue={queue} />}
      {rows.length > 0 && (
        <CaseList
          label={queue.title}
          rows={chosen === undefined ? rows : rows.filter((row) => row.clock.state === chosen)}
          linkTo={(caseId) => `/${queue.name}/${caseId}`}
          openCase={openCase}
          place={places.get(queue.name)}
          onPlace={(place) => places.set(queue.name, place)}
          {...(query.hasNextPage && {
            more: { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() },
          })}
        />
      )}
    </>
  );
}

/** Why there is nothing in the list: not yet, not at all, or not for lack of trying. */
function NoRows({ queue }: { readonly queue: Queue }) {
  const styles = useStyles();
  const { query } = useQueue(queue.name);
  if (query.isPending) return <ListSkeleton />;
  return (
    <div className={styles.words}>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className={styles.empty}>{queue.empty}</p>
      )}
    </div>
  );
}
