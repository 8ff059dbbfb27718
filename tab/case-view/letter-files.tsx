import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useDesk } from "../queries/desk-context.ts";
import { offerFile } from "../ui/offer-file.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type LetterFilesProps = {
  readonly caseId: string;
  /** The hash of the letter. */
  readonly text: string;
  /** What the files are called, after the case. */
  readonly name: string;
  /** What the buttons say before the kind of file. */
  readonly title: string;
};

/** A letter as a Word and as a PDF file, on the council's letterhead. */
export function LetterFiles(props: LetterFilesProps) {
  return (
    <div className={useStyles().buttons}>
      <Download {...props} form="docx" kind="Word" />
      <Download {...props} form="pdf" kind="PDF" />
    </div>
  );
}

type DownloadProps = LetterFilesProps & {
  readonly form: "docx" | "pdf";
  readonly kind: string;
};

function Download({ caseId, text, name, title, form, kind }: DownloadProps) {
  const { api } = useDesk();
  const { press, pressing, problem } = usePress(async () => {
    offerFile(await api.letterFile(caseId, text, form), `${caseId} ${name}.${form}`);
  });
  return (
    <>
      <Button
        size="small"
        icon={<ArrowDownload20Regular />}
        aria-label={`${title} (${kind}): ${name}`}
        disabledFocusable={pressing}
        onClick={press}
      >
        {pressing ? "Preparing…" : `${title} (${kind})`}
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}
