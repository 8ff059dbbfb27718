import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Says that the connection is gone and what that means, for as long as it is. */
export function OfflineNotice() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!online && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>You are offline</MessageBarTitle> What you see may be out of date. What
            you write is kept here until you are back.
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
