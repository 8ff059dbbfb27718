/** Rings once when the estate's clock reaches a moment. */
export type Alarm = {
  /** Sets it anew; a moment in the past rings at once. */
  set(at: Date): void;
  clear(): void;
};

/** A longer wait is taken in steps: `setTimeout` cannot wait longer than about 24 days. */
const longestWaitMs = 3_600_000;

/** Makes an alarm that is not set; `ring` is called once for each moment that was reached. */
export function createAlarm(ring: () => void): Alarm {
  let waiting: NodeJS.Timeout | undefined;
  const set = (at: Date): void => {
    clearTimeout(waiting);
    const left = Math.max(at.getTime() - Date.now(), 0);
    waiting = setTimeout(
      () => {
        if (Date.now() < at.getTime()) set(at);
        else ring();
      },
      Math.min(left, longestWaitMs),
    );
  };
  return { set, clear: () => clearTimeout(waiting) };
}
