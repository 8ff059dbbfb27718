import {
  Button,
  Dialog,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type Ref, useState } from "react";
import type { DialogOutcome, DialogRequest, Host } from "./host.ts";
import type { HostEnd } from "./host-protocol.ts";
import { TeamsFrame } from "./teams-frame.tsx";

const useStyles = makeStyles({
  surface: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    maxWidth: "min(96vw, 1200px)",
    maxHeight: "92vh",
    padding: 0,
    overflow: "hidden",
  },
  head: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
});

/** Teams' own words for sizes; it measures them by the window, we by what they usually come to. */
const pixelsOfWord: Readonly<Record<string, number>> = { small: 360, medium: 560, large: 800 };

const pixels = (size: number | string | null | undefined): number =>
  typeof size === "number" ? size : (pixelsOfWord[size ?? "medium"] ?? (Number(size) || 560));

/** What teams-js hands to the opener of a dialog that the person closed without an answer. */
const closedByPerson = "User cancelled/closed the task module.";

type TaskDialogProps = {
  readonly request: DialogRequest;
  readonly host: Omit<Host, "report" | "warn">;
  readonly end: Ref<HostEnd>;
  readonly onClose: (outcome: DialogOutcome) => void;
};

/** A dialog whose content is a page of the app, in a frame of its own. */
export function TaskDialog({ request, host, end, onClose }: TaskDialogProps) {
  const styles = useStyles();
  const [attempt, setAttempt] = useState(1);
  const title = request.title ?? "Redress";
  const cancel = () => onClose({ error: closedByPerson });
  return (
    <Dialog open onOpenChange={cancel}>
      <DialogSurface
        className={styles.surface}
        aria-describedby={undefined}
        style={{ width: pixels(request.width), height: pixels(request.height) }}
      >
        <div className={styles.head}>
          <DialogTitle action={null}>{title}</DialogTitle>
          <Button
            appearance="subtle"
            aria-label="Close"
            icon={<DismissRegular />}
            onClick={cancel}
          />
        </div>
        <TeamsFrame
          key={attempt}
          src={request.url}
          title={title}
          host={host}
          end={end}
          onRetry={() => setAttempt(attempt + 1)}
        />
      </DialogSurface>
    </Dialog>
  );
}
