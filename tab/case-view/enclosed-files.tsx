import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { AttachmentButton } from "../conversation/attachment-button.tsx";

const useStyles = makeStyles({
  files: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  file: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalS}`,
  },
});

type EnclosedFilesProps = {
  readonly detail: CaseDetail;
  /** What can be done with each, by its id and name. */
  readonly children?: (file: { readonly id: string; readonly name: string }) => ReactNode;
};

/** The files that go with the letter, each to be looked at. */
export function EnclosedFiles({ detail, children }: EnclosedFilesProps) {
  const styles = useStyles();
  const { enclosures = [] } = detail;
  if (enclosures.length === 0) return null;
  return (
    <ul aria-label="Goes with the letter" className={styles.files}>
      {enclosures.map((file) => (
        <li key={file.id} className={styles.file}>
          <AttachmentButton caseId={detail.row.caseId} attachment={file} />
          {children?.(file)}
        </li>
      ))}
    </ul>
  );
}
