import type { FunctionsHost } from "./functions-host.ts";

/** A functions host that can be killed and started again, and that is started again when it crashes. */
export type RestartableHost = {
  /** Rejects when the app cannot run. */
  readonly start: () => Promise<void>;
  /** Stops the host, if it runs, and starts it anew on the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the host as a crash would and leaves it down. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** As of the host itself; there is nothing to do while it is down. */
  readonly pause: () => Promise<void>;
  readonly moveClock: (offsetMs: number) => Promise<void>;
  readonly drain: () => Promise<void>;
  /** Resolves, with what happened, when the host crashed so often that it was not started again. */
  readonly lost: Promise<string>;
};

type RestartOptions = {
  readonly start: () => Promise<FunctionsHost>;
  /** Told in a sentence when the host crashed and starts again. */
  readonly log: (line: string) => void;
};

/** Azure starts a crashed worker again; one that crashes this often within the time below would only crash on. */
const mostCrashes = 3;
const withinMs = 60_000;

/** Looks after a host that is not started yet. */
export function createRestartableHost({ start, log }: RestartOptions): RestartableHost {
  const crashes: number[] = [];
  let giveUp: (why: string) => void;
  const lost = new Promise<string>((resolve) => (giveUp = resolve));
  let isWanted = false;
  let host: FunctionsHost | undefined;
  let lastOffsetMs: number | undefined;

  async function launch(): Promise<void> {
    const offsetBefore = lastOffsetMs;
    const started = await start();
    host = started;
    void started.ended.then(crashed);
    if (lastOffsetMs !== undefined && lastOffsetMs !== offsetBefore) {
      await started.moveClock(lastOffsetMs);
    }
  }

  async function crashed(how: string): Promise<void> {
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => at > now - withinMs).length > mostCrashes) {
      giveUp(how);
      return;
    }
    log(`${how} It is started again.`);
    try {
      await launch();
      if (!isWanted) await end("stop");
    } catch (error) {
      giveUp(`${how} It did not start again: ${String(error)}`);
    }
  }

  async function end(how: "stop" | "kill"): Promise<void> {
    isWanted = false;
    const ended = host;
    host = undefined;
    await ended?.[how]();
  }

  async function begin(): Promise<void> {
    isWanted = true;
    await launch();
  }

  return {
    lost,
    start: begin,
    restart: async () => {
      await end("stop");
      await begin();
    },
    kill: () => end("kill"),
    stop: () => end("stop"),
    pause: async () => host?.pause(),
    moveClock: async (offsetMs) => {
      lastOffsetMs = offsetMs;
      await host?.moveClock(offsetMs);
    },
    drain: async () => host?.drain(),
  };
}
