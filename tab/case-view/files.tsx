import { makeStyles, tokens } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { AttachmentButton } from "../conversation/attachment-button.tsx";
import { dayWords } from "../ui/dates.ts";

const useStyles = makeStyles({
  files: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
  },
  file: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  told: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
});

/** Everything that came attached to a message. */
export function Files({ detail }: { readonly detail: CaseDetail }) {
  const styles = useStyles();
  const files = detail.conversation.flatMap((message) =>
    message.attachments.map((attachment) => ({ message, attachment })),
  );
  return (
    <>
      <p className={styles.told}>
        Pictures, PDFs, plain text and mails are shown here. Everything else, such as a Word
        document, is downloaded.
      </p>
      <ul className={styles.files}>
        {files.map(({ message, attachment }) => (
          <li key={`${message.id} ${attachment.id}`} className={styles.file}>
            <AttachmentButton caseId={detail.row.caseId} attachment={attachment} />
            <span className={styles.quiet}>
              {message.from}, {dayWords(message.at)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
