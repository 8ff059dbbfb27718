import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { HistoryLine } from "#api/contract/case-detail.ts";
import { CountedChoices } from "../ui/counted-choices.tsx";
import { gapWords, momentWords } from "../ui/dates.ts";
import { Quote } from "./quote.tsx";

const useStyles = makeStyles({
  filter: { marginBlockEnd: tokens.spacingVerticalS },
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: `2px ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    "@media (min-width: 640px)": { gridTemplateColumns: "188px minmax(0, 1fr)" },
  },
  when: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  gap: { display: "block", fontSize: tokens.fontSizeBase200 },
  who: { fontWeight: tokens.fontWeightSemibold },
});

const kinds = [
  { kind: "mail", words: "messages" },
  { kind: "decision", words: "decisions" },
  { kind: "draft", words: "drafts" },
  { kind: "sign-off", words: "sign-off" },
  { kind: "note", words: "notes" },
  { kind: "nudge", words: "reminders" },
] as const satisfies readonly { kind: HistoryLine["kind"]; words: string }[];

/** Who did what when, of one kind or of all, and how long after the step before. */
export function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const styles = useStyles();
  const [kind, setKind] = useState<HistoryLine["kind"]>();
  const shown = kind === undefined ? lines : lines.filter((line) => line.kind === kind);
  return (
    <>
      <KindFilter lines={lines} chosen={kind} onChoose={setKind} />
      <ol className={styles.lines}>
        {shown.map((line, index) => {
          const before = shown[index - 1];
          const gap = before === undefined ? undefined : gapWords(before.at, line.at);
          return (
            <li key={line.sequence} className={styles.line}>
              <span className={styles.when}>
                <time dateTime={line.at}>{momentWords(line.at)}</time>
                {gap !== undefined && <span className={styles.gap}>{gap}</span>}
              </span>
              <div>
                <span className={styles.who}>{line.who}</span> {line.what}
                {line.text !== undefined && <Quote text={line.text} />}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

type KindFilterProps = {
  readonly lines: readonly HistoryLine[];
  readonly chosen: HistoryLine["kind"] | undefined;
  readonly onChoose: (kind: HistoryLine["kind"] | undefined) => void;
};

/** The history in numbers, where it holds more than one kind. */
function KindFilter({ lines, chosen, onChoose }: KindFilterProps) {
  const styles = useStyles();
  const parts = kinds.flatMap(({ kind, words }) => {
    const count = lines.filter((line) => line.kind === kind).length;
    return count === 0 ? [] : [{ id: kind, words: `${count} ${words}` }];
  });
  if (parts.length < 2) return null;
  return (
    <div className={styles.filter}>
      <CountedChoices all={`All ${lines.length}`} {...{ parts, chosen, onChoose }} />
    </div>
  );
}
