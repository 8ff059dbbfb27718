const views = ["tab", "chat", "citizen"] as const;
/** What the visitor looks at: the app's tab, the chat with its bot, or a citizen's mailbox. */
export type ShellView = (typeof views)[number];

/** Whose Teams is shown and what of it; it lives in the address, so that two windows can be two people. */
export type ShellRoute = {
  readonly personId: string;
  readonly view: ShellView;
  /** The tab's sub page, or the citizen's address. */
  readonly detail?: string | undefined;
};

/** The path, behind the `#`, at which the page shows a route. */
export function pathOf({ personId, view, detail }: ShellRoute): string {
  const path = `/as/${encodeURIComponent(personId)}/${view}`;
  return detail === undefined ? path : `${path}/${encodeURIComponent(detail)}`;
}

const shape = /^\/as\/([^/]+)\/([^/]+)(?:\/([^/]+))?\/?$/;

/** The route a path names; undefined for a path this page never makes. */
export function routeOf(path: string): ShellRoute | undefined {
  const [, personId, viewName, detail] = shape.exec(path)?.map(decoded) ?? [];
  const view = views.find((name) => name === viewName);
  if (personId === undefined || view === undefined) return undefined;
  return { personId, view, detail };
}

/** A segment typed by hand may hold a percent sign that encodes nothing. */
function decoded(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
