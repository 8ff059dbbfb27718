import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";

const useStyles = makeStyles({
  keys: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  key: { fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0 },
});

const keys = [
  ["J, K or the arrows", "Go down and up the list"],
  ["Enter", "Open the case"],
  ["Esc", "Close the case, back to its row"],
  ["A", "Assign the case to an officer"],
  ["D", "Draft its reply"],
  ["Ctrl+K", "Find a case, or go to a page"],
  ["?", "Show these keys"],
] as const;

/** What the keys of a list do. */
export function ListKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <Dialog open modalType="modal" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Keys</DialogTitle>
          <DialogContent>
            <dl className={styles.keys}>
              {keys.map(([key, what]) => (
                <Key key={key} name={key} what={what} />
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Key({ name, what }: { readonly name: string; readonly what: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.key}>{name}</dt>
      <dd className={styles.what}>{what}</dd>
    </>
  );
}
