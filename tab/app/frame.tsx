import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type MouseEvent, Suspense, useRef } from "react";
import { Outlet, useLocation } from "react-router";
import { useMe } from "../queries/me.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { Navigation } from "./navigation.tsx";
import { OfflineNotice } from "./offline-notice.tsx";

/** Nothing is toasted before somebody acts, so the first page does not wait for it. */
const Toasts = lazy(() => import("../ui/toasts.tsx").then(({ Toasts }) => ({ default: Toasts })));

/** What was not saved days ago may wait for the first page. */
const LeftWordsNotice = lazy(async () => ({
  default: (await import("./left-words-notice.tsx")).LeftWordsNotice,
}));

/** Nobody looks for a case before there is a page. */
const FindBox = lazy(() => import("../find/find-box.tsx"));

const bar = "@media (max-width: 639px)";
const wide = "@media (min-width: 1100px)";

const usePageStyles = makeStaticStyles({
  "html, body, #root": { height: "100%", margin: 0 },
  body: { overflow: "hidden" },
});

const useStyles = makeStyles({
  frame: {
    height: "100dvh",
    display: "grid",
    gridTemplateAreas: '"header header" "nav main"',
    gridTemplateColumns: "76px minmax(0, 1fr)",
    gridTemplateRows: "auto minmax(0, 1fr)",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    [wide]: { gridTemplateColumns: "192px minmax(0, 1fr)" },
    [bar]: {
      gridTemplateAreas: '"header" "main" "nav"',
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "auto minmax(0, 1fr) auto",
    },
  },
  skip: {
    position: "absolute",
    zIndex: 1,
    top: tokens.spacingVerticalXS,
    insetInlineStart: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ":not(:focus)": { clipPath: "inset(50%)", width: "1px", height: "1px", overflow: "hidden" },
  },
  header: {
    gridArea: "header",
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    [bar]: { flexWrap: "wrap" },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  find: {
    flex: "0 1 480px",
    minWidth: 0,
    minHeight: "32px",
    [bar]: { order: 3, flex: "1 0 100%" },
  },
  council: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  me: { whiteSpace: "nowrap", flexShrink: 0 },
  job: { color: tokens.colorNeutralForeground3, [bar]: { display: "none" } },
  main: {
    gridArea: "main",
    position: "relative",
    minWidth: 0,
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
    gridTemplateColumns: "minmax(0, 1fr)",
    outlineStyle: "none",
  },
});

/** What stays while pages change: who I am, where I can go, and whether there is a connection. */
export function Frame() {
  usePageStyles();
  const styles = useStyles();
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  const [, place] = useLocation().pathname.split("/");
  const skip = (event: MouseEvent) => {
    // The part after # in the address names the page, so the link may not change it.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip} onClick={skip}>
        Skip to main content
      </a>
      <header className={styles.header}>
        <span className={styles.council}>{me.council}</span>
        {me.queues.length > 0 && (
          <div role="search" className={styles.find}>
            <Suspense>
              <FindBox />
            </Suspense>
          </div>
        )}
        <span className={styles.me}>
          {me.name}
          <span className={styles.job}> · {me.jobTitle}</span>
          {me.away === true && (
            <>
              {" · "}
              <RouteLink to="/away">Away</RouteLink>
            </>
          )}
        </span>
      </header>
      <Navigation />
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        <div>
          <OfflineNotice />
          <Suspense>
            <LeftWordsNotice />
          </Suspense>
        </div>
        <ErrorBoundary key={place}>
          <Suspense fallback={<SkeletonLines label="Loading" widths={[30, 80, 72, 76]} />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Suspense>
        <Toasts />
      </Suspense>
    </div>
  );
}
