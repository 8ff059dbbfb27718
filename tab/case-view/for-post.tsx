import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useDesk } from "../queries/desk-context.ts";
import { offerFile } from "../ui/offer-file.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { usePress } from "../ui/use-press.ts";

const useStyles = makeStyles({
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type ForPostProps = {
  readonly caseId: string;
  /** The hash of the letter; there is none before its first draft was saved. */
  readonly text: string | undefined;
  readonly isDraft: boolean;
  readonly notes: readonly string[];
};

/** The letter as files to print, and what somebody must see to before they are posted. */
export function ForPost({ caseId, text, isDraft, notes }: ForPostProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label="For post" className={styles.all}>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {text === undefined ? (
        <p className={styles.notes}>It can be downloaded once a draft is saved.</p>
      ) : (
        <div className={styles.buttons}>
          <Download {...{ caseId, text, isDraft }} form="docx" title="Word" />
          <Download {...{ caseId, text, isDraft }} form="pdf" title="PDF" />
        </div>
      )}
    </div>
  );
}

type DownloadProps = {
  readonly caseId: string;
  readonly text: string;
  readonly isDraft: boolean;
  readonly form: "docx" | "pdf";
  readonly title: string;
};

function Download({ caseId, text, isDraft, form, title }: DownloadProps) {
  const { api } = useDesk();
  const { press, pressing, problem } = usePress(async () => {
    const name = `${caseId} letter${isDraft ? " DRAFT" : ""}.${form}`;
    offerFile(await api.letterFile(caseId, text, form), name);
  });
  const what = isDraft ? `Download draft (${title})` : `Download for post (${title})`;
  return (
    <>
      <Button
        size="small"
        icon={<ArrowDownload20Regular />}
        disabledFocusable={pressing}
        onClick={press}
      >
        {pressing ? "Preparing…" : what}
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}
