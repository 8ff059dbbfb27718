import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { dateTimeInWords } from "../clock/london-time.ts";
import type { MailThread } from "./mail-threads.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, overflowY: "auto" },
  thread: {
    position: "relative",
    boxSizing: "border-box",
    width: "100%",
    display: "flex",
    flexDirection: "column",
    gap: "2px",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    font: "inherit",
    textAlign: "start",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: "pointer",
    ":hover": {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  open: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  subject: { fontWeight: tokens.fontWeightSemibold },
});

export type ThreadListProps = {
  readonly threads: readonly MailThread[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** The citizen's threads, the one with the newest mail on top. */
export function ThreadList({ threads, openId, onOpen }: ThreadListProps) {
  const styles = useStyles();
  return (
    <ul aria-label="Mail threads" className={styles.list}>
      {threads.map((thread) => {
        const newest = thread.messages.at(-1);
        return (
          <li key={thread.id}>
            <button
              type="button"
              className={mergeClasses(styles.thread, thread.id === openId && styles.open)}
              aria-current={thread.id === openId ? "true" : undefined}
              onClick={() => onOpen(thread.id)}
            >
              <span className={mergeClasses(styles.line, styles.subject)}>{thread.subject}</span>
              <span className={styles.line}>
                {newest?.direction === "sent" ? "You: " : ""}
                {newest?.text}
              </span>
              {newest && (
                <Caption1>
                  {newest.direction === "sent" ? "Sent" : "Received"}{" "}
                  {dateTimeInWords(new Date(newest.at))}
                  {thread.messages.length > 1 && ` · ${thread.messages.length} messages`}
                </Caption1>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
