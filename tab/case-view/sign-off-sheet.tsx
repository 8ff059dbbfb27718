import { makeStyles, tokens } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { momentWords } from "../ui/dates.ts";

const useStyles = makeStyles({
  sheet: {
    display: "grid",
    gridTemplateColumns: "minmax(8em, max-content) minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
    "@media (max-width: 639px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      "& dd": { marginBottom: tokens.spacingVerticalXS },
    },
  },
});

type SheetProps = { readonly sheet: NonNullable<CaseDetail["submission"]>["sheet"] };

/** What to know before the letter is read: from whom and in whose place, what is decided, what is promised. */
export function BeforeLetter({ sheet }: SheetProps) {
  const { author, submittedAt, approver, inPlaceOf, note, decision, points, remedies } = sheet;
  return (
    <Facts
      facts={[
        ["Written by", `${author}, submitted ${momentWords(submittedAt)}`],
        ["Approver", inPlaceOf === undefined ? approver : `${approver}, in place of ${inPlaceOf}`],
        ...(note === undefined ? [] : [[`${note.by} says`, note.text] as const]),
        ...(decision === undefined ? [] : [["Decision", decision] as const]),
        ...points.map(
          ({ id, title, finding, answered }) =>
            [
              `Point ${id}`,
              `${finding ?? (answered ? "Answered" : "No answer yet")}: ${title}`,
            ] as const,
        ),
        ...remedies.map((remedy) => ["Remedy", remedy] as const),
      ]}
    />
  );
}

/** What to know before it is decided: how complete it is, what changed, and who may. */
export function AfterLetter({ sheet }: SheetProps) {
  const { pointsWords, checks, returned, changes, independence } = sheet;
  return (
    <Facts
      facts={[
        ...(pointsWords === undefined ? [] : [["Complete", pointsWords] as const]),
        ...checks.map((check) => ["Check", check] as const),
        ...(returned === undefined
          ? []
          : [
              [
                `Returned ${momentWords(returned.at)}`,
                `${returned.by}: ${returned.comment}`,
              ] as const,
            ]),
        ...changes.map((change) => ["Changed since", change] as const),
        ["Independence", independence],
      ]}
    />
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={useStyles().sheet}>
      {facts.map(([title, words], index) => (
        <div key={`${title} ${words}`} style={{ display: "contents" }}>
          <dt>{facts[index - 1]?.[0] === title ? "" : title}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
