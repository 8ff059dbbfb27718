import { Button, makeStyles, Tag, TagGroup, tokens } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons";
import { useRef } from "react";

const useStyles = makeStyles({
  picker: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  names: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
});

type AttachmentPickerProps = {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
};

/** Adds files to a mail, and takes them out again. */
export function AttachmentPicker({ files, onFiles }: AttachmentPickerProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.picker}>
      <Button icon={<AttachRegular />} onClick={() => input.current?.click()}>
        Attach files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ currentTarget }) => {
          onFiles([...files, ...(currentTarget.files ?? [])]);
          // So that choosing the same file again after removing it is a change.
          currentTarget.value = "";
        }}
      />
      {files.length > 0 && (
        <TagGroup
          className={styles.names}
          aria-label="Attached files"
          onDismiss={(_, { value }) =>
            onFiles(files.filter((_file, index) => `${index}` !== value))
          }
        >
          {files.map(({ name }, index) => (
            <Tag
              key={index}
              value={`${index}`}
              dismissible
              dismissIcon={{ "aria-label": "Remove" }}
            >
              {name}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
