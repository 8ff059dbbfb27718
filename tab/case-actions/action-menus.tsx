import {
  makeStyles,
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import type { ActionGroup } from "./plan-actions.ts";

const useStyles = makeStyles({
  list: { maxWidth: "min(400px, 90vw)" },
  header: { color: tokens.colorNeutralForeground2 },
  // Fluent greys these out until they cannot be read, and they are here to be read.
  unavailable: { color: tokens.colorNeutralForeground3 },
  why: { color: tokens.colorNeutralForeground2, whiteSpace: "normal" },
});

// Between the button and the edge of the window, with a bar of its own when that is too little.
const whereItFits = { autoSize: true } as const;

type MoreActionsProps = {
  readonly groups: readonly ActionGroup[];
  readonly onPress: (action: OfferedAction) => void;
};

/** Everything else that can be done, under headings. */
export function MoreActions({ groups, onPress }: MoreActionsProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Menu positioning={whereItFits}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton {...restoreFocus}>More</MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList>
          {groups.map(({ title, actions }) => (
            <MenuGroup key={title}>
              <MenuGroupHeader className={styles.header}>{title}</MenuGroupHeader>
              {actions.map((action) => (
                <MenuItem key={action.type} onClick={() => onPress(action)}>
                  {action.title}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** What cannot be done now, each with the reason. */
export function UnavailableActions({ actions }: { readonly actions: readonly OfferedAction[] }) {
  const styles = useStyles();
  return (
    <Menu positioning={whereItFits}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle">Not available now</MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList>
          {actions.map(({ type, title, why }) => (
            <MenuItem
              key={type}
              disabled
              subText={why === undefined ? null : { children: why, className: styles.why }}
            >
              <span className={styles.unavailable}>{title}</span>
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
