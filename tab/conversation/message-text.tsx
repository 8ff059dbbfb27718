import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Message } from "#api/contract/case-detail.ts";
import { foldText } from "./fold-text.ts";

const useStyles = makeStyles({
  text: {
    maxWidth: "75ch",
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  more: { marginTop: tokens.spacingVerticalS },
});

/** Somebody's words, exactly as they wrote them. */
export function WholeText({ text }: { readonly text: string }) {
  return <div className={useStyles().text}>{text}</div>;
}

/** Somebody's words, with quoted and very long text folded away until it is asked for. */
export function MessageText({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const { text } = message;
  const { shown, hidden } = foldText(message);
  if (hidden === "nothing") return <WholeText text={text} />;
  const show = hidden === "rest" ? "Show all" : `Show ${hidden}`;
  return (
    <div>
      <div className={styles.text}>{whole ? text : hidden === "rest" ? `${shown} …` : shown}</div>
      <Link
        as="button"
        className={styles.more}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {whole ? "Show less" : show}
      </Link>
    </div>
  );
}
