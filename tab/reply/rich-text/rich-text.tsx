import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { letterLook } from "../../case-view/letter-look.ts";
import type { LetterFieldProps } from "../letter-field-props.ts";
import { LetterField } from "./letter-field.ts";
import { LinkForm } from "./link-form.tsx";
import { FormatBar } from "./toolbar.tsx";

const useStyles = makeStyles({
  frame: {
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-within": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
  field: {
    "& .ProseMirror": {
      ...letterLook,
      position: "relative",
      minHeight: "max(240px, 50vh)",
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
      outlineStyle: "none",
      whiteSpace: "break-spaces",
    },
    "& .ProseMirror:focus-visible": {
      boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    },
    "& .gap": {
      backgroundColor: tokens.colorStatusWarningBackground2,
      color: tokens.colorNeutralForeground1,
      borderBottom: `2px dashed ${tokens.colorStatusWarningForeground3}`,
    },
  },
});

/** The field a reply is written in, with its formats. */
export function RichText({ label, text, locked, onWrite }: LetterFieldProps) {
  const styles = useStyles();
  const [linking, setLinking] = useState(false);
  const [field] = useState(
    () => new LetterField({ label, text, onWrite, onLink: () => setLinking(true) }),
  );
  const mount = useCallback((place: HTMLElement | null) => field.mount(place), [field]);
  const state = useSyncExternalStore(field.subscribe, field.state);
  useEffect(() => field.show(text), [field, text]);
  useEffect(() => field.lock(locked), [field, locked]);
  useEffect(() => field.focus(), [field]);
  return (
    <div className={styles.frame}>
      <FormatBar field={field} state={state} locked={locked} onLink={() => setLinking(true)} />
      {linking && !locked && <LinkForm field={field} onDone={() => setLinking(false)} />}
      <div ref={mount} className={styles.field} />
    </div>
  );
}
