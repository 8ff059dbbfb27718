import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import {
  CheckmarkCircle20Regular,
  ChevronDown20Regular,
  ChevronRight20Regular,
  ErrorCircle20Regular,
  Eye20Regular,
} from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { FindingLine, LetterCheck } from "#api/contract/letter-check.ts";

const useStyles = makeStyles({
  panel: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 639px)": { paddingInline: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  toggle: { justifyContent: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  points: { margin: 0 },
  group: { display: "grid", gap: tokens.spacingVerticalXS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  line: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    gap: `0 ${tokens.spacingHorizontalS}`,
    overflowWrap: "anywhere",
  },
  where: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  missing: { color: tokens.colorPaletteRedForeground1 },
  look: { color: tokens.colorPaletteDarkOrangeForeground1 },
  met: { color: tokens.colorPaletteGreenForeground1 },
});

const groups = [
  { standing: "missing", heading: "Missing", icon: ErrorCircle20Regular },
  { standing: "look", heading: "Worth a look", icon: Eye20Regular },
  { standing: "met", heading: "Met", icon: CheckmarkCircle20Regular },
] as const;

type LetterCheckProps = {
  /** Nothing until the service has answered for the first time. */
  readonly check: LetterCheck | undefined;
  readonly failed: boolean;
  readonly onShow: (words: string) => void;
  readonly onAdd: (part: NonNullable<FindingLine["insert"]>) => void;
};

/** What the check says of the letter, beside the letter. */
export function LetterCheckPanel({ check, failed, onShow, onAdd }: LetterCheckProps) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(true);
  const title = check?.title ?? (failed ? "not available now" : "reading the letter…");
  return (
    <section aria-label="Letter check" className={styles.panel}>
      <h2 className={styles.title}>
        <Button
          appearance="transparent"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          icon={open ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
          onClick={() => setOpen(!open)}
        >
          <span aria-live="polite">Letter check: {title}</span>
        </Button>
      </h2>
      <div id={id} hidden={!open} className={open ? styles.group : undefined}>
        {check?.points !== undefined && <p className={styles.points}>{check.points}</p>}
        {groups.map(({ standing, heading, icon: Icon }) => {
          const findings = check?.findings.filter((each) => each.standing === standing) ?? [];
          if (findings.length === 0) return null;
          return (
            <div key={standing} className={styles.group}>
              <h3 className={styles.heading}>
                {heading} ({findings.length})
              </h3>
              <ul aria-label={heading} className={styles.list}>
                {findings.map((finding) => (
                  <li key={finding.id} className={styles.line}>
                    <Icon aria-hidden className={styles[standing]} />
                    <Line finding={finding} onShow={onShow} onAdd={onAdd} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

type LineProps = Pick<LetterCheckProps, "onShow" | "onAdd"> & { readonly finding: FindingLine };

function Line({ finding: { words, where, insert }, onShow, onAdd }: LineProps) {
  const styles = useStyles();
  const isSaid = where === undefined || words.includes(where.replaceAll(/^\[|\]$/g, ""));
  return (
    <div>
      {words}
      {!isSaid && <div className={styles.where}>“{where}”</div>}
      {where !== undefined && (
        <div>
          <Button
            size="small"
            aria-label={`Show in the letter: ${where}`}
            onClick={() => onShow(where)}
          >
            Show
          </Button>
        </div>
      )}
      {insert !== undefined && (
        <div>
          <Button size="small" aria-label={`Add this part: ${words}`} onClick={() => onAdd(insert)}>
            Add this part
          </Button>
        </div>
      )}
    </div>
  );
}
