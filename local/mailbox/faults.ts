/** One way in which Microsoft 365 really misbehaves. */
export type Fault =
  /** A request is answered 429, with Retry-After when `retryAfterSeconds` is given. */
  | { readonly kind: "throttled"; readonly retryAfterSeconds?: number }
  /** A request takes so long. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** A request is answered 503. */
  | { readonly kind: "unavailable" }
  /** A draft is sent, but the request is answered 504. */
  | { readonly kind: "sent-but-504" }
  /** A draft is sent, but its copy appears in Sent Items only after so many seconds of the estate's clock. */
  | { readonly kind: "sent-copy-late"; readonly seconds: number }
  /** One delivery of change notifications is lost without a trace. */
  | { readonly kind: "notifications-lost" }
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
  | { readonly kind: "immutable-id-changes" };

type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

type WaitingFault = { readonly fault: Fault; left: number; readonly path: RegExp };

/** The faults that wait to happen; each happens as often as it was asked for, then never again. */
export type Faults = {
  /** Lets the fault happen `times` times (once by default), only to requests whose path (after `/v1.0`) matches `path` when one is given. */
  add(fault: Fault, options?: { times?: number; path?: RegExp }): void;
  /** Uses up one waiting fault of the kind, or says there is none. */
  take<Kind extends Fault["kind"]>(kind: Kind, path?: string): FaultOf<Kind> | undefined;
  /** What still waits to happen. */
  waiting(): readonly Fault[];
  clear(): void;
};

export function createFaults(): Faults {
  let waiting: WaitingFault[] = [];
  return {
    add: (fault, { times = 1, path = /^/ } = {}) => void waiting.push({ fault, left: times, path }),
    take<Kind extends Fault["kind"]>(kind: Kind, path = "") {
      const next = waiting.find(
        ({ fault, path: wanted }) => fault.kind === kind && wanted.test(path),
      );
      if (next === undefined) return undefined;
      next.left -= 1;
      if (next.left <= 0) waiting = waiting.filter((other) => other !== next);
      return next.fault as FaultOf<Kind>;
    },
    waiting: () => waiting.flatMap(({ fault, left }) => Array<Fault>(left).fill(fault)),
    clear: () => void (waiting = []),
  };
}
