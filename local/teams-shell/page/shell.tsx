import {
  AriaLiveAnnouncer,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Navigate, useLocation, useNavigate } from "react-router";
import type { EstateAnswer, ShellPerson } from "../api.ts";
import { AppRail } from "./app-rail.tsx";
import { ChatView } from "./chat/chat-view.tsx";
import { CitizenView } from "./citizen/citizen-view.tsx";
import { Hints, useHints } from "./hints.tsx";
import type { OpenPlace } from "./open-link.ts";
import { PeopleStrip } from "./people/people-strip.tsx";
import { pathOf, routeOf, type ShellRoute } from "./routes.ts";
import { useUnreadCounts } from "./shell-queries.ts";
import type { TeamsTheme } from "./tab/host.ts";
import { TabView } from "./tab/tab-view.tsx";
import { TitleBar } from "./title-bar.tsx";

const useStyles = makeStyles({
  shell: {
    height: "100dvh",
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gridTemplateRows: "auto auto minmax(0, 1fr)",
    gridTemplateAreas: '"title title" "people people" "rail main"',
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (max-width: 639px)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "auto auto minmax(0, 1fr) auto",
      gridTemplateAreas: '"title" "people" "main" "rail"',
    },
  },
  main: {
    gridArea: "main",
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    overflow: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    "@media (max-width: 639px)": { borderRadius: 0 },
  },
  view: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  // Not unmounted: a tab that can sleep goes on where it was.
  unseen: { display: "none" },
});

type ShellProps = {
  readonly estate: EstateAnswer;
  readonly isServerHeard: boolean;
  readonly theme: TeamsTheme;
  readonly onTheme: (theme: TeamsTheme) => void;
};

/** Everything on the page, for the person and the view that the address names. */
export function Shell(props: ShellProps) {
  const { pathname } = useLocation();
  const route = routeOf(pathname);
  const person = props.estate.people.find(({ id }) => id === route?.personId);
  if (route === undefined || person === undefined) {
    const first = props.estate.people.find(({ featured }) => featured) ?? props.estate.people[0];
    return first && <Navigate replace to={pathOf({ personId: first.id, view: "tab" })} />;
  }
  return <ShellOf {...props} route={route} person={person} />;
}

type ShellOfProps = ShellProps & { readonly route: ShellRoute; readonly person: ShellPerson };

function ShellOf({ estate, isServerHeard, theme, onTheme, route, person }: ShellOfProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const unread = useUnreadCounts(estate.people);
  const hints = useHints();
  const rail = useRef<HTMLElement>(null);

  useEffect(() => {
    document.title = `${person.name} · Redress · ${estate.council}`;
  }, [person, estate]);

  const openPlace: OpenPlace = (place) => {
    if (place.appId !== estate.teamsAppId) return false;
    void navigate(pathOf({ personId: person.id, view: "tab", detail: place.subPageId }));
    return true;
  };

  return (
    <AriaLiveAnnouncer>
      <div className={styles.shell}>
        <TitleBar council={estate.council} theme={theme} onTheme={onTheme} hints={hints} />
        <PeopleStrip
          people={estate.people}
          current={person}
          isSeated={route.view !== "citizen"}
          unread={unread}
        />
        <AppRail ref={rail} route={route} unread={unread.get(person.id) ?? 0} />
        <main className={styles.main}>
          {!isServerHeard && <ServerLost />}
          {hints.areShown && <Hints estate={estate} onHide={hints.hide} />}
          <div className={mergeClasses(styles.view, route.view !== "tab" && styles.unseen)}>
            <TabView
              key={person.id}
              {...{ estate, person, theme, openPlace }}
              isShown={route.view === "tab"}
              subPageId={route.view === "tab" ? route.detail : undefined}
              onReturnFocus={() => rail.current?.querySelector("a")?.focus()}
            />
          </div>
          {route.view === "chat" && (
            <ChatView
              key={person.id}
              {...{ person, openPlace, messageActions: estate.messageActions }}
              conversationId={route.detail}
            />
          )}
          {route.view === "citizen" && (
            <CitizenView estate={estate} personId={person.id} address={route.detail} />
          )}
        </main>
      </div>
    </AriaLiveAnnouncer>
  );
}

function ServerLost() {
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        The shell's server does not answer. Start it again with npm start; this page will notice.
      </MessageBarBody>
    </MessageBar>
  );
}
