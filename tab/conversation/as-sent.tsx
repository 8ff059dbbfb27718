import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import type { MailAsSent } from "#api/contract/mail-as-sent.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { ThemeName } from "../ui/theme-name.ts";
import { mailPage } from "./mail-page.ts";

const useStyles = makeStyles({
  frame: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    height: "min(60vh, 560px)",
    minHeight: "160px",
    resize: "vertical",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  told: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
});

type AsSentProps = {
  readonly caseId: string;
  readonly mailId: string;
  readonly from: string;
};

/** A mail as its writer laid it out, fetched when it is asked for and shown where nothing of it can act. */
export function AsSent({ caseId, mailId, from }: AsSentProps) {
  const styles = useStyles();
  const { api } = useDesk();
  const theme = useContext(ThemeName);
  const { data, error, refetch } = useQuery({
    queryKey: ["mail", caseId, mailId],
    queryFn: ({ signal }) => api.mailAsSent(caseId, mailId, signal),
    // A mail that has arrived does not change; its pictures need not be kept for long.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  if (error !== null) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined)
    return <SkeletonLines label="Loading the message" widths={[90, 70, 80]} />;
  return (
    <div>
      {leftOut(data).map((words) => (
        <p key={words} className={styles.told}>
          {words}
        </p>
      ))}
      {data.html !== undefined && (
        <iframe
          title={`The message of ${from} as it was sent`}
          className={styles.frame}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          srcDoc={mailPage(data.html, theme)}
        />
      )}
    </div>
  );
}

/** What a person must know that they do not see. */
function leftOut({ html, remoteImages, unshown, cut }: MailAsSent): string[] {
  if (html === undefined) return ["It was sent as plain text: its words are all there is."];
  const pictures = remoteImages === 1 ? "1 picture" : `${remoteImages} pictures`;
  return [
    ...(remoteImages === 0
      ? []
      : [
          `${pictures} from the network ${remoteImages === 1 ? "was" : "were"} left out: loading them would tell their owner that this was read.`,
        ]),
    ...(unshown.length === 0 ? [] : [`Not shown: ${unshown.join(", ")}.`]),
    ...(cut ? ["It is very long: only its beginning is shown."] : []),
  ];
}
