// The smallest app a Teams tab can be: it shows what Microsoft's own library gets from its host.
import { app, authentication, dialog, FrameContexts, pages } from "@microsoft/teams-js";

const teamsAppId = "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a003";

function show(id: string, text: string): void {
  const line = document.createElement("p");
  line.id = id;
  line.textContent = text;
  document.getElementById(id)?.remove();
  document.body.append(line);
}

function button(label: string, act: () => Promise<unknown>): void {
  const element = document.createElement("button");
  element.textContent = label;
  element.onclick = () =>
    void act().then(
      (result) => show("answer", `${label}: ${JSON.stringify(result ?? "done")}`),
      (reason: unknown) => show("answer", `${label}: refused, ${String(reason)}`),
    );
  document.body.append(element);
}

const deepLink = (subPage: string) =>
  `https://teams.microsoft.com/l/entity/${teamsAppId}/cases?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;

function showTab(): void {
  button("Get token", () => authentication.getAuthToken());
  button("Open deep link", () => app.openLink(deepLink("case/CMP-2M8A-4T")));
  button("Navigate", () =>
    pages.navigateToApp({ appId: teamsAppId, pageId: "cases", subPageId: "triage" }),
  );
  button("Navigate elsewhere", () => pages.navigateToApp({ appId: "another", pageId: "home" }));
  button("Set frame", () => {
    pages.setCurrentFrame({ contentUrl: location.href, websiteUrl: location.href });
    return Promise.resolve("set");
  });
  button("Open dialog", () => {
    const opened = { url: `${location.origin}/tab/?dialog`, title: "Pick a reason" };
    return new Promise((resolve) =>
      dialog.url.open(
        { ...opened, size: { width: 420, height: 300 } },
        resolve,
        (message: unknown) => show("from-dialog", String(message)),
      ),
    );
  });
  button("Ask for a profile", () => authentication.getUser());
}

function showDialog(): void {
  button("Tell the tab", () => {
    dialog.url.parentCommunication.sendMessageToParentFromDialog("hello from the dialog");
    return Promise.resolve("told");
  });
  button("Submit", () => {
    dialog.url.submit({ reason: "third time" });
    return Promise.resolve("submitted");
  });
}

function sleepWhenLeft(): void {
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => {
    show("sleep", "asleep");
    return Promise.resolve();
  });
  app.lifecycle.registerOnResumeHandler(({ contentUrl }) => {
    show("sleep", `awake at ${contentUrl.pathname}`);
  });
}

async function start(): Promise<void> {
  document.body.style.background = "white";
  await app.initialize();
  const { user, page, app: host } = await app.getContext();
  show("who", `${user?.displayName ?? "nobody"} in ${user?.tenant?.id ?? "no tenant"}`);
  show("where", `${page.frameContext} at ${page.id}, sub page ${page.subPageId ?? "none"}`);
  show("theme", host.theme);
  app.registerOnThemeChangeHandler((theme) => show("theme", theme));
  if (document.body.dataset.canSleep === "true") sleepWhenLeft();
  if (page.frameContext === FrameContexts.task) showDialog();
  else showTab();
  app.notifyAppLoaded();
  void app.notifySuccess();
}

if (location.search !== "?silent") void start();
