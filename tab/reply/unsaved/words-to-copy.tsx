import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Letter } from "../../case-view/letter.tsx";
import { momentWords } from "../../ui/dates.ts";
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

/** Words that were never saved and can be saved nowhere now, until their author has what they need of them. */
export function WordsToCopy({ left }: { readonly left: readonly LeftWords[] }) {
  const styles = useStyles();
  const [forgotten, setForgotten] = useState<readonly LeftWords[]>([]);
  const forget = (words: LeftWords) => {
    words.forget();
    setForgotten([...forgotten, words]);
  };
  return left
    .filter((words) => words.text.trim() !== "" && !forgotten.includes(words))
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
