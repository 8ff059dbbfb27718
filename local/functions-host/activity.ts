/** Knows what the host is doing, so that the clock moves between pieces of work and "all done" can be told. */
export type Activity = {
  /** Counts `work` as in progress until it settles. */
  track<T>(work: () => Promise<T>): Promise<T>;
  readonly inProgress: number;
  /** Grows with every piece of work begun. */
  readonly begun: number;
  /** Called whenever a piece of work has ended: it may have queued more. */
  onEnded(listener: () => void): void;
};

/** Counts from zero for one host. */
export function createActivity(): Activity {
  let inProgress = 0;
  let begun = 0;
  const listeners: (() => void)[] = [];
  return {
    get inProgress() {
      return inProgress;
    },
    get begun() {
      return begun;
    },
    async track(work) {
      inProgress += 1;
      begun += 1;
      try {
        return await work();
      } finally {
        inProgress -= 1;
        for (const listener of listeners) listener();
      }
    },
    onEnded: (listener) => void listeners.push(listener),
  };
}
