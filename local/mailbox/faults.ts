import type { FolderName } from "./folders.ts";

/** One way in which Microsoft 365 really misbehaves. */
export type Fault =
  /** A request is answered 429, with Retry-After when `retryAfterSeconds` is given. */
  | { readonly kind: "throttled"; readonly retryAfterSeconds?: number }
  /** A request takes so long. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** A request is answered 503. */
  | { readonly kind: "unavailable" }
  /** The bytes of a mail or of a file break off half-way. */
  | { readonly kind: "broken-off" }
  /** A draft is sent, but the request is answered 504. */
  | { readonly kind: "sent-but-504" }
  /** A draft is sent, but its copy appears in Sent Items only after so many seconds of the estate's clock. */
  | { readonly kind: "sent-copy-late"; readonly seconds: number }
  /** One delivery of change notifications is lost without a trace. */
  | { readonly kind: "notifications-lost" }
  /** One delivery of change notifications comes so many seconds late. */
  | { readonly kind: "notifications-late"; readonly seconds: number }
  /** One delivery of change notifications comes only after the one that follows it. */
  | { readonly kind: "notifications-out-of-order" }
  /** One delivery of change notifications is made twice. */
  | { readonly kind: "notifications-doubled" }
  /** A delta page also repeats the changes of the page before it. */
  | { readonly kind: "delta-repeats" }
  /** A delta page is in reverse order. */
  | { readonly kind: "delta-out-of-order" }
  /** A delta page is empty although more follows. */
  | { readonly kind: "delta-empty-page" }
  /** The first round of a delta also tells of a message that has left. */
  | { readonly kind: "delta-shows-removed" }
  /** A delta token is forgotten, whether in the middle of a round or between two: 410 unless another `status` is given. */
  | { readonly kind: "delta-token-expired"; readonly status?: 400 | 404 | 410 }
  /** A moved message gets a new immutable id, as when somebody drags it in classic Outlook. */
  | { readonly kind: "immutable-id-changes" }
  /** A mail that comes is put into a folder by a filter or by a rule of the mailbox: it is never in the inbox. */
  | { readonly kind: "filed-on-arrival"; readonly folder: FolderName }
  /** A mail that comes is moved or deleted by a colleague at once, before anything else has read it. */
  | { readonly kind: "removed-unread"; readonly folder: FolderName }
  /** A mail that is asked for was dragged out of the inbox a moment ago: it lies elsewhere under other ids. */
  | { readonly kind: "dragged-away" }
  /** A mail that is asked for was dragged out of the inbox and back a moment ago: its ids have all changed. */
  | { readonly kind: "dragged-in-outlook" }
  /** A draft that is to be sent has been deleted by somebody. */
  | { readonly kind: "draft-gone" };

type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

type WaitingFault = { readonly fault: Fault; readonly left: number; readonly path: RegExp };

/** The faults that wait to happen; each happens as often as it was asked for, then never again. */
export type Faults = {
  /** Lets the fault happen `times` times (once by default), only to requests whose path (after `/v1.0`) matches `path` when one is given. */
  add(fault: Fault, options?: { times?: number; path?: RegExp }): void;
  /** Uses up one waiting fault of the kind, or says there is none. */
  take<Kind extends Fault["kind"]>(kind: Kind, path?: string): FaultOf<Kind> | undefined;
  /** What still waits to happen, and how often; `Infinity` goes on until it is removed. */
  waiting(): readonly { readonly fault: Fault; readonly left: number }[];
  /** Takes back the waiting faults that `isMeant` names; all of them when it is left out. */
  clear(isMeant?: (fault: Fault) => boolean): void;
  /** Called whenever what waits has changed. */
  onChange(listener: () => void): void;
};

export function createFaults(): Faults {
  let waiting: WaitingFault[] = [];
  const listeners: (() => void)[] = [];
  const become = (next: WaitingFault[]): void => {
    waiting = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (fault, { times = 1, path = /^/ } = {}) =>
      become([...waiting, { fault, left: times, path }]),
    take<Kind extends Fault["kind"]>(kind: Kind, path = "") {
      const met = waiting.find(
        ({ fault, path: wanted }) => fault.kind === kind && wanted.test(path),
      );
      if (met === undefined) return undefined;
      const left = met.left - 1;
      become(
        waiting.flatMap((other) => (other !== met ? other : left > 0 ? { ...met, left } : [])),
      );
      return met.fault as FaultOf<Kind>;
    },
    waiting: () => waiting.map(({ fault, left }) => ({ fault, left })),
    clear: (isMeant = () => true) => become(waiting.filter(({ fault }) => !isMeant(fault))),
    onChange: (listener) => void listeners.push(listener),
  };
}
