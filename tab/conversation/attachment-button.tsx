import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { lazy, Suspense, useEffect, useState } from "react";
import { type Attachment, type DialogKind, kindOf, pictureTypes } from "../file-view/file-kind.ts";
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
  readonly attachment: Attachment;
};

const FileDialog = lazy(async () => ({
  default: (await import("../file-view/file-dialog.tsx")).FileDialog,
}));

/** A file that came with a message: downloaded, or looked at where that can do no harm. */
export function AttachmentButton(props: AttachmentButtonProps) {
  const styles = useStyles();
  const { note } = props.attachment;
  const kind = kindOf(props.attachment);
  return (
    <>
      <Download {...props} />
      {kind === "picture" && <Picture {...props} />}
      {kind !== undefined && kind !== "picture" && <InDialog {...props} kind={kind} />}
      {note !== undefined && <p className={styles.odd}>{note}</p>}
    </>
  );
}

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

/** Shows a file in a dialog, whose code comes when it is asked for. */
function InDialog(props: AttachmentButtonProps & { readonly kind: DialogKind }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        aria-label={`Show ${props.attachment.name}`}
        onClick={() => setOpen(true)}
      >
        Show
      </Button>
      {open && (
        <Suspense fallback={null}>
          <FileDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
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
    if (pictureTypes.has(blob.type)) setAddress(URL.createObjectURL(blob));
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
