import { useQuery } from "@tanstack/react-query";
import { mailTextQuery } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { momentWords } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ReadingDialog } from "../ui/reading-dialog.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useAssuranceStyles } from "./assurance-styles.ts";

type MailTextDialogProps = { readonly mailId: string; readonly onClose: () => void };

/** A mail that belongs to no case, as plain text. */
export function MailTextDialog({ mailId, onClose }: MailTextDialogProps) {
  const styles = useAssuranceStyles();
  const { data, error, refetch } = useQuery(mailTextQuery(useDesk().api, mailId));
  return (
    <ReadingDialog
      title={data === undefined || data.subject === "" ? "The message" : data.subject}
      onClose={onClose}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading the message" widths={[80, 60, 70]} />
      )}
      {data !== undefined && (
        <>
          <p className={styles.quiet}>
            From {data.from}
            {data.sentAt !== undefined && `, ${momentWords(data.sentAt)}`}
          </p>
          <pre className={styles.text}>{data.text}</pre>
          {data.cut && <p className={styles.quiet}>It goes on in the kept mail.</p>}
        </>
      )}
    </ReadingDialog>
  );
}
