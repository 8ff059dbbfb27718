import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useParams } from "react-router";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { ActionBar } from "../case-actions/action-bar.tsx";
import { ActionDialog } from "../case-actions/action-dialog.tsx";
import { useActions } from "../case-actions/use-actions.ts";
import { useWish } from "../case-actions/use-wish.ts";
import { CaseHead } from "../case-view/case-head.tsx";
import { CaseTabs } from "../case-view/case-tabs.tsx";
import { Receipt } from "../case-view/receipt.tsx";
import { SubmissionPanel } from "../case-view/submission-panel.tsx";
import { useCase } from "../queries/case-detail.ts";
import { useMe } from "../queries/me.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RouteLink } from "../ui/route-link.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useToast } from "../ui/toasts.tsx";

const useStyles = makeStyles({
  page: {
    overflowY: "auto",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  content: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    maxWidth: "1000px",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
  },
});

/** One case: beside its list, or on its own when a link opened it. */
export function CasePage() {
  const styles = useStyles();
  const { caseId = "", queue } = useParams();
  const { search } = useLocation();
  const home = useMe().queues.find((each) => each.name === queue);
  const back =
    home === undefined
      ? { to: "/", title: "Go to my lists" }
      : { to: `/${home.name}${search}`, title: `Back to ${home.title}` };
  const { data, error, refetch } = useCase(caseId);
  usePageTitle(caseId);
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <div>
          <RouteLink to={back.to}>{back.title}</RouteLink>
        </div>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <SkeletonLines label="Loading the case" widths={[40, 70, 55, 100, 35, 90, 96, 82, 60]} />
        )}
        {data !== undefined && <CaseContent key={caseId} detail={data} back={back} />}
      </div>
    </div>
  );
}

type CaseContentProps = {
  readonly detail: CaseDetail;
  readonly back: { readonly to: string; readonly title: string };
};

function CaseContent({ detail, back }: CaseContentProps) {
  const toast = useToast();
  /** What was decided about the letter, until the person moves on. */
  const [decision, setDecision] = useState<string>();
  const { queue = "cases", caseId = "" } = useParams();
  const replyPath = `/${queue}/${caseId}/reply`;
  const { press, asked, stopAsking, problem } = useActions({ caseId, replyPath, onDone: toast });
  const refusal = useWish(detail.actions, press);
  return (
    <>
      <CaseHead detail={detail} />
      {decision !== undefined && <Receipt message={decision} back={back} />}
      <ActionBar actions={detail.actions} onPress={press} />
      {refusal !== undefined && (
        <MessageBar intent="info" layout="multiline" role="status">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {problem !== undefined && <ProblemNotice error={problem} kept="Nothing was changed." />}
      {detail.submission !== undefined && (
        <SubmissionPanel
          detail={detail}
          submission={detail.submission}
          onPress={press}
          onDecided={({ message }) => setDecision(message)}
        />
      )}
      <CaseTabs detail={detail} onPress={press} />
      {asked !== undefined && (
        <ActionDialog
          caseId={caseId}
          action={asked}
          onCancel={stopAsking}
          onDone={(message) => {
            stopAsking();
            if (asked.type === "return" || asked.type === "delegate") setDecision(message);
            else toast(message);
          }}
        />
      )}
    </>
  );
}
