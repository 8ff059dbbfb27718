import { useEffect, useRef, useState } from "react";
import type { EstateAnswer, ShellPerson } from "../../api.ts";
import { fetchToken } from "../shell-client.ts";
import { Unseen } from "../unseen.tsx";
import type { AppPlace } from "./deep-link.ts";
import type { DialogOutcome, DialogRequest, Host, TeamsTheme } from "./host.ts";
import type { HostEnd } from "./host-protocol.ts";
import { TaskDialog } from "./task-dialog.tsx";
import { TeamsFrame } from "./teams-frame.tsx";

/** The entity id of the app's one static tab. */
const entityId = "cases";

type TabViewProps = {
  readonly estate: EstateAnswer;
  readonly person: ShellPerson;
  readonly theme: TeamsTheme;
  readonly subPageId: string | undefined;
  readonly openPlace: (place: AppPlace) => boolean;
  readonly onReturnFocus: () => void;
};

type OpenDialog = {
  readonly request: DialogRequest;
  readonly close: (outcome: DialogOutcome) => void;
};

/** The app's tab as one person sees it in Teams, with the dialog it may open over itself. */
export function TabView({ estate, person, theme, subPageId, ...shell }: TabViewProps) {
  const tabEnd = useRef<HostEnd>(null);
  const dialogEnd = useRef<HostEnd>(null);
  const [attempt, setAttempt] = useState(1);
  const [dialog, setDialog] = useState<OpenDialog>();

  useEffect(() => {
    tabEnd.current?.raise("themeChange", theme);
    dialogEnd.current?.raise("themeChange", theme);
  }, [theme]);

  const closeDialog = (outcome: DialogOutcome) => {
    setDialog(undefined);
    dialog?.close(outcome);
  };

  const host: Omit<Host, "report" | "warn"> = {
    frameContext: "content",
    context: () => contextOf({ estate, person, theme, subPageId }),
    getAuthToken: () => fetchToken(person.id),
    openPlace: shell.openPlace,
    openAddress: (url) => void window.open(url, "_blank", "noopener"),
    openDialog(request) {
      if (dialog !== undefined) return Promise.resolve({ error: "A dialog is already open." });
      return new Promise((close) => setDialog({ request, close }));
    },
    submitDialog: (result) => closeDialog({ result }),
    resizeDialog: (size) =>
      setDialog((open) => open && { ...open, request: { ...open.request, ...size } }),
    relay: (message) => dialogEnd.current?.raise("messageForChild", message),
    takeFocus: shell.onReturnFocus,
  };

  return (
    <>
      <Unseen>
        <h1>Redress, as {person.name} sees it</h1>
      </Unseen>
      <TeamsFrame
        key={attempt}
        src="/tab/"
        title="Redress"
        host={host}
        end={tabEnd}
        onRetry={() => setAttempt(attempt + 1)}
      />
      {dialog !== undefined && (
        <TaskDialog
          request={dialog.request}
          host={{
            ...host,
            frameContext: "task",
            relay: (message) => tabEnd.current?.raise("messageForParent", message),
          }}
          end={dialogEnd}
          onClose={closeDialog}
        />
      )}
    </>
  );
}

function contextOf({
  estate,
  person,
  theme,
  subPageId,
}: Pick<TabViewProps, "estate" | "person" | "theme" | "subPageId">) {
  return {
    userObjectId: person.id,
    userPrincipalName: person.upn,
    loginHint: person.upn,
    userDisplayName: person.name,
    tid: estate.tenantId,
    appId: estate.teamsAppId,
    theme,
    entityId,
    ...(subPageId === undefined ? {} : { subEntityId: subPageId }),
  };
}
