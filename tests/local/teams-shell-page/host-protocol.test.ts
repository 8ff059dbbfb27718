import { describe, expect, it, vi } from "vitest";
import type { AppPlace } from "#local/teams-shell/page/tab/deep-link.ts";
import type { DialogOutcome, Host } from "#local/teams-shell/page/tab/host.ts";
import { createHostEnd } from "#local/teams-shell/page/tab/host-protocol.ts";

const appId = "c0a1e5ce-2b7d-4c1f-8f5e-51d2b0c7a003";

const priya: Host = {
  frameContext: "content",
  context: () => ({
    userObjectId: "priya",
    userPrincipalName: "priya.nair@wexcombe.gov.uk",
    loginHint: "priya.nair@wexcombe.gov.uk",
    userDisplayName: "Priya Nair",
    tid: "wexcombe",
    appId,
    theme: "dark",
    entityId: "cases",
    subEntityId: "case/CMP-7K3Q-9D",
  }),
  getAuthToken: () => Promise.resolve("a.jwt.here"),
  openPlace: () => true,
  openAddress: () => undefined,
  openDialog: () => Promise.resolve({}),
  submitDialog: () => undefined,
  resizeDialog: () => undefined,
  relay: () => undefined,
  takeFocus: () => undefined,
  report: () => undefined,
  warn: () => undefined,
};

/** A page in a frame, as far as the host can tell: what it posts, and what it is sent. */
function pageIn(host: Partial<Host>) {
  const sent: unknown[] = [];
  const end = createHostEnd(
    () => ({ ...priya, ...host }),
    (message) => sent.push(message),
  );
  return {
    end,
    sent,
    async asks(func: string, ...args: unknown[]) {
      await end.receive({ id: 7, uuidAsString: "u-7", func, args, apiVersionTag: "v2_x" });
      return sent.at(-1);
    },
  };
}

const reply = (...args: unknown[]) => ({ id: 7, uuidAsString: "u-7", args });

describe("a page that connects", () => {
  it.each(["content", "task"] as const)("learns that it runs as %s", async (frameContext) => {
    const page = pageIn({ frameContext });
    const answer = (await page.asks("initialize")) as { args: unknown[] };
    expect(answer).toMatchObject({ id: 7, uuidAsString: "u-7" });
    expect(answer.args.slice(0, 3)).toEqual([frameContext, "web", "2.58.0"]);
    expect(JSON.parse(String(answer.args[3]))).toMatchObject({
      apiVersion: 4,
      supports: { dialog: { url: {} }, pages: {} },
    });
  });

  it("is told for whom and where it runs", async () => {
    expect(await pageIn({}).asks("getContext")).toEqual(
      reply(
        expect.objectContaining({
          userObjectId: "priya",
          tid: "wexcombe",
          theme: "dark",
          entityId: "cases",
          subEntityId: "case/CMP-7K3Q-9D",
          frameContext: "content",
        }),
      ),
    );
  });

  it("hears of a theme change only once it is connected", async () => {
    const page = pageIn({});
    page.end.raise("themeChange", "contrast");
    expect(page.sent).toEqual([]);
    await page.asks("initialize");
    page.end.raise("themeChange", "contrast");
    expect(page.sent.at(-1)).toEqual({ func: "themeChange", args: ["contrast"] });
  });

  it("is noted as listening to what it registered for", async () => {
    const report = vi.fn();
    const page = pageIn({ report });
    await page.asks("registerHandler", "load");
    expect(report).toHaveBeenCalledWith({ kind: "listening", event: "load" });
    expect(page.sent).toEqual([]);
  });

  it("has its reason for giving up passed on", async () => {
    const report = vi.fn();
    await pageIn({ report }).asks("appInitialization.failure", "AuthFailed", "No token came.");
    expect(report).toHaveBeenCalledWith({ kind: "failed", reason: "No token came." });
  });
});

describe("single sign-on", () => {
  it("hands the page the person's token", async () => {
    expect(await pageIn({}).asks("authentication.getAuthToken")).toEqual(reply(true, "a.jwt.here"));
  });

  it("refuses, rather than leaves the page waiting, when no token comes", async () => {
    const getAuthToken = () => Promise.reject(new Error("the server is gone"));
    expect(await pageIn({ getAuthToken }).asks("authentication.getAuthToken")).toEqual(
      reply(false, "InternalError"),
    );
  });
});

describe("going places", () => {
  const link = (context: string) =>
    `https://teams.microsoft.com/l/entity/${appId}/cases?context=${encodeURIComponent(context)}`;

  it("opens a deep link at its sub page", async () => {
    const places: AppPlace[] = [];
    const openPlace = (place: AppPlace) => places.push(place) > 0;
    const answer = await pageIn({ openPlace }).asks(
      "executeDeepLink",
      link('{"subEntityId":"case/CMP-2M8A-4T"}'),
    );
    expect(answer).toEqual(reply(true));
    expect(places).toEqual([{ appId, pageId: "cases", subPageId: "case/CMP-2M8A-4T" }]);
  });

  it("opens any other web address outside the app", async () => {
    const openAddress = vi.fn();
    const page = pageIn({ openAddress });
    await page.asks("executeDeepLink", "https://www.lgo.org.uk/");
    expect(openAddress).toHaveBeenCalledWith("https://www.lgo.org.uk/");
  });

  it("refuses an address that would run code", async () => {
    const openAddress = vi.fn();
    const answer = await pageIn({ openAddress }).asks("executeDeepLink", "javascript:alert(1)");
    expect(answer).toEqual(reply(false, "The link is not a web address."));
    expect(openAddress).not.toHaveBeenCalled();
  });

  it("navigates to a page of the app", async () => {
    const openPlace = vi.fn(() => true);
    const target = { appId, pageId: "cases", subPageId: "triage" };
    expect(await pageIn({ openPlace }).asks("pages.navigateToApp", target)).toEqual(reply(true));
    expect(openPlace).toHaveBeenCalledWith({ appId, pageId: "cases", subPageId: "triage" });
  });

  it("says so when the app is not in this shell", async () => {
    const answer = await pageIn({ openPlace: () => false }).asks("pages.navigateToApp", {
      appId: "another",
      pageId: "home",
    });
    expect(answer).toEqual(reply(false, "That app is not installed in this Teams shell."));
  });

  it("navigates within the current app, answering with the error first", async () => {
    const openPlace = vi.fn(() => true);
    const page = pageIn({ openPlace });
    expect(
      await page.asks("pages.currentApp.navigateTo", { pageId: "cases", subPageId: "reports" }),
    ).toEqual(reply(undefined));
    expect(openPlace).toHaveBeenCalledWith({ appId, pageId: "cases", subPageId: "reports" });
  });
});

describe("dialogs", () => {
  it("answer their opener when their page submits", async () => {
    let close: (outcome: DialogOutcome) => void = () => undefined;
    const openDialog = () => new Promise<DialogOutcome>((resolve) => (close = resolve));
    const page = pageIn({ openDialog });
    const answered = page.asks("tasks.startTask", { url: "/tab/pick", title: "Pick" });
    expect(page.sent).toEqual([]);
    close({ result: { picked: 3 } });
    expect(await answered).toEqual(reply(undefined, { picked: 3 }));
  });

  it("are refused without a page to show", async () => {
    expect(await pageIn({}).asks("tasks.startTask", { title: "Nothing" })).toEqual(
      reply("A dialog needs the url of its page.", undefined),
    );
  });

  it("hand in what their page submits", async () => {
    const submitDialog = vi.fn();
    await pageIn({ frameContext: "task", submitDialog }).asks(
      "tasks.completeTask",
      { picked: 3 },
      [],
    );
    expect(submitDialog).toHaveBeenCalledWith({ picked: 3 });
  });
});

describe("what the host does not know", () => {
  it("is named aloud and refused, so that no promise of the page stays open", async () => {
    const warn = vi.fn();
    const answer = await pageIn({ warn }).asks("calendar.openCalendarItem", {});
    const sentence = 'This Teams shell does not answer teams-js "calendar.openCalendarItem".';
    expect(warn).toHaveBeenCalledWith(sentence);
    expect(answer).toEqual(reply(false, sentence));
  });

  it("is ignored when it is not teams-js speaking", async () => {
    const page = pageIn({});
    for (const data of [null, "hello", { source: "devtools" }, { id: "x", func: 3 }]) {
      await page.end.receive(data);
    }
    expect(page.sent).toEqual([]);
  });
});
