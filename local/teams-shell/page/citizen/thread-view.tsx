import {
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { ArrowLeftRegular, ArrowReplyRegular, AttachRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { CitizenMessage } from "../../api.ts";
import { dateTimeInWords } from "../clock/london-time.ts";
import { HtmlMail } from "./html-mail.tsx";
import { MailForm } from "./mail-form.tsx";
import { type MailThread, replyTo } from "./mail-threads.ts";

const useStyles = makeStyles({
  thread: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalS },
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  back: { "@media (min-width: 900px)": { display: "none" } },
  subject: {
    ...typographyStyles.subtitle2,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  mail: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  text: { margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontFamily: "inherit" },
  files: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
  },
  file: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: "2px 8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  reply: { alignSelf: "flex-start" },
});

/** The thread takes the place of the list on a narrow screen, and the keyboard comes along. */
const takeFocus = (heading: HTMLElement | null) => heading?.focus();

type ThreadViewProps = {
  readonly thread: MailThread;
  readonly address: string;
  readonly mailboxes: readonly string[];
  readonly onBack: () => void;
};

/** One thread, oldest mail first, with a reply under it. */
export function ThreadView({ thread, address, mailboxes, onBack }: ThreadViewProps) {
  const styles = useStyles();
  const [isReplying, setReplying] = useState(false);
  const reply = replyTo(thread, mailboxes);
  return (
    <div className={styles.thread}>
      <div className={styles.head}>
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label="Back to all mail"
          onClick={onBack}
        />
        <h2 ref={takeFocus} tabIndex={-1} className={styles.subject}>
          {thread.subject}
        </h2>
      </div>
      {thread.messages.map((message) => (
        <Mail key={message.id} message={message} />
      ))}
      {isReplying ? (
        <MailForm
          title="Reply"
          address={address}
          {...reply}
          to={[reply.to]}
          onSent={() => setReplying(false)}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <Button
          className={styles.reply}
          icon={<ArrowReplyRegular />}
          onClick={() => setReplying(true)}
        >
          Reply
        </Button>
      )}
    </div>
  );
}

function Mail({ message }: { readonly message: CitizenMessage }) {
  const styles = useStyles();
  const who = message.direction === "sent" ? "You" : message.fromName || message.from;
  return (
    <article className={styles.mail} aria-label={`Mail from ${who}`}>
      <Body1Strong>{who}</Body1Strong>
      <Caption1 className={styles.quiet}>
        {message.direction === "received" && `${message.from} · `}to {message.to} ·{" "}
        {dateTimeInWords(new Date(message.at))}
      </Caption1>
      <Caption1 className={styles.quiet}>{message.subject}</Caption1>
      {message.html === undefined ? (
        <p className={styles.text}>{message.text}</p>
      ) : (
        <HtmlMail html={message.html} title={`Mail from ${who}`} />
      )}
      {message.attachments.length > 0 && (
        <ul className={styles.files} aria-label="Attachments">
          {message.attachments.map(({ name, bytes }, index) => (
            <li key={index} className={styles.file}>
              <AttachRegular aria-hidden />
              <Caption1>
                {name}, {sizeInWords(bytes)}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

const kilo = 1024;

function sizeInWords(bytes: number): string {
  if (bytes < kilo) return `${bytes} bytes`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} KB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}
