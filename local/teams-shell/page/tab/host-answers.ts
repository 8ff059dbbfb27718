import { z } from "zod";
import { type AppPlace, isOutsideAddress, placeOfDeepLink } from "./deep-link.ts";
import { dialogRequestSchema, dialogSizeSchema, type Host } from "./host.ts";

const sdkVersion = "2.58.0";

/** What teams-js may offer to the page: only what this host answers. */
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: {},
    pages: { currentApp: {} },
    dialog: { url: { parentCommunication: {} }, update: {} },
  },
});

/** The arguments of a reply; undefined where teams-js waits for none. */
type Answer = readonly unknown[] | undefined;
type Answerer = (host: Host, args: readonly unknown[]) => Answer | Promise<Answer>;

/** Does what a page asked of Teams by `func` and gives the arguments of the reply. */
export async function answerTo(
  host: Host,
  func: string,
  args: readonly unknown[],
): Promise<Answer> {
  const answerer = answerers.get(func);
  if (answerer === undefined) {
    const sentence = `This Teams shell does not answer teams-js "${func}".`;
    host.warn(sentence);
    return [false, sentence];
  }
  return answerer(host, args);
}

const silently =
  (act: (host: Host, args: readonly unknown[]) => void): Answerer =>
  (host, args) => {
    act(host, args);
    return undefined;
  };

const answerers: ReadonlyMap<string, Answerer> = new Map<string, Answerer>([
  [
    "initialize",
    (host) => {
      host.report({ kind: "connected" });
      return [host.frameContext, "web", sdkVersion, runtime];
    },
  ],
  ["getContext", (host) => [flatContext(host)]],
  ["authentication.getAuthToken", authToken],
  ["executeDeepLink", (host, [link]) => openLink(host, String(link))],
  ["pages.navigateToApp", (host, [target]) => navigateToApp(host, target)],
  ["pages.currentApp.navigateTo", (host, [target]) => navigateInApp(host, target)],
  ["pages.currentApp.navigateToDefaultPage", (host) => navigateInApp(host, {})],
  ["tasks.startTask", (host, [request]) => startTask(host, request)],
  ["tasks.completeTask", silently((host, [result]) => host.submitDialog(result))],
  [
    "tasks.updateTask",
    silently((host, [size]) => host.resizeDialog(dialogSizeSchema.catch({}).parse(size))),
  ],
  ["messageForParent", silently((host, [message]) => host.relay(message))],
  ["messageForChild", silently((host, [message]) => host.relay(message))],
  ["appInitialization.appLoaded", silently((host) => host.report({ kind: "loaded" }))],
  ["appInitialization.success", silently((host) => host.report({ kind: "loaded" }))],
  ["appInitialization.failure", silently(reportFailure)],
  ["appInitialization.expectedFailure", silently(reportFailure)],
  ["returnFocus", silently((host) => host.takeFocus())],
  [
    "registerHandler",
    silently((host, [event]) => host.report({ kind: "listening", event: String(event) })),
  ],
  // Of no consequence here: nothing waits for a page to fall asleep, and the address bar is the shell's.
  ["readyToUnload", silently(() => undefined)],
  ["setFrameContext", silently(() => undefined)],
  ["shareDeepLink", silently(() => undefined)],
]);

function flatContext(host: Host): Record<string, unknown> {
  return {
    ...host.context(),
    frameContext: host.frameContext,
    locale: "en-gb",
    hostName: "Teams",
    hostClientType: "web",
    ringId: "general",
  };
}

async function authToken(host: Host): Promise<Answer> {
  try {
    return [true, await host.getAuthToken()];
  } catch (cause) {
    host.warn(`Single sign-on failed: ${String(cause)}`);
    return [false, "InternalError"];
  }
}

function openLink(host: Host, link: string): Answer {
  const place = placeOfDeepLink(link);
  if (place !== undefined && host.openPlace(place)) return [true];
  if (!isOutsideAddress(link)) return [false, "The link is not a web address."];
  host.openAddress(link);
  return [true];
}

const targetSchema = z.object({
  appId: z.string(),
  pageId: z.string(),
  subPageId: z.string().nullish(),
});

function navigateToApp(host: Host, target: unknown): Answer {
  const parsed = targetSchema.safeParse(target);
  if (!parsed.success) return [false, "navigateToApp needs appId and pageId."];
  const opened = host.openPlace(placeOf(parsed.data));
  return opened ? [true] : [false, "That app is not installed in this Teams shell."];
}

const pageInAppSchema = targetSchema.pick({ pageId: true, subPageId: true }).partial();

/** Unlike its neighbours, `pages.currentApp` expects an error first. */
function navigateInApp(host: Host, target: unknown): Answer {
  const { appId, entityId } = host.context();
  const within = pageInAppSchema.catch({}).parse(target);
  host.openPlace(
    placeOf({ appId, pageId: within.pageId ?? entityId, subPageId: within.subPageId }),
  );
  return [undefined];
}

function placeOf(target: z.infer<typeof targetSchema>): AppPlace {
  const { appId, pageId, subPageId } = target;
  return { appId, pageId, ...(subPageId ? { subPageId } : {}) };
}

async function startTask(host: Host, request: unknown): Promise<Answer> {
  const parsed = dialogRequestSchema.safeParse(request);
  if (!parsed.success) return ["A dialog needs the url of its page.", undefined];
  const { error, result } = await host.openDialog(parsed.data);
  return [error, result];
}

function reportFailure(host: Host, [reason, message]: readonly unknown[]): void {
  const words = [message, reason].find((word) => typeof word === "string" && word !== "");
  host.report({ kind: "failed", reason: typeof words === "string" ? words : "No reason given." });
}
