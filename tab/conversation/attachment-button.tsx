import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import type { z } from "zod";
import type { AttachmentLine } from "#api/contract/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  button: { maxWidth: "100%", minWidth: 0, justifyContent: "start", textAlign: "start" },
  name: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightRegular },
  size: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

type AttachmentButtonProps = {
  readonly caseId: string;
  readonly attachment: z.infer<typeof AttachmentLine>;
};

/** Downloads an attachment; a plain link could not carry the sign-in. */
export function AttachmentButton({ caseId, attachment }: AttachmentButtonProps) {
  const styles = useStyles();
  const { api } = useDesk();
  const { press, pressing, problem } = usePress(async () => {
    offer(await api.attachment(caseId, attachment.id), attachment.name);
  });
  return (
    <>
      <Button
        className={styles.button}
        appearance="outline"
        size="small"
        icon={<ArrowDownload20Regular />}
        aria-label={`Download ${attachment.name}, ${sizeWords(attachment.bytes)}`}
        disabledFocusable={pressing}
        onClick={press}
      >
        <span>
          <span className={styles.name}>{attachment.name}</span>{" "}
          <span className={styles.size}>{sizeWords(attachment.bytes)}</span>
        </span>
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}

function offer(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A size as "84 KB" or "2.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
