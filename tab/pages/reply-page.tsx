import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useParams } from "react-router";
import { Conversation } from "../conversation/conversation.tsx";
import { useCase } from "../queries/case-detail.ts";
import { NotWritable } from "../reply/not-writable.tsx";
import { Writing } from "../reply/writing.tsx";
import { ClockMark } from "../ui/clock-mark.tsx";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";

const twoColumns = "@media (min-width: 1100px)";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    overflowY: "auto",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    [twoColumns]: {
      gridTemplateColumns: "minmax(0, min(50%, 960px)) minmax(0, 1fr)",
      alignContent: "stretch",
      overflowY: "hidden",
    },
  },
  pane: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
    [twoColumns]: { overflowY: "auto", minHeight: 0 },
  },
  theirs: {
    [twoColumns]: {
      overflowY: "auto",
      minHeight: 0,
      borderTopStyle: "none",
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  conversation: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: "anywhere" },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** Where a reply is written, with what the citizen wrote beside it. */
export function ReplyPage() {
  const styles = useStyles();
  const { caseId = "", queue = "cases" } = useParams();
  const { data, error, refetch } = useCase(caseId);
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  const casePath = `/${queue}/${caseId}`;
  usePageTitle(`Reply to ${caseId}`);
  return (
    <div className={styles.page}>
      <section aria-label="Reply" className={styles.pane}>
        <div>
          <RouteLink to={casePath}>Back to {caseId}</RouteLink>
        </div>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <SkeletonLines label="Loading the case" widths={[60, 40, 90, 95, 85, 90]} />
        )}
        {data !== undefined && (
          <>
            <h1 className={styles.title}>Reply to {data.complainant.name}</h1>
            <div className={styles.facts}>
              <span>{data.row.subject}</span>
              <span>{data.row.stageWords}</span>
              <ClockMark {...data.row.clock} />
            </div>
            {data.actions.some((each) => each.type === "save-draft" && each.allowed) ? (
              <Writing
                key={`${caseId} ${data.row.stage}`}
                detail={data}
                beside={beside}
                casePath={casePath}
              />
            ) : (
              <NotWritable detail={data} />
            )}
          </>
        )}
      </section>
      {data !== undefined && (
        <div className={styles.theirs}>
          <div ref={setBeside} />
          <section aria-label="Conversation" className={styles.conversation}>
            <h2 className={styles.heading}>Conversation</h2>
            <Conversation detail={data} />
          </section>
        </div>
      )}
    </div>
  );
}
