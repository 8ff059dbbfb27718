import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { LookAlike } from "#api/contract/triage.ts";
import { dayWords } from "../ui/dates.ts";
import { RouteLink } from "../ui/route-link.tsx";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  line: { overflowWrap: "anywhere" },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Something about other messages like this one, with what can be done about them. */
export function AlikeCard(props: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.card}>
      <h3 id={titleId} className={styles.title}>
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}

/** One of them: whose it is, when it came and, once somebody has it, how it stands. */
export function AlikeLine({ one }: { readonly one: LookAlike }) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      {one.complainant}, {dayWords(one.receivedOn)},{" "}
      <RouteLink to={`/cases/${one.caseId}`}>{one.caseId}</RouteLink>
      {!one.waiting && <span className={styles.hint}> · {one.progress}</span>}
    </span>
  );
}
