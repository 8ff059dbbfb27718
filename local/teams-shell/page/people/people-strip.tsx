import {
  Avatar,
  Button,
  Caption1,
  CounterBadge,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useLocation, useNavigate } from "react-router";
import type { ShellPerson } from "../../api.ts";
import { pathOf, routeOf } from "../routes.ts";
import { Unseen } from "../unseen.tsx";

const useStyles = makeStyles({
  strip: {
    gridArea: "people",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    overflowX: "auto",
    "@media (max-width: 639px)": {
      flexWrap: "wrap",
      columnGap: 0,
      rowGap: tokens.spacingVerticalXXS,
      padding: tokens.spacingHorizontalXS,
    },
  },
  person: {
    position: "relative",
    flexShrink: 1,
    minWidth: 0,
    minHeight: "44px",
    padding: "4px 10px 4px 6px",
    gap: tokens.spacingHorizontalS,
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    "@media (max-width: 1099px)": { padding: "4px 6px", flexShrink: 0 },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
  },
  words: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    textAlign: "start",
    "& > span": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  },
  whenWide: { "@media (max-width: 1099px)": { display: "none" } },
  unlessNarrow: { "@media (max-width: 639px)": { display: "none" } },
  name: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase200 },
  job: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  tooltip: { "@media (min-width: 1100px)": { display: "none" } },
  seat: {
    display: "none",
    "@media (max-width: 639px)": { display: "block", width: "100%", paddingLeft: "8px" },
  },
  badge: { position: "absolute", top: "2px", left: "28px" },
  moreBadge: { position: "absolute", top: "2px", right: "2px" },
});

type PeopleStripProps = {
  readonly people: readonly ShellPerson[];
  /** Whose Teams the address names. */
  readonly current: ShellPerson;
  /** False while the visitor is a citizen, and so nobody at the council. */
  readonly isSeated: boolean;
  readonly unread: ReadonlyMap<string, number>;
};

/** Lets the visitor be anyone at the council: one person for each role first, the rest in a menu. */
export function PeopleStrip({ people, current, isSeated, unread }: PeopleStripProps) {
  const styles = useStyles();
  const become = useBecome();
  const shown = people.filter(({ featured, id }) => featured || id === current.id);
  const isSeatOf = (person: ShellPerson) => isSeated && person === current;
  const others = people.filter((person) => !shown.includes(person));
  return (
    <nav aria-label="Who you are" className={styles.strip}>
      {shown.map((person) => (
        <Tooltip
          key={person.id}
          content={{
            className: styles.tooltip,
            children: `${person.name}, ${person.jobTitle}`,
          }}
          relationship="inaccessible"
          positioning="below"
        >
          <Button
            appearance="subtle"
            className={mergeClasses(styles.person, isSeatOf(person) && styles.current)}
            aria-current={isSeatOf(person) ? "true" : undefined}
            onClick={() => become(person)}
          >
            <PersonFace person={person} unread={unread} isCurrent={isSeatOf(person)} />
          </Button>
        </Tooltip>
      ))}
      {others.length > 0 && <MorePeople people={others} unread={unread} />}
      <Caption1 className={styles.seat}>
        {isSeated ? `You are ${current.name}, ${current.jobTitle}` : "You are a citizen"}
      </Caption1>
    </nav>
  );
}

type MorePeopleProps = Pick<PeopleStripProps, "people" | "unread">;

function MorePeople({ people, unread }: MorePeopleProps) {
  const styles = useStyles();
  const become = useBecome();
  const waiting = people.reduce((sum, { id }) => sum + (unread.get(id) ?? 0), 0);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.person} icon={<MoreHorizontalRegular />}>
          <Unseen>{["More people", ...unreadWords(waiting)].join(", ")}</Unseen>
          {waiting > 0 && (
            <CounterBadge aria-hidden count={waiting} size="small" className={styles.moreBadge} />
          )}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {people.map((person) => (
            <MenuItem
              key={person.id}
              icon={<Avatar aria-hidden name={person.name} color="colorful" size={24} />}
              secondaryContent={unreadWords(unread.get(person.id))[0] ?? null}
              aria-label={becomeLabel(person, unread)}
              subText={person.jobTitle}
              onClick={() => become(person)}
            >
              {person.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type PersonFaceProps = {
  readonly person: ShellPerson;
  readonly unread: ReadonlyMap<string, number>;
  readonly isCurrent: boolean;
};

function PersonFace({ person, unread, isCurrent }: PersonFaceProps) {
  const styles = useStyles();
  const waiting = unread.get(person.id) ?? 0;
  return (
    <>
      <Unseen>{becomeLabel(person, unread)}</Unseen>
      <Avatar aria-hidden name={person.name} color="colorful" size={32} />
      <span
        aria-hidden
        className={mergeClasses(styles.words, isCurrent ? styles.unlessNarrow : styles.whenWide)}
      >
        <span className={styles.name}>{person.name}</span>
        <span className={styles.job}>{person.jobTitle}</span>
      </span>
      {waiting > 0 && (
        <CounterBadge aria-hidden count={waiting} size="small" className={styles.badge} />
      )}
    </>
  );
}

const unreadWords = (count = 0): readonly string[] => (count > 0 ? [`${count} unread`] : []);

const becomeLabel = (person: ShellPerson, unread: ReadonlyMap<string, number>): string =>
  [`Become ${person.name}`, person.jobTitle, ...unreadWords(unread.get(person.id))].join(", ");

/** Sits the visitor down at someone's Teams: at the chat when looking at a chat, else at the tab. */
function useBecome(): (person: ShellPerson) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const view = routeOf(pathname)?.view === "chat" ? "chat" : "tab";
  return ({ id }) => void navigate(pathOf({ personId: id, view }));
}
