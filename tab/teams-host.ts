import { app, authentication } from "@microsoft/teams-js";

export type TeamsTheme = "default" | "dark" | "contrast" | "glass";

/** What the screen needs of the Teams it runs in; teams-js itself stays in this file. */
export type TeamsHost = {
  readonly theme: TeamsTheme;
  /** The case that the link which opened the tab names. */
  readonly caseToOpen?: string;
  /** A fresh single sign-on token; Teams caches it, so nobody else may keep it. */
  getToken(): Promise<string>;
  onThemeChange(listener: (theme: TeamsTheme) => void): void;
  /** Teams woke the tab, perhaps by a link that names a case. */
  onResume(listener: (caseToOpen: string | undefined) => void): void;
  /** Ends Teams' own loading indicator. */
  shown(): void;
};

/** Connects to the Teams around this page; throws when there is none. */
export async function connectToTeams(): Promise<TeamsHost> {
  await app.initialize();
  app.notifyAppLoaded();
  const context = await app.getContext();
  const caseToOpen = caseNamed(location.href, context.page.subPageId);
  return {
    theme: themeNamed(context.app.theme),
    ...(caseToOpen === undefined ? {} : { caseToOpen }),
    getToken: () => authentication.getAuthToken(),
    onThemeChange: (listener) =>
      app.registerOnThemeChangeHandler((theme) => listener(themeNamed(theme))),
    onResume,
    shown: () => void app.notifySuccess(),
  };
}

/** The case (or page) in a tab's address, or else in Teams' context, which may be out of date. */
export function caseNamed(address: string, subPageId?: string): string | undefined {
  const asked = new URL(address).searchParams;
  const named = asked.get("case") ?? asked.get("page") ?? subPageId;
  return named === undefined || named === "" ? undefined : named;
}

function onResume(listener: (caseToOpen: string | undefined) => void): void {
  // Teams keeps a tab alive only when it answers both: going to sleep and waking up.
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => Promise.resolve());
  app.lifecycle.registerOnResumeHandler((resumed) => {
    void app.getContext().then((context) => {
      listener(caseNamed(resumed.contentUrl.toString(), context.page.subPageId));
      return app.notifySuccess();
    });
  });
}

function themeNamed(name: string): TeamsTheme {
  return name === "dark" || name === "contrast" || name === "glass" ? name : "default";
}
