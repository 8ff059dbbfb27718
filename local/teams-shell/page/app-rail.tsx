import { CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ChatFilled,
  ChatRegular,
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
  PersonMailFilled,
  PersonMailRegular,
} from "@fluentui/react-icons";
import type { ComponentType, Ref } from "react";
import { Link } from "react-router";
import { pathOf, type ShellRoute, type ShellView } from "./routes.ts";
import { Unseen } from "./unseen.tsx";

const useStyles = makeStyles({
  rail: {
    gridArea: "rail",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    "@media (max-width: 639px)": {
      flexDirection: "row",
      justifyContent: "space-around",
      padding: tokens.spacingHorizontalXXS,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  app: {
    position: "relative",
    boxSizing: "border-box",
    width: "68px",
    minHeight: "52px",
    padding: "6px 2px",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "2px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontFamily: tokens.fontFamilyBase,
    textDecorationLine: "none",
    ":hover": {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "@media (max-width: 639px)": { flexGrow: 1, maxWidth: "120px" },
  },
  current: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": {
      content: '""',
      position: "absolute",
      left: "-4px",
      top: "12px",
      bottom: "12px",
      width: "3px",
      borderRadius: "2px",
      backgroundColor: tokens.colorCompoundBrandStroke,
      "@media (max-width: 639px)": {
        left: "30%",
        right: "30%",
        top: "-2px",
        bottom: "auto",
        width: "auto",
        height: "3px",
      },
    },
  },
  icon: { fontSize: "24px", lineHeight: 1, display: "flex" },
  badge: { position: "absolute", top: "2px", right: "12px" },
});

type RailApp = {
  readonly view: ShellView;
  readonly label: string;
  readonly Icon: ComponentType;
  readonly CurrentIcon: ComponentType;
};

const apps: readonly RailApp[] = [
  {
    view: "tab",
    label: "Redress",
    Icon: ClipboardTaskListLtrRegular,
    CurrentIcon: ClipboardTaskListLtrFilled,
  },
  { view: "chat", label: "Chat", Icon: ChatRegular, CurrentIcon: ChatFilled },
  { view: "citizen", label: "Citizen", Icon: PersonMailRegular, CurrentIcon: PersonMailFilled },
];

type AppRailProps = {
  readonly route: ShellRoute;
  readonly unread: number;
  readonly ref: Ref<HTMLElement>;
};

/** Teams' left rail: the app's tab, the chat with its bot, and a citizen's mailbox beside them. */
export function AppRail({ route, unread, ref }: AppRailProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Apps" className={styles.rail} ref={ref}>
      {apps.map(({ view, label, Icon, CurrentIcon }) => {
        const isCurrent = view === route.view;
        const waiting = view === "chat" && unread > 0;
        return (
          <Link
            key={view}
            to={pathOf({ personId: route.personId, view })}
            className={mergeClasses(styles.app, isCurrent && styles.current)}
            aria-current={isCurrent ? "page" : undefined}
          >
            <span className={styles.icon} aria-hidden>
              {isCurrent ? <CurrentIcon /> : <Icon />}
            </span>
            <span aria-hidden>{label}</span>
            <Unseen>{waiting ? `${label}, ${unread} unread` : label}</Unseen>
            {waiting && (
              <CounterBadge aria-hidden count={unread} size="small" className={styles.badge} />
            )}
          </Link>
        );
      })}
    </nav>
  );
}
