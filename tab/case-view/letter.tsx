import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, type ReactNode } from "react";
import { letterLook } from "./letter-look.ts";

const useStyles = makeStyles({
  paper: {
    ...letterLook,
    boxSizing: "border-box",
    maxWidth: "80ch",
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 639px)": { padding: tokens.spacingHorizontalM },
  },
  plain: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

/** What reads a letter is fetched when one is shown; until then, and without it, its text is. */
const Blocks = lazy(() =>
  import("./letter-blocks.tsx").then(
    ({ LetterBlocks }) => ({ default: LetterBlocks }),
    () => ({ default: PlainWords }),
  ),
);

type LetterProps = {
  readonly label: string;
  readonly text: string;
  /** What stands above its words on paper. */
  readonly head?: ReactNode;
  /** The size of its print on paper. */
  readonly points?: number;
};

/** A letter as the citizen will read it. */
export function Letter({ label, text, head, points }: LetterProps) {
  return (
    <div
      role="document"
      aria-label={label}
      tabIndex={0}
      className={useStyles().paper}
      {...(points === undefined ? {} : { style: { fontSize: `${points}pt`, lineHeight: 1.4 } })}
    >
      {head}
      <Suspense fallback={<PlainWords text={text} />}>
        <Blocks text={text} />
      </Suspense>
    </div>
  );
}

/** A letter's text as it is stored. */
export function PlainWords({ text }: { readonly text: string }) {
  return <div className={useStyles().plain}>{text}</div>;
}
