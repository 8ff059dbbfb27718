import type { PromiseLine } from "#api/contract/case-parts.ts";
import { dayWords } from "../ui/dates.ts";
import { Entries, Entry } from "./entries.tsx";
import { Quote } from "./quote.tsx";

type PuttingRightProps = {
  readonly remedies: readonly PromiseLine[];
  readonly lessons: readonly PromiseLine[];
};

/** What the council does for the person, and what it changes so that it does not happen again. */
export function PuttingRight({ remedies, lessons }: PuttingRightProps) {
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
    </>
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
