import { makeStyles, tokens } from "@fluentui/react-components";
import type { CheckInLine, PromiseLine } from "#api/contract/case-parts.ts";
import { dayWords } from "../ui/dates.ts";
import { Entries, Entry } from "./entries.tsx";
import { Quote } from "./quote.tsx";

const useStyles = makeStyles({
  next: { margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: "75ch" },
});

type PuttingRightProps = {
  readonly remedies: readonly PromiseLine[];
  readonly lessons: readonly PromiseLine[];
  readonly checkIns: readonly CheckInLine[];
};

/** What the council does for the person, and what it changes so that it does not happen again. */
export function PuttingRight({ remedies, lessons, checkIns }: PuttingRightProps) {
  return (
    <>
      <Entries
        title="For the person"
        empty="Nothing has been promised. Where something went wrong, record what will be done about it, by whom and by when."
      >
        {remedies.map((remedy) => (
          <Promised key={remedy.id} promised={remedy} />
        ))}
      </Entries>
      <Entries
        title="So that it does not happen again"
        empty="No lesson has been noted. Note what has to change, and who sees to it."
      >
        {lessons.map((lesson) => (
          <Promised key={lesson.id} promised={lesson} />
        ))}
      </Entries>
      {checkIns.length > 0 && (
        <Entries title="Whether it met their need" empty="Nobody has asked yet.">
          {checkIns.map((checkIn) => (
            <Asked key={checkIn.stage} checkIn={checkIn} />
          ))}
        </Entries>
      )}
    </>
  );
}

function Asked({
  checkIn: { title, standing, facts, said, next },
}: {
  readonly checkIn: CheckInLine;
}) {
  const styles = useStyles();
  return (
    <Entry title={title} facts={facts} {...(standing === undefined ? {} : { standing })}>
      {said !== undefined && <Quote text={said} />}
      {next !== undefined && <p className={styles.next}>{next}</p>}
    </Entry>
  );
}

function Promised({ promised }: { readonly promised: PromiseLine }) {
  const { kind, what, owner, due, standing, note } = promised;
  return (
    <Entry title={what} standing={standing} facts={[kind, owner, `By ${dayWords(due)}`]}>
      {note !== undefined && <Quote text={note} />}
    </Entry>
  );
}
