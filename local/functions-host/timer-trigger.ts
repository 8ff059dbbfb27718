import { createAlarm } from "./alarm.ts";
import type { AppFunction } from "./function-app.ts";
import type { HostLog } from "./host-log.ts";
import type { Invoke } from "./invoke.ts";
import { isMoreThanOnceAMinute, parseSchedule } from "./schedule.ts";
import type { BindingSettings } from "./settings.ts";
import type { TimerStatus, TimerStatusStore } from "./timer-status.ts";

/** One timer function, kept to its schedule. */
export type TimerListener = {
  /** Runs the timer if it became due while nobody watched, then keeps to the schedule. */
  start(): Promise<void>;
  /** Holds back further runs. */
  pause(): void;
  /** Runs a timer that became due meanwhile once, as past due, and resolves after that run. */
  resume(): Promise<void>;
};

type TimerOptions = {
  readonly settings: BindingSettings;
  readonly store: TimerStatusStore;
  readonly invoke: Invoke;
  readonly log: HostLog;
};

/** Watches one timer function; throws, naming it, when its schedule is none that Azure takes. */
export function createTimer(
  fn: AppFunction,
  { settings, store, invoke, log }: TimerOptions,
): TimerListener {
  const { useMonitor, runOnStartup } = fn.trigger.binding;
  const nextAfter = parseSchedule(fn.name, settings.text(fn, fn.trigger.binding, "schedule"));
  // Azure keeps no record of timers that run more often than once a minute.
  const monitored = useMonitor !== false && !isMoreThanOnceAMinute(nextAfter);
  let status = statusAt(new Date());
  let paused = false;
  let running = false;

  function statusAt(now: Date, last = new Date(0)): TimerStatus {
    return { last, next: nextAfter(now), lastUpdated: now };
  }

  const isDue = (): boolean => Date.now() >= status.next.getTime();

  const keepStatus = async (): Promise<void> => {
    try {
      if (monitored) await store.write(fn.name, status);
    } catch (error) {
      log("error", "timer.status-not-kept", { function: fn.name, error: String(error) });
    }
  };

  const run = async (isPastDue: boolean): Promise<void> => {
    running = true;
    const began = new Date();
    const json = coreTimer(isPastDue, monitored ? status : undefined);
    await invoke(fn, { input: { json }, logged: { isPastDue } });
    status = statusAt(new Date(), began);
    await keepStatus();
    running = false;
  };

  const alarm = createAlarm(() => void run(false).finally(keepToSchedule));

  function keepToSchedule(): void {
    if (!paused) alarm.set(status.next);
  }

  const catchUp = async (): Promise<void> => {
    if (!running && isDue()) await run(true);
    keepToSchedule();
  };

  return {
    async start() {
      const kept = monitored ? await store.read(fn.name) : undefined;
      // Counted anew from when it was kept: the schedule may have changed since.
      if (kept !== undefined) status = { ...kept, next: nextAfter(kept.lastUpdated) };
      else await keepStatus();
      if (runOnStartup === true && !isDue()) await run(false);
      await catchUp();
    },
    pause() {
      paused = true;
      alarm.clear();
    },
    async resume() {
      paused = false;
      await catchUp();
    },
  };
}

/** The timer object in the host's own spelling, which the library turns into camel case. */
const coreTimer = (isPastDue: boolean, status: TimerStatus | undefined): string =>
  JSON.stringify({
    Schedule: { AdjustForDST: true },
    ScheduleStatus: status && {
      Last: status.last,
      Next: status.next,
      LastUpdated: status.lastUpdated,
    },
    IsPastDue: isPastDue,
  });
