import {
  Link,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import type { ClockLine } from "#api/contract/case-detail.ts";
import { ClockShape, ClockWords } from "../ui/clock-mark.tsx";
import { dayWords } from "../ui/dates.ts";
import { WhyList } from "./clocks.tsx";

const useStyles = makeStyles({
  dates: { display: "grid", gap: tokens.spacingVerticalXS },
  date: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `0 ${tokens.spacingHorizontalS}`,
  },
  // On a phone, what was already done in time can wait for the Dates tab.
  done: { "@media (max-width: 639px)": { display: "none" } },
  due: { fontWeight: tokens.fontWeightSemibold },
  surface: { maxWidth: "min(60ch, 90vw)" },
});

/** The dates of the stage the case is in, each with the question every officer is asked. */
export function DueDates({ clocks }: { readonly clocks: readonly ClockLine[] }) {
  const styles = useStyles();
  return (
    <div className={styles.dates}>
      {clocks.map((clock) => (
        <div
          key={clock.kind}
          className={mergeClasses(styles.date, clock.state === "met" && styles.done)}
        >
          <ClockShape state={clock.state} />
          <span>{clock.title}</span>
          <time dateTime={clock.due} className={styles.due}>
            {dayWords(clock.due)}
          </time>
          <ClockWords state={clock.state} words={clock.words} />
          <Popover withArrow trapFocus>
            <PopoverTrigger disableButtonEnhancement>
              <Link as="button" aria-label={`Why this date? ${clock.title}`}>
                Why this date?
              </Link>
            </PopoverTrigger>
            <PopoverSurface className={styles.surface} aria-label="Why this date?">
              <WhyList why={clock.why} />
            </PopoverSurface>
          </Popover>
        </div>
      ))}
    </div>
  );
}
