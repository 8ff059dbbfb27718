import { Badge, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Message as MessageView } from "#api/contract/case-detail.ts";
import { LetterFiles } from "../case-view/letter-files.tsx";
import { momentWords } from "../ui/dates.ts";
import { AsSent } from "./as-sent.tsx";
import { AttachmentButton } from "./attachment-button.tsx";

const useStyles = makeStyles({
  message: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  ours: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  from: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  other: { justifySelf: "start", fontSize: tokens.fontSizeBase200 },
  attachments: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type MessageProps = {
  readonly caseId: string;
  readonly message: MessageView;
  /** The case's subject: a message only names its own where that differs. */
  readonly caseSubject: string;
  /** The message's words, folded or whole. */
  readonly children: ReactNode;
};

/** One message, in or out, with what came with it. */
export function Message({ caseId, caseSubject, message, children }: MessageProps) {
  const styles = useStyles();
  const [asSent, setAsSent] = useState(false);
  return (
    <article
      aria-label={`${message.label ?? "Message"} from ${message.from}`}
      className={mergeClasses(styles.message, message.direction === "out" && styles.ours)}
    >
      <div className={styles.head}>
        <span className={styles.from}>{message.from}</span>
        {message.label !== undefined && (
          <Badge appearance="outline" color="informative">
            {message.label}
          </Badge>
        )}
        <time dateTime={message.at} className={styles.quiet}>
          {momentWords(message.at)}
        </time>
      </div>
      {message.subject !== caseSubject && <div className={styles.quiet}>{message.subject}</div>}
      {asSent ? <AsSent caseId={caseId} mailId={message.id} from={message.from} /> : children}
      {message.formatted === true && (
        <Link
          as="button"
          className={styles.other}
          aria-expanded={asSent}
          onClick={() => setAsSent(!asSent)}
        >
          {asSent ? "Show its words only" : "Show as it was sent"}
        </Link>
      )}
      {message.letter !== undefined && (
        <LetterFiles
          caseId={caseId}
          text={message.letter}
          name={message.label ?? "letter"}
          title="Download"
        />
      )}
      {message.attachments.length > 0 && (
        <div className={styles.attachments}>
          {message.attachments.map((attachment) => (
            <AttachmentButton key={attachment.id} caseId={caseId} attachment={attachment} />
          ))}
        </div>
      )}
    </article>
  );
}
