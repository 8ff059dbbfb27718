import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Accessibility16Filled } from "@fluentui/react-icons/svg/accessibility";
import { Flag16Filled } from "@fluentui/react-icons/svg/flag";
import { Link } from "react-router";
import type { CaseRow } from "#api/contract/case-list.ts";
import { ClockShape, ClockWords } from "../ui/clock-mark.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";

/** Where there is room for a row in one line; the container is the list. */
export const oneLine = "@container case-list (min-width: 860px)";
const withProgress = "@container case-list (min-width: 420px)";
const withAge = "@container case-list (min-width: 1040px)";
const withHolder = "@container case-list (min-width: 1160px)";
const withComplainant = "@container case-list (min-width: 1300px)";

/** A row takes its columns from the list, so that all rows line up. */
export const acrossTheList = {
  display: "grid",
  gridColumn: "1 / -1",
  gridTemplateColumns: "subgrid",
} as const;

const useStyles = makeStyles({
  row: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    rowGap: "2px",
    alignItems: "center",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    [oneLine]: {
      ...acrossTheList,
      columnGap: tokens.spacingHorizontalM,
      minHeight: "36px",
      boxSizing: "border-box",
      paddingBlock: tokens.spacingVerticalXS,
    },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    "::before": {
      content: '""',
      position: "absolute",
      insetBlock: 0,
      insetInlineStart: 0,
      width: "3px",
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  subject: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    gridColumn: "2 / -1",
    gridRow: 1,
    flexWrap: "wrap",
    rowGap: "2px",
    [oneLine]: { gridColumn: 3, flexWrap: "nowrap" },
  },
  text: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  title: {
    // What the person needs stands under it where both would not fit.
    flexBasis: "100%",
    fontWeight: tokens.fontWeightSemibold,
    [oneLine]: { flexBasis: "auto", fontWeight: tokens.fontWeightRegular },
  },
  from: {
    display: "none",
    flexShrink: 4,
    color: tokens.colorNeutralForeground3,
    [withComplainant]: { display: "inline" },
  },
  flag: {
    display: "inline-flex",
    alignItems: "center",
    flexShrink: 0,
    gap: "2px",
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  details: {
    gridColumn: "2 / -1",
    display: "flex",
    minWidth: 0,
    overflow: "hidden",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "> *": { flexShrink: 0 },
    [oneLine]: {
      display: "contents",
      "> *": { gridRow: 1, fontSize: tokens.fontSizeBase300 },
    },
  },
  reference: {
    fontVariantNumeric: "tabular-nums",
    [oneLine]: { gridColumn: 2, color: tokens.colorNeutralForeground2 },
  },
  stage: { flexShrink: 1, [oneLine]: { gridColumn: 4 } },
  holder: {
    display: "none",
    [oneLine]: { display: "block", gridColumn: 5, maxWidth: "110px" },
    [withHolder]: { maxWidth: "180px" },
  },
  clock: { [oneLine]: { gridColumn: 6 } },
  progress: {
    display: "none",
    flexShrink: 1,
    [withProgress]: { display: "block" },
    [oneLine]: { gridColumn: 8 },
  },
  date: {
    display: "none",
    color: tokens.colorNeutralForeground3,
    [withComplainant]: { display: "inline" },
  },
  age: {
    display: "none",
    [withAge]: { display: "block", gridColumn: 7, fontVariantNumeric: "tabular-nums" },
  },
});

type CaseLineProps = {
  readonly row: CaseRow;
  readonly to: string;
  readonly open: boolean;
  /** The one row that Tab reaches; J, K and the arrows reach the others. */
  readonly tabStop: boolean;
  readonly onFocus: () => void;
};

/** A case in a list: one line where there is room, two where there is not. */
export function CaseLine({ row, to, open, tabStop, onFocus }: CaseLineProps) {
  const styles = useStyles();
  return (
    <Link
      to={to}
      data-case-row={row.caseId}
      aria-current={open ? "true" : undefined}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      className={mergeClasses(styles.row, open && styles.open)}
    >
      <ClockShape state={row.clock.state} />
      <span className={styles.subject}>
        <span className={mergeClasses(styles.text, styles.title)}>{row.subject}</span>
        {row.sponsored && (
          <span className={styles.flag}>
            <Pause />
            <Flag16Filled aria-hidden /> Sponsored
          </span>
        )}
        {row.flags?.map((words) => (
          <span key={words} className={styles.flag}>
            <Pause />
            <Accessibility16Filled aria-hidden /> {words}
          </span>
        ))}
        <span className={mergeClasses(styles.text, styles.from)}>
          <Pause />
          {row.complainant}
        </span>
      </span>
      <span className={styles.details}>
        <span className={mergeClasses(styles.text, styles.clock)}>
          <Pause />
          <ClockWords state={row.clock.state} words={row.clock.words} />
          {row.clock.dueWords !== undefined && (
            <span className={styles.date}> · {row.clock.dueWords}</span>
          )}
        </span>
        <span className={mergeClasses(styles.text, styles.reference)}>
          <Pause />
          {row.caseId}
        </span>
        <span className={mergeClasses(styles.text, styles.stage)}>
          <Pause />
          {row.stageWords}
        </span>
        <span className={mergeClasses(styles.text, styles.holder)}>
          <Pause />
          {row.serviceName}
        </span>
        {row.ageWords !== undefined && (
          <span className={mergeClasses(styles.text, styles.age)}>
            <Pause />
            {row.ageWords}
          </span>
        )}
        <span className={mergeClasses(styles.text, styles.progress)}>
          <Pause />
          {row.progress}
        </span>
      </span>
    </Link>
  );
}

/** Keeps the parts of a row apart when it is read out. */
function Pause() {
  return <VisuallyHidden>, </VisuallyHidden>;
}
