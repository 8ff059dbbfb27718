import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect } from "react";
import { Outlet, useLocation, useMatch, useNavigate, useParams } from "react-router";
import type { ListSummary, ListView } from "#api/contract/case-list.ts";
import type { Me } from "#api/contract/me.ts";
import { CaseList } from "../case-list/case-list.tsx";
import { ClockFilter } from "../case-list/clock-filter.tsx";
import { ListSkeleton } from "../case-list/list-skeleton.tsx";
import { isNarrowed, useListView, useShowView } from "../case-list/list-view.ts";
import { useDesk } from "../queries/desk-context.ts";
import { useMe } from "../queries/me.ts";
import { useListSummary, useQueue } from "../queries/queue.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

// Too large for the first load: they come while the list is asked for.
const loadTools = () => import("../case-list/list-tools.tsx");
const ListTools = lazy(loadTools);

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
  tools: { marginInlineStart: "auto" },
  words: {
    display: "grid",
    justifyItems: "start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
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
  const { search } = useLocation();
  const openCase = useMatch("/:queue/:caseId")?.params.caseId;
  usePageTitle(openCase ?? queue.title);

  const backOnEscape = (event: KeyboardEvent<HTMLElement>) => {
    const own = event.currentTarget.contains(event.target as Node);
    if (event.key === "Escape" && own && !event.defaultPrevented)
      void navigate(`/${queue.name}${search}`);
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

/** A list with what orders and narrows it: all of it at once, so that no row moves from under a finger. */
function QueueList(props: QueueListProps) {
  useEffect(() => {
    // Where it is shown it is asked for again, and what is wrong is said.
    loadTools().catch(() => undefined);
  }, []);
  const waiting = (
    <>
      <Head title={props.queue.title} />
      <ListSkeleton />
    </>
  );
  return (
    <Suspense fallback={waiting}>
      <NumberedList {...props} waiting={waiting} />
    </Suspense>
  );
}

function NumberedList({ waiting, ...props }: QueueListProps & { readonly waiting: ReactNode }) {
  const { queue } = props;
  const view = useListView();
  const summary = useListSummary(queue.name);
  const list = useQueue(queue.name, view);
  // Where they cannot be had, the list can be worked without them.
  if (summary.isPending) return waiting;
  return (
    <>
      <Head title={queue.title}>
        {summary.data !== undefined && <Numbers queue={queue} view={view} summary={summary.data} />}
      </Head>
      <Rows {...props} view={view} list={list} />
    </>
  );
}

type HeadProps = { readonly title: string; readonly children?: ReactNode };

function Head({ title, children }: HeadProps) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}

type ViewProps = { readonly queue: Queue; readonly view: ListView };
type ListProps = ViewProps & { readonly list: ReturnType<typeof useQueue> };
type RowsProps = QueueListProps & ListProps;

function Rows({ queue, openCase, view, list }: RowsProps) {
  const { places } = useDesk();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { query, rows } = list;
  const linkTo = (caseId: string) => `/${queue.name}/${caseId}${search}`;
  const placeName = `${queue.name}${search}`;
  return (
    <>
      {rows.length === 0 && <NoRows queue={queue} view={view} list={list} />}
      {(rows.length > 0 || query.hasNextPage) && (
        <CaseList
          key={search}
          label={queue.title}
          rows={rows}
          linkTo={linkTo}
          openCase={openCase}
          place={places.get(placeName)}
          onPlace={(place) => places.set(placeName, place)}
          onWish={(caseId, wish) => void navigate(linkTo(caseId), { state: { wish } })}
          {...(query.hasNextPage && {
            more: { loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() },
          })}
        />
      )}
    </>
  );
}

type NumbersProps = ViewProps & { readonly summary: ListSummary };

/** What is in the list, and the ways to order and narrow it. */
function Numbers({ queue, view, summary }: NumbersProps) {
  const styles = useStyles();
  const show = useShowView(queue.name);
  if (summary.open === 0 && !isNarrowed(view)) return null;
  return (
    <>
      <ClockFilter summary={summary} view={view} onShow={show} />
      <div className={styles.tools}>
        <ListTools queue={queue.name} summary={summary} view={view} onShow={show} />
      </div>
    </>
  );
}

/** Why there is nothing in the list: not yet, not at all, or not for lack of trying. */
function NoRows({ queue, view, list: { query } }: ListProps) {
  const styles = useStyles();
  const show = useShowView(queue.name);
  if (query.isPending) return <ListSkeleton />;
  return (
    <div className={styles.words}>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && !isNarrowed(view) && <p className={styles.empty}>{queue.empty}</p>}
      {query.isSuccess && isNarrowed(view) && (
        <>
          <p className={styles.empty}>
            {query.hasNextPage
              ? "None among the first cases of this list. Look further, or show all of it."
              : "No case of this list is like that now."}
          </p>
          <Button onClick={() => show(view.sort === undefined ? {} : { sort: view.sort })}>
            Show all
          </Button>
        </>
      )}
    </div>
  );
}
