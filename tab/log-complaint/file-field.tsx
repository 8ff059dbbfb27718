import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { fileEndings } from "#api/contract/enclosed-files.ts";
import { problemOfFiles } from "./chosen-files.ts";

const useStyles = makeStyles({
  files: { display: "grid", justifyItems: "start", gap: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  file: { display: "flex", flexWrap: "wrap", alignItems: "center", overflowWrap: "anywhere" },
});

type FileFieldProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

/** Scans of a letter, photographs: what came with the complaint. */
export function FileField({ files, onChange }: FileFieldProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field
      label="Files"
      hint="Scans and photographs, up to 10 of 10 MB each."
      validationMessage={problemOfFiles(files) ?? null}
    >
      <div className={styles.files}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to attach"
          accept={fileEndings.map((ending) => `.${ending}`).join(",")}
          onChange={({ currentTarget }) => {
            onChange([...files, ...(currentTarget.files ?? [])]);
            // The same file may be chosen again after it was taken out.
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>Attach files…</Button>
        {files.length > 0 && (
          <ul className={styles.list}>
            {files.map((file, index) => (
              // Two files may have one name.
              <li key={index} className={styles.file}>
                {file.name}
                <Button
                  appearance="transparent"
                  size="small"
                  aria-label={`Leave out ${file.name}`}
                  onClick={() => onChange(files.filter((one) => one !== file))}
                >
                  Leave out
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Field>
  );
}
