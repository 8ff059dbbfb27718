import type { NetworkRedirect } from "./network-redirect.ts";

/** What the parent tells the host process once, as its only argument. */
export type HostOptions = {
  /** The folder of the app's package.json and host.json. */
  readonly appFolder: string;
  readonly port: number;
  readonly logFile: string;
  /** How far the estate's clock is ahead of the machine's when the host starts. */
  readonly offsetMs: number;
  /** The emulated hosts; without it the process reaches the network as it is. */
  readonly redirect?: NetworkRedirect;
};

/** What the parent asks of a running host; each is answered by `done` with the same number. */
export type HostRequest = { readonly number: number } & HostOrder;

export type HostOrder =
  /** Take no new work and finish what is in progress. */
  | { readonly kind: "pause" }
  /** Live at this offset from now on, run the timers that became due and work off the queues. */
  | { readonly kind: "clock"; readonly offsetMs: number }
  /** Work off the queues. */
  | { readonly kind: "drain" };

/** What the host process tells its parent. */
export type HostReport =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "not-started"; readonly why: string }
  | { readonly kind: "done"; readonly number: number }
  | { readonly kind: "function-failed"; readonly name: string };
