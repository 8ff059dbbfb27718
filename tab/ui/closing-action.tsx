import { Button, MessageBarActions } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";

/** Closes the notice it is in, for as long as whoever shows it says. */
export function ClosingAction({ onClose }: { readonly onClose: () => void }) {
  return (
    <MessageBarActions
      containerAction={
        <Button
          appearance="transparent"
          aria-label="Close this notice"
          icon={<Dismiss20Regular />}
          onClick={onClose}
        />
      }
    />
  );
}
