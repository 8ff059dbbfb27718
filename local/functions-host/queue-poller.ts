/** Looks for messages again and again: at once while there are some or when woken, else ever more seldom. */
export type QueuePoller = {
  start(): void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Looks now: there may be something new. */
  readonly wake: () => void;
};

/** Nothing outside this machine fills the queues, so a quiet queue needs no look more often than this. */
const shortestRestMs = 100;
const longestRestMs = 1000;

type PollerOptions = {
  /** Takes messages and tells how many there were; must not throw. */
  readonly receive: () => Promise<number>;
  readonly longestRestMs: number;
};

/** Calls `receive` for as long as the process lives, never twice at the same time. */
export function createQueuePoller(options: PollerOptions): QueuePoller {
  const longestMs = Math.min(longestRestMs, options.longestRestMs);
  const rest = createRest();
  let paused = false;

  const poll = async (): Promise<never> => {
    let restMs = shortestRestMs;
    for (;;) {
      const received = paused ? 0 : await options.receive();
      if (received > 0) {
        restMs = shortestRestMs;
        continue;
      }
      const woken = await rest.take(restMs);
      restMs = woken ? shortestRestMs : Math.min(restMs * 2, longestMs);
    }
  };

  return {
    start: () => void poll(),
    pause: () => void (paused = true),
    resume: () => {
      paused = false;
      rest.wake();
    },
    wake: rest.wake,
  };
}

/** A rest that can be cut short, also by a call that came just before it began. */
function createRest(): { take(ms: number): Promise<boolean>; readonly wake: () => void } {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    async take(ms) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const wasWoken = woken;
      woken = false;
      return wasWoken;
    },
    wake: () => {
      woken = true;
      end?.();
    },
  };
}
