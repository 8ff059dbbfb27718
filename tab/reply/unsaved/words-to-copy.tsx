import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { Letter } from "../../case-view/letter.tsx";
import { momentWords } from "../../ui/dates.ts";
import { sameWords } from "../draft-state.ts";
import type { LeftWords } from "./words.ts";

const useStyles = makeStyles({
  words: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  why: { margin: 0 },
  letter: { justifySelf: "stretch" },
});

type WordsToCopyProps = {
  readonly left: readonly LeftWords[];
  /** What is saved: whoever left just that has lost nothing. */
  readonly saved?: string | undefined;
};

/** Words that were never saved and can be saved nowhere now, until their author has what they need of them. */
export function WordsToCopy({ left, saved }: WordsToCopyProps) {
  const styles = useStyles();
  const isSaved = ({ text }: LeftWords) => saved !== undefined && sameWords(text, saved);
  useEffect(() => {
    for (const words of left) {
      if (saved !== undefined && sameWords(words.text, saved)) words.forget();
    }
  }, [left, saved]);
  const [forgotten, setForgotten] = useState<readonly LeftWords[]>([]);
  const forget = (words: LeftWords) => {
    words.forget();
    setForgotten([...forgotten, words]);
  };
  return left
    .filter((words) => !isSaved(words) && !forgotten.includes(words))
    .map((words) => (
      <section key={`${words.stage} ${words.at}`} className={styles.words}>
        <h2 className={styles.heading}>Your words that were not saved</h2>
        <p className={styles.why}>
          {words.at === "" ? "You" : `On ${momentWords(words.at)} you`} wrote them for the letter of
          stage {words.stage}. Copy what you still need: only you can see them.
        </p>
        <div className={styles.letter}>
          <Letter label="Your words that were not saved" text={words.text} />
        </div>
        <Button size="small" onClick={() => forget(words)}>
          Remove these words
        </Button>
      </section>
    ));
}
