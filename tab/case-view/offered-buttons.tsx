import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { OfferedAction } from "#api/contract/case-detail.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalL,
  },
});

type OfferedButtonsProps = {
  readonly label: string;
  readonly offers: readonly OfferedAction[];
  readonly onPress: (action: OfferedAction) => void;
};

/** What can be done about what is shown below. */
export function OfferedButtons({ label, offers, onPress }: OfferedButtonsProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  if (offers.length === 0) return null;
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {offers.map((action) => (
        <Button key={action.type} size="small" {...restoreFocus} onClick={() => onPress(action)}>
          {action.title}
        </Button>
      ))}
    </div>
  );
}
