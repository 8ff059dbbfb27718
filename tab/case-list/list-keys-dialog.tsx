import { makeStyles, tokens } from "@fluentui/react-components";
import { ReadingDialog } from "../ui/reading-dialog.tsx";

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
    <ReadingDialog title="Keys" onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([key, what]) => (
          <Key key={key} name={key} what={what} />
        ))}
      </dl>
    </ReadingDialog>
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
