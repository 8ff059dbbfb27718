import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { AttachmentLine } from "#api/contract/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { offerFile } from "../ui/offer-file.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  button: { maxWidth: "100%", minWidth: 0, justifyContent: "start", textAlign: "start" },
  name: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightRegular },
  shown: { flexBasis: "100%" },
  picture: { maxWidth: "100%", maxHeight: "70vh" },
  odd: { flexBasis: "100%", margin: 0 },
  size: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

type AttachmentButtonProps = {
  readonly caseId: string;
  readonly attachment: z.infer<typeof AttachmentLine>;
};

/** A file that came with a message: downloaded, or looked at in place when it is a picture. */
export function AttachmentButton(props: AttachmentButtonProps) {
  const styles = useStyles();
  const { note } = props.attachment;
  return (
    <>
      <Download {...props} />
      {pictures.has(props.attachment.type) && <Picture {...props} />}
      {note !== undefined && <p className={styles.odd}>{note}</p>}
    </>
  );
}

/** What the sender calls a picture; whether it is one, the service tells by its bytes. */
const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** Downloads an attachment; a plain link could not carry the sign-in. */
function Download({ caseId, attachment }: AttachmentButtonProps) {
  const styles = useStyles();
  const { api } = useDesk();
  const { press, pressing, problem } = usePress(async () => {
    offerFile(await api.attachment(caseId, attachment.id), attachment.name);
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

/** Shows a picture beneath its button, fetched when it is asked for. */
function Picture({ caseId, attachment }: AttachmentButtonProps) {
  const styles = useStyles();
  const { api } = useDesk();
  const [address, setAddress] = useState<string>();
  const [odd, setOdd] = useState(false);
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  const { press, pressing, problem } = usePress(async () => {
    const blob = await api.attachment(caseId, attachment.id);
    if (pictures.has(blob.type)) setAddress(URL.createObjectURL(blob));
    else setOdd(true);
  });
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        aria-label={`${address === undefined ? "Show" : "Hide"} ${attachment.name}`}
        disabledFocusable={pressing}
        onClick={() => (address === undefined ? press() : setAddress(undefined))}
      >
        {address === undefined ? "Show" : "Hide"}
      </Button>
      {address !== undefined && (
        <div className={styles.shown}>
          <img src={address} alt={attachment.name} className={styles.picture} />
        </div>
      )}
      {odd && (
        <p className={styles.odd}>
          It is no picture, whatever it is called. Download it with care.
        </p>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}

/** A size as "84 KB" or "2.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
