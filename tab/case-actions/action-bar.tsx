import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { useNavigate } from "react-router";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { planActions } from "./plan-actions.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  reasons: { maxWidth: "min(400px, 90vw)" },
  // Fluent greys these out until they cannot be read, and they are here to be read.
  unavailable: { color: tokens.colorNeutralForeground3 },
  why: { color: tokens.colorNeutralForeground2, whiteSpace: "normal" },
});

type ActionBarProps = {
  readonly detail: CaseDetail;
  /** Where this case's reply is written. */
  readonly replyPath: string;
  /** Opens the dialog that asks what the action needs. */
  readonly onAsk: (action: OfferedAction) => void;
};

/** What this person can do with the case: the next thing first, and why the rest is not offered. */
export function ActionBar({ detail, replyPath, onAsk }: ActionBarProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const { primary, others, unavailable } = planActions(detail.actions);
  const pages: Readonly<Record<string, string>> = {
    classify: `/triage/${detail.row.caseId}`,
    "save-draft": replyPath,
    submit: replyPath,
  };
  const press = (action: OfferedAction) => {
    const page = pages[action.type];
    if (page === undefined) onAsk(action);
    else void navigate(page);
  };
  return (
    <div role="group" aria-label="Actions" className={styles.bar}>
      {primary !== undefined && (
        <Button appearance="primary" {...restoreFocus} onClick={() => press(primary)}>
          {primary.title}
        </Button>
      )}
      {others.map((action) => (
        <Button key={action.type} {...restoreFocus} onClick={() => press(action)}>
          {action.title}
        </Button>
      ))}
      {unavailable.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle">Not available now</MenuButton>
          </MenuTrigger>
          <MenuPopover className={styles.reasons}>
            <MenuList>
              {unavailable.map(({ type, title, why }) => (
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
      )}
    </div>
  );
}
