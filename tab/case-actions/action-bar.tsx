import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { OfferedAction } from "#api/contract/case-detail.ts";
import { MoreActions, UnavailableActions } from "./action-menus.tsx";
import { planActions } from "./plan-actions.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type ActionBarProps = {
  readonly actions: readonly OfferedAction[];
  readonly onPress: (action: OfferedAction) => void;
};

/** What this person can do with the case: the next thing first, and why the rest is not offered. */
export function ActionBar({ actions, onPress }: ActionBarProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const { primary, everyday, more, unavailable } = planActions(actions);
  return (
    <div role="group" aria-label="Actions" className={styles.bar}>
      {primary !== undefined && (
        <Button appearance="primary" {...restoreFocus} onClick={() => onPress(primary)}>
          {primary.title}
        </Button>
      )}
      {everyday.map((action) => (
        <Button key={action.type} {...restoreFocus} onClick={() => onPress(action)}>
          {action.title}
        </Button>
      ))}
      {more.length > 0 && <MoreActions groups={more} onPress={onPress} />}
      {unavailable.length > 0 && <UnavailableActions actions={unavailable} />}
    </div>
  );
}
