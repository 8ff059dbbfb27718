import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { MailText } from "#api/contract/assurance.ts";
import { mailTextQuery, useSettleMail } from "../queries/assurance.ts";
import { useDesk } from "../queries/desk-context.ts";
import { momentWords } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ReadingDialog } from "../ui/reading-dialog.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { useToast } from "../ui/toasts.tsx";
import { usePress } from "../ui/use-press.ts";
import { useAssuranceStyles } from "./assurance-styles.ts";

type MailTextDialogProps = {
  readonly mailId: string;
  /** Whether a case may be made of it. */
  readonly loggable?: boolean;
  readonly onClose: () => void;
};

/** A mail that belongs to no case, as plain text; whoever has read it may make one of it. */
export function MailTextDialog({ mailId, loggable = false, onClose }: MailTextDialogProps) {
  const styles = useAssuranceStyles();
  const settle = useSettleMail();
  const say = useToast();
  const { press, pressing, problem } = usePress(async () => {
    say(await settle({ type: "log", id: mailId }));
    onClose();
  });
  const { data, error, refetch } = useQuery(mailTextQuery(useDesk().api, mailId));
  return (
    <ReadingDialog
      title={data === undefined || data.subject === "" ? "The message" : data.subject}
      {...(loggable &&
        data !== undefined && {
          actions: (
            <Button
              className={styles.action}
              appearance="primary"
              onClick={press}
              disabledFocusable={pressing}
            >
              {pressing ? "Logging…" : "Log it as a complaint"}
            </Button>
          ),
        })}
      onClose={onClose}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading the message" widths={[80, 60, 70]} />
      )}
      {data !== undefined && <Mail mail={data} loggable={loggable} />}
      {problem !== undefined && <ProblemNotice error={problem} />}
    </ReadingDialog>
  );
}

function Mail({ mail, loggable }: { readonly mail: MailText; readonly loggable: boolean }) {
  const styles = useAssuranceStyles();
  return (
    <>
      <p className={styles.quiet}>
        From {mail.from}
        {mail.sentAt !== undefined && `, ${momentWords(mail.sentAt)}`}
      </p>
      {loggable && (
        <p className={styles.quiet}>
          Logged as a complaint, it waits in triage from the day it arrived. Nobody is written to
          before it is classified there.
        </p>
      )}
      <pre className={styles.text}>{mail.text}</pre>
      {mail.cut && <p className={styles.quiet}>It goes on in the kept mail.</p>}
    </>
  );
}
