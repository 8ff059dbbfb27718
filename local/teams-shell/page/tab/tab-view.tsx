import { type RefObject, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { EstateAnswer, ShellPerson } from "../../api.ts";
import type { OpenPlace } from "../open-link.ts";
import { fetchToken } from "../shell-client.ts";
import { Unseen } from "../unseen.tsx";
import type { DialogOutcome, DialogRequest, Host, TeamsTheme } from "./host.ts";
import type { HostEnd } from "./host-protocol.ts";
import { TaskDialog } from "./task-dialog.tsx";
import { TeamsFrame } from "./teams-frame.tsx";

/** The entity id of the app's one static tab. */
const entityId = "cases";
const tabPath = "/tab/";

/** Teams keeps a tab it has left only when the tab listens for both: falling asleep and waking up. */
const sleepEvents = ["beforeUnload", "load"];

type TabViewProps = {
  readonly estate: EstateAnswer;
  readonly person: ShellPerson;
  readonly theme: TeamsTheme;
  /** False while the visitor looks at something else. */
  readonly isShown: boolean;
  readonly subPageId: string | undefined;
  readonly openPlace: OpenPlace;
  readonly onReturnFocus: () => void;
};

type Opening = { readonly locationKey: string; readonly attempt: number };

/**
 * The app's tab as one person sees it in Teams. A link to a place in the app loads it afresh there;
 * coming back to it otherwise wakes it where it was, if it can sleep.
 */
export function TabView(props: TabViewProps) {
  const { isShown, subPageId } = props;
  const { key: locationKey } = useLocation();
  const [opening, setOpening] = useState<Opening>();
  const [listened, setListened] = useState<readonly string[]>([]);
  const canSleep = sleepEvents.every((event) => listened.includes(event));

  const isLinkedElsewhere = subPageId !== undefined && locationKey !== opening?.locationKey;
  if (isShown && (opening === undefined || isLinkedElsewhere)) {
    setOpening({ locationKey, attempt: 1 });
    setListened([]);
  } else if (!isShown && opening !== undefined && !canSleep) {
    setOpening(undefined);
  }
  if (opening === undefined) return null;
  return (
    <OpenTab
      {...props}
      key={`${opening.locationKey} ${opening.attempt}`}
      onRetry={() => setOpening({ ...opening, attempt: opening.attempt + 1 })}
      onListening={(event) => setListened((before) => [...before, event])}
    />
  );
}

type OpenDialog = {
  readonly request: DialogRequest;
  readonly close: (outcome: DialogOutcome) => void;
};

type OpenTabProps = TabViewProps & {
  readonly onRetry: () => void;
  readonly onListening: (event: string) => void;
};

/** The tab's frame, with the dialog that its page may open over it. */
function OpenTab({ isShown, theme, person, onRetry, onListening, ...props }: OpenTabProps) {
  const tabEnd = useRef<HostEnd>(null);
  const dialogEnd = useRef<HostEnd>(null);
  const [dialog, setDialog] = useState<OpenDialog>();
  useSleep(tabEnd, isShown);

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
    context: () => contextOf({ ...props, person, theme }),
    getAuthToken: () => fetchToken(person.id),
    openPlace: props.openPlace,
    openAddress: (url) => void window.open(url, "_blank", "noopener"),
    openDialog(request) {
      if (dialog !== undefined) return Promise.resolve({ error: "A dialog is already open." });
      return new Promise((close) => setDialog({ request, close }));
    },
    submitDialog: (result) => closeDialog({ result }),
    resizeDialog: (size) =>
      setDialog((open) => open && { ...open, request: { ...open.request, ...size } }),
    relay: (message) => dialogEnd.current?.raise("messageForChild", message),
    takeFocus: props.onReturnFocus,
  };
  const dialogHost: typeof host = {
    ...host,
    frameContext: "task",
    relay: (message) => tabEnd.current?.raise("messageForParent", message),
  };

  return (
    <>
      <Unseen>
        <h1>Redress, as {person.name} sees it</h1>
      </Unseen>
      <TeamsFrame
        src={tabPath}
        title="Redress"
        host={host}
        end={tabEnd}
        onRetry={onRetry}
        onListening={onListening}
      />
      {isShown && dialog !== undefined && (
        <TaskDialog
          request={dialog.request}
          host={dialogHost}
          end={dialogEnd}
          onClose={closeDialog}
        />
      )}
    </>
  );
}

/** Tells the page when it falls asleep, and when it wakes up again. */
function useSleep(end: RefObject<HostEnd | null>, isShown: boolean): void {
  useEffect(() => {
    if (isShown) return;
    const contentUrl = new URL(tabPath, window.location.href).href;
    const page = end.current;
    page?.raise("beforeUnload");
    return () => page?.raise("load", { entityId, contentUrl });
  }, [end, isShown]);
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
