import { z } from "zod";
import type { AppPlace } from "./deep-link.ts";

/** The names Teams gives its themes. */
export type TeamsTheme = "default" | "dark" | "contrast";

/** Where a page runs in Teams: in a tab, or in a dialog that a tab opened. */
export type FrameContext = "content" | "task";

/** What Teams tells a page about where and for whom it runs, in the flat shape of its messages. */
export type HostContext = {
  readonly userObjectId: string;
  readonly userPrincipalName: string;
  readonly loginHint: string;
  readonly userDisplayName: string;
  readonly tid: string;
  readonly appId: string;
  readonly theme: TeamsTheme;
  readonly entityId: string;
  readonly subEntityId?: string;
};

/** What a page asks of a dialog, its sizes in pixels or Teams' own words (`small`, `medium`, `large`). */
export const dialogRequestSchema = z.object({
  url: z.string().min(1),
  title: z.string().nullish(),
  width: z.union([z.number(), z.string()]).nullish(),
  height: z.union([z.number(), z.string()]).nullish(),
});
export type DialogRequest = z.infer<typeof dialogRequestSchema>;

/** What a page asks when it wants its dialog larger or smaller. */
export const dialogSizeSchema = dialogRequestSchema.pick({ width: true, height: true });
export type DialogSize = z.infer<typeof dialogSizeSchema>;

/** How a dialog ended: what its page submitted, or the words Teams uses when it was closed. */
export type DialogOutcome = { readonly error?: string; readonly result?: unknown };

/** What the shell does for the page in one frame. */
export type Host = {
  readonly frameContext: FrameContext;
  context(): HostContext;
  getAuthToken(): Promise<string>;
  /** Opens a place of the app; false when the app is not in this shell. */
  openPlace(place: AppPlace): boolean;
  openAddress(url: string): void;
  openDialog(request: DialogRequest): Promise<DialogOutcome>;
  submitDialog(result: unknown): void;
  resizeDialog(size: DialogSize): void;
  /** Carries a message between a tab and the dialog it opened. */
  relay(message: unknown): void;
  takeFocus(): void;
  /** The page connected, finished loading, wants to hear of an event, or gave up for a reason. */
  report(progress: FrameProgress): void;
  warn(sentence: string): void;
};

export type FrameProgress =
  | { readonly kind: "connected" | "loaded" }
  | { readonly kind: "listening"; readonly event: string }
  | { readonly kind: "failed"; readonly reason: string };
