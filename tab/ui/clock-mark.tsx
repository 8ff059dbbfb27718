import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CheckmarkCircleWarning16Filled } from "@fluentui/react-icons/svg/checkmark-circle-warning";
import { Circle16Filled, Circle16Regular } from "@fluentui/react-icons/svg/circle";
import { CircleHalfFill16Regular } from "@fluentui/react-icons/svg/circle-half-fill";
import { Subtract16Regular } from "@fluentui/react-icons/svg/subtract";
import { Triangle16Filled } from "@fluentui/react-icons/svg/triangle";
import type { ClockState } from "#api/contract/case-list.ts";

const shapes = {
  "on-time": Circle16Regular,
  "due-soon": CircleHalfFill16Regular,
  "due-today": Circle16Filled,
  overdue: Triangle16Filled,
  met: CheckmarkCircle16Filled,
  "met-late": CheckmarkCircleWarning16Filled,
  none: Subtract16Regular,
} as const satisfies Record<ClockState, unknown>;

const useStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  shape: { flexShrink: 0 },
  calm: { color: tokens.colorNeutralForeground3 },
  soon: { color: tokens.colorStatusWarningForeground3 },
  today: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  kept: { color: tokens.colorStatusSuccessForeground1 },
});

const looks = {
  "on-time": "calm",
  "due-soon": "soon",
  "due-today": "today",
  overdue: "late",
  met: "kept",
  "met-late": "soon",
  none: "calm",
} as const satisfies Record<ClockState, string>;

/** How a clock stands, by its shape alone: for beside its words. */
export function ClockShape({ state }: { readonly state: ClockState }) {
  const styles = useStyles();
  const Shape = shapes[state];
  return <Shape aria-hidden className={mergeClasses(styles.shape, styles[looks[state]])} />;
}

/** How a clock stands, in words of its colour. */
export function ClockWords({
  state,
  words,
}: {
  readonly state: ClockState;
  readonly words: string;
}) {
  return <span className={useStyles()[looks[state]]}>{words}</span>;
}

/** How a clock stands, by shape, words and colour together. */
export function ClockMark(clock: { readonly state: ClockState; readonly words: string }) {
  return (
    <span className={useStyles().mark}>
      <ClockShape state={clock.state} />
      <ClockWords {...clock} />
    </span>
  );
}
