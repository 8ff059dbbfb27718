import { makeStyles, tokens } from "@fluentui/react-components";
import type { DraftChanges } from "#api/contract/drafts.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";

const useStyles = makeStyles({
  words: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  letter: {
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase400,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Never by colour alone: what came is underlined, what went is struck through.
  added: {
    textDecorationLine: "underline",
    textDecorationThickness: "2px",
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  removed: {
    textDecorationLine: "line-through",
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
});

/** What became of a letter, its words that came and went marked for the eye and for the ear. */
export function Differences({ changes }: { readonly changes: DraftChanges }) {
  const styles = useStyles();
  const { parts } = changes;
  return (
    <>
      <p className={styles.words}>{summaryOf(changes)}</p>
      <div role="document" aria-label="The letter with its changes" className={styles.letter}>
        {parts.map(({ kind, text }, index) => {
          // The stretches of one comparison never change places.
          if (kind === "same") return <span key={index}>{text}</span>;
          const Mark = kind === "added" ? "ins" : "del";
          return (
            <Mark key={index} className={kind === "added" ? styles.added : styles.removed}>
              <VisuallyHidden>{kind === "added" ? " added: " : " removed: "}</VisuallyHidden>
              {text}
              <VisuallyHidden>
                {kind === "added" ? " end of added " : " end of removed "}
              </VisuallyHidden>
            </Mark>
          );
        })}
      </div>
    </>
  );
}

function summaryOf({ added, removed, parts }: DraftChanges): string {
  if (parts.every(({ kind }) => kind === "same")) return "Nothing changed.";
  return `${words(added)} added, ${words(removed)} removed.`;
}

const words = (count: number): string => `${count} ${count === 1 ? "word" : "words"}`;
