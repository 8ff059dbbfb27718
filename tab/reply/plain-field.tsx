import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { LetterFieldProps } from "./letter-field-props.ts";

const useStyles = makeStyles({
  plain: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  text: {
    maxWidth: "none",
    "& textarea": {
      // The field grows with the letter; where a browser cannot do that, it can be dragged.
      fieldSizing: "content",
      minHeight: "max(240px, 50vh)",
      maxHeight: "none",
      lineHeight: tokens.lineHeightBase400,
    },
  },
});

/** Where a reply is written when the formatting tools did not arrive: its text, signs and all. */
export function PlainField({ label, text, locked, onWrite }: LetterFieldProps) {
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.plain}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          The formatting tools could not be loaded. Go on writing here: a line that begins with ##
          becomes a heading, one that begins with - a bullet.
        </MessageBarBody>
      </MessageBar>
      <Textarea
        textarea={{ ref: field }}
        aria-label={label}
        className={styles.text}
        resize="vertical"
        lang="en-GB"
        spellCheck
        readOnly={locked}
        value={text}
        onChange={(_event, { value }) => onWrite(value)}
      />
    </div>
  );
}
