import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { linkAt, setLink } from "./formatting.ts";
import type { LetterField } from "./letter-field.ts";
import { hrefOf } from "./schema.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  field: { flex: "1 1 200px", minWidth: 0 },
});

type LinkFormProps = { readonly field: LetterField; readonly onDone: () => void };

/** Asks where the selected words lead. */
export function LinkForm({ field, onDone }: LinkFormProps) {
  const styles = useStyles();
  const [before] = useState(() => linkAt(field.state()));
  const [typed, setTyped] = useState(before ?? "");
  const [wrong, setWrong] = useState(false);
  const done = () => {
    onDone();
    field.focus();
  };
  const apply = (href: string | undefined) => {
    field.run(setLink(href));
    done();
  };
  const submit = () => {
    const href = hrefOf(typed);
    if (href === undefined) setWrong(true);
    else apply(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") done();
    if (event.key === "Enter") {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div role="group" aria-label="Link" className={styles.form}>
      <Field
        className={styles.field}
        size="small"
        label="Address of the page, or an e-mail address"
        {...(wrong
          ? { validationMessage: "Give an address such as https://www.example.gov.uk/complaints." }
          : {})}
      >
        <Input
          size="small"
          autoFocus
          value={typed}
          onKeyDown={onKeyDown}
          onChange={(_event, { value }) => {
            setTyped(value);
            setWrong(false);
          }}
        />
      </Field>
      <Button size="small" appearance="primary" onClick={submit}>
        Set link
      </Button>
      {before !== undefined && (
        <Button size="small" onClick={() => apply(undefined)}>
          Remove link
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={done}>
        Cancel
      </Button>
    </div>
  );
}
