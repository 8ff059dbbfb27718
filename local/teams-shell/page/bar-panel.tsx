import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
} from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useBarButtonStyles } from "./bar-button-styles.ts";

const useStyles = makeStyles({
  panel: {
    boxSizing: "border-box",
    width: "min(460px, 96vw)",
    maxHeight: "80vh",
    overflowY: "auto",
  },
});

type BarPanelProps = {
  readonly name: string;
  /** What the button says, when that is more than the panel's name. */
  readonly label?: string;
  readonly icon: ReactElement;
  readonly children: ReactNode;
};

/** A button of the title bar with a panel that opens below it. */
export function BarPanel({ name, label = name, icon, children }: BarPanelProps) {
  const styles = useStyles();
  const barButton = useBarButtonStyles();
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship="label">
          <Button appearance="transparent" className={barButton.button} icon={icon} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface aria-label={name} className={styles.panel}>
        {children}
      </PopoverSurface>
    </Popover>
  );
}
