import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AddCircle20Regular } from "@fluentui/react-icons/svg/add-circle";
import { AppsList20Regular } from "@fluentui/react-icons/svg/apps-list";
import { Briefcase20Regular } from "@fluentui/react-icons/svg/briefcase";
import { CommentArrowLeft20Regular } from "@fluentui/react-icons/svg/comment-arrow-left";
import { DocumentCheckmark20Regular } from "@fluentui/react-icons/svg/document-checkmark";
import { Flag20Regular } from "@fluentui/react-icons/svg/flag";
import { Gavel20Regular } from "@fluentui/react-icons/svg/gavel";
import { LockClosed20Regular } from "@fluentui/react-icons/svg/lock-closed";
import { MailInbox20Regular } from "@fluentui/react-icons/svg/mail-inbox";
import { People20Regular } from "@fluentui/react-icons/svg/people";
import { ShieldCheckmark20Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { NavLink } from "react-router";
import type { QueueName } from "#api/contract/case-list.ts";
import { useMe } from "../queries/me.ts";
import { useQueue } from "../queries/queue.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { isList, type Place, placesOf } from "./places.ts";

const icons = {
  "my-cases": Briefcase20Regular,
  triage: MailInbox20Regular,
  approvals: DocumentCheckmark20Regular,
  team: People20Regular,
  "all-cases": AppsList20Regular,
  sponsored: Flag20Regular,
  asked: CommentArrowLeft20Regular,
  ombudsman: Gavel20Regular,
  restricted: LockClosed20Regular,
  log: AddCircle20Regular,
  assurance: ShieldCheckmark20Regular,
} as const satisfies Record<Place["name"], unknown>;

/** Lists whose length is worth knowing from every page: what waits for somebody's decision. */
const counted: readonly Place["name"][] = ["triage", "approvals", "asked"];

const bar = "@media (max-width: 639px)";
const wide = "@media (min-width: 1100px)";

const useStyles = makeStyles({
  nav: {
    gridArea: "nav",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    [bar]: {
      overflow: "visible",
      padding: 0,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    [bar]: { flexDirection: "row", gap: 0 },
  },
  item: { minWidth: 0, [bar]: { flex: "1 1 0" } },
  link: {
    position: "relative",
    display: "grid",
    justifyItems: "center",
    rowGap: "2px",
    padding: `${tokens.spacingVerticalS} 2px`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    textAlign: "center",
    textDecorationLine: "none",
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    [wide]: {
      gridTemplateColumns: "20px 1fr auto",
      justifyItems: "start",
      alignItems: "center",
      columnGap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
      textAlign: "start",
    },
    [bar]: { padding: `${tokens.spacingVerticalSNudge} 0` },
  },
  current: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": {
      content: '""',
      position: "absolute",
      insetBlock: tokens.spacingVerticalS,
      insetInlineStart: 0,
      width: "3px",
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
    [bar]: {
      backgroundColor: "transparent",
      // Bold, the longest title would not fit beside five others on a phone.
      fontWeight: tokens.fontWeightRegular,
      "::before": { insetBlock: "0 auto", insetInline: "25%", width: "auto", height: "3px" },
    },
  },
  title: {
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  count: {
    position: "absolute",
    top: "2px",
    insetInlineStart: "calc(50% + 6px)",
    minWidth: "16px",
    boxSizing: "border-box",
    padding: "0 4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase100,
    lineHeight: "16px",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
    [wide]: { position: "static" },
  },
});

/** The pages of the screen: a rail at the side, a bar at the foot of a phone. */
export function Navigation() {
  const styles = useStyles();
  const places = placesOf(useMe());
  if (places.length === 0) return null;
  return (
    <nav aria-label="Redress" className={styles.nav}>
      <ul className={styles.list}>
        {places.map(({ name, title }) => (
          <li key={name} className={styles.item}>
            <PlaceLink name={name} title={title} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceLink({ name, title }: Place) {
  const styles = useStyles();
  const Icon = icons[name];
  return (
    <NavLink
      to={`/${name}`}
      className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
    >
      <Icon aria-hidden />
      <span className={styles.title}>{title}</span>
      {isList(name) && counted.includes(name) && <Count queue={name} />}
    </NavLink>
  );
}

function Count({ queue }: { readonly queue: QueueName }) {
  const styles = useStyles();
  const { query, rows } = useQueue(queue);
  if (rows.length === 0) return null;
  const words = `${rows.length}${query.hasNextPage ? "+" : ""}`;
  return (
    <span className={styles.count}>
      <span aria-hidden>{words}</span>
      <VisuallyHidden>{words} waiting</VisuallyHidden>
    </span>
  );
}
