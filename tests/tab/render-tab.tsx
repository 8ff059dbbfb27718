import { cleanup, configure, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, vi } from "vitest";
import { App } from "../../tab/app/app.tsx";
import type { TeamsHost, TeamsTheme } from "../../tab/teams-host.ts";
import type { FakeCouncil } from "./fake-council.ts";

configure({
  // The first look at a page waits for its code, on a machine that may be busy.
  asyncUtilTimeout: 20_000,
  // Fluent tells by layout what a dialog covers, and jsdom has none: the browser test looks at that.
  defaultHidden: true,
});

// jsdom has no layout, so nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

/** A Teams that signs everybody in and remembers what the tab told it. */
export class FakeTeams implements TeamsHost {
  readonly theme: TeamsTheme = "default";
  readonly caseToOpen?: string;
  tokensGiven = 0;
  isShown = false;
  #resume: (caseToOpen: string | undefined) => void = () => undefined;

  constructor(caseToOpen?: string) {
    if (caseToOpen !== undefined) this.caseToOpen = caseToOpen;
  }

  getToken(): Promise<string> {
    this.tokensGiven += 1;
    return Promise.resolve(`token-${this.tokensGiven}`);
  }

  onThemeChange(): void {
    // Nobody changes this Teams' theme.
  }

  onResume(listener: (caseToOpen: string | undefined) => void): void {
    this.#resume = listener;
  }

  /** Wakes the tab, as a link to a case does. */
  resume(caseToOpen?: string): void {
    this.#resume(caseToOpen);
  }

  shown(): void {
    this.isShown = true;
  }
}

/** Puts the fake council behind every `fetch` of the tab. */
export function answerFetchFrom(council: FakeCouncil): void {
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    const { body } = init;
    const answer = council.answer({
      method: init.method ?? "GET",
      url,
      authorization: new Headers(init.headers).get("authorization") ?? undefined,
      ...(typeof body === "string" ? { body: JSON.parse(body) as unknown } : {}),
    });
    if (answer === "no answer") return Promise.reject(new TypeError("Failed to fetch"));
    const headers = {
      "content-type": url.includes("/attachments/") ? council.pictureType : "application/json",
    };
    return Promise.resolve(Response.json(answer.body, { status: answer.status, headers }));
  });
}

/** Shows the whole tab at an address such as `/my-cases`, in front of the fake council. */
export function renderTab(council: FakeCouncil, path = "", teams = new FakeTeams()) {
  answerFetchFrom(council);
  location.hash = path === "" ? "" : `#${path}`;
  const { unmount } = render(<App host={teams} />);
  return { user: userEvent.setup(), teams, unmount };
}

/** The address the tab shows. */
export const shownPath = (): string => location.hash.slice(1);

/** The row of a list that names a case. */
export const rowOf = (caseId: string): Promise<HTMLElement> =>
  screen.findByRole("link", { name: new RegExp(caseId) });

afterEach(async () => {
  cleanup();
  // Leaving a page may save: that still belongs to this test's council.
  await new Promise((resolve) => setTimeout(resolve, 0));
  vi.unstubAllGlobals();
  sessionStorage.clear();
  location.hash = "";
});
