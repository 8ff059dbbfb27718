import { makeStyles, tokens } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { Message } from "./message.tsx";
import { MessageText } from "./message-text.tsx";

const useStyles = makeStyles({
  messages: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
  },
});

/** What was written to and fro, oldest first. */
export function Conversation({ detail }: { readonly detail: CaseDetail }) {
  const styles = useStyles();
  const { caseId, subject } = detail.row;
  return (
    <div className={styles.messages}>
      {detail.conversation.map((message) => (
        <Message key={message.id} caseId={caseId} caseSubject={subject} message={message}>
          <MessageText message={message} />
        </Message>
      ))}
    </div>
  );
}
