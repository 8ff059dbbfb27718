/**
 * What can go wrong when a bot writes to Teams: the person blocked it, it wrote too fast, the service
 * in between failed, or the message was stored and only its answer was lost.
 */
export type SendFault = "blocked-by-user" | "throttled" | "bad-gateway" | "answer-lost";

/** Faults for tests and demonstrations; none is armed at first. */
export type ChannelFaults = {
  /** The next `times` writes (1 unless told; `Infinity` until cleared) fail, for one person or for all. */
  arm(fault: SendFault, options?: { times?: number; personId?: string }): void;
  clear(): void;
  /** The fault that this write meets, used up by the asking. */
  take(personId: string): SendFault | undefined;
};

/** Makes a set of faults that starts empty. */
export const createFaults = (): ChannelFaults => {
  let armed: { fault: SendFault; left: number; personId: string | undefined }[] = [];
  return {
    arm: (fault, { times = 1, personId } = {}) => void armed.push({ fault, left: times, personId }),
    clear: () => void (armed = []),
    take: (writingTo) => {
      const met = armed.find(({ personId }) => personId === undefined || personId === writingTo);
      if (met === undefined) return undefined;
      met.left -= 1;
      armed = armed.filter(({ left }) => left > 0);
      return met.fault;
    },
  };
};
