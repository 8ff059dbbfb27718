/**
 * What can go wrong when a bot writes to Teams: the person blocked it, it wrote too fast, the service
 * in between failed, or the message was stored and only its answer was lost.
 */
export type SendFault = "blocked-by-user" | "throttled" | "bad-gateway" | "answer-lost";

/** Faults for tests and demonstrations; none is armed at first. */
export type ChannelFaults = {
  /** The next `times` writes (1 unless told; `Infinity` until cleared) fail, for one person or for all. */
  arm(fault: SendFault, options?: { times?: number; personId?: string }): void;
  /** Disarms a fault, or all of them. */
  clear(fault?: SendFault): void;
  /** What is armed, and how often it is still to happen. */
  waiting(): readonly { readonly fault: SendFault; readonly left: number }[];
  /** Called whenever what is armed has changed. */
  onChange(listener: () => void): void;
  /** The fault that this write meets, used up by the asking. */
  take(personId: string): SendFault | undefined;
};

type Armed = {
  readonly fault: SendFault;
  readonly left: number;
  readonly personId: string | undefined;
};

/** Makes a set of faults that starts empty. */
export const createFaults = (): ChannelFaults => {
  let armed: readonly Armed[] = [];
  const listeners: (() => void)[] = [];
  const become = (next: readonly Armed[]): void => {
    armed = next;
    for (const listener of listeners) listener();
  };
  return {
    arm: (fault, { times = 1, personId } = {}) =>
      become([...armed, { fault, left: times, personId }]),
    clear: (fault) => become(fault === undefined ? [] : armed.filter((one) => one.fault !== fault)),
    waiting: () => armed.map(({ fault, left }) => ({ fault, left })),
    onChange: (listener) => void listeners.push(listener),
    take: (writingTo) => {
      const met = armed.find(({ personId }) => personId === undefined || personId === writingTo);
      if (met === undefined) return undefined;
      const left = met.left - 1;
      become(armed.flatMap((other) => (other !== met ? other : left > 0 ? { ...met, left } : [])));
      return met.fault;
    },
  };
};
