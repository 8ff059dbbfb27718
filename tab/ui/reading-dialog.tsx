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
import type { ReactNode } from "react";

const useStyles = makeStyles({
  wide: { maxWidth: "min(960px, 100vw)", width: "100%" },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
});

type ReadingDialogProps = {
  readonly title: string;
  /** What does not fit in a column of text. */
  readonly isWide?: boolean;
  /** What else can be done with it, beside closing it. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog that only shows something: read with the keyboard, and closed by its button, Escape or a click beside it. */
export function ReadingDialog(props: ReadingDialogProps) {
  const { title, isWide = false, actions, onClose, children } = props;
  const styles = useStyles();
  return (
    <Dialog open modalType="modal" onOpenChange={onClose}>
      <DialogSurface {...(isWide && { className: styles.wide })}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0}>
            {children}
          </DialogContent>
          <DialogActions>
            {actions}
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
