import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useDesk } from "../queries/desk-context.ts";
import { offerFile } from "../ui/offer-file.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ReadingDialog } from "../ui/reading-dialog.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import type { Attachment, DialogKind } from "./file-kind.ts";
import { MailWords } from "./mail-words.tsx";
import { PdfPages } from "./pdf-pages.tsx";
import { TextWords } from "./text-words.tsx";
import { Told } from "./told.tsx";

type FileDialogProps = {
  readonly caseId: string;
  readonly attachment: Attachment;
  readonly kind: DialogKind;
  readonly onClose: () => void;
};

/** A file looked at beside the case, fetched when it is asked for and let go of with the dialog. */
export function FileDialog({ caseId, attachment, kind, onClose }: FileDialogProps) {
  const { api } = useDesk();
  const { id, name } = attachment;
  const { data, error, refetch } = useQuery({
    queryKey: ["file", caseId, id],
    queryFn: () => api.attachment(caseId, id),
    // What was sent does not change; it may be large.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <ReadingDialog
      title={name}
      isWide
      onClose={onClose}
      {...(data !== undefined && {
        actions: <Button onClick={() => offerFile(data, name)}>Download</Button>,
      })}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <SkeletonLines label="Loading the file" widths={[90, 70, 80]} />
      )}
      {data !== undefined && <Shown kind={kind} file={data} />}
    </ReadingDialog>
  );
}

function Shown({ kind, file }: { readonly kind: DialogKind; readonly file: Blob }) {
  if (kind === "mail") return <MailWords file={file} />;
  if (kind === "text") return <TextWords file={file} />;
  // The service tells by its first bytes what a file is.
  return file.type === "application/pdf" ? (
    <PdfPages file={file} />
  ) : (
    <Told alert>It is no PDF, whatever it is called. Download it with care.</Told>
  );
}
