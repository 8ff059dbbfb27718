import { makeStyles, tokens } from "@fluentui/react-components";
import { LetterFiles } from "./letter-files.tsx";

const useStyles = makeStyles({
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
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
        <LetterFiles
          {...{ caseId, text }}
          name={isDraft ? "letter DRAFT" : "letter"}
          title={isDraft ? "Download draft" : "Download for post"}
        />
      )}
    </div>
  );
}
