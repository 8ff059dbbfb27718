import type { Activity } from "./activity.ts";
import type { AppFunction, FunctionApp } from "./function-app.ts";
import type { HostJson } from "./host-json.ts";
import type { HostLog } from "./host-log.ts";
import { createInvoke } from "./invoke.ts";
import { serveHttp } from "./http-trigger.ts";
import { queueOutputs } from "./queue-messages.ts";
import { createQueueListener, type QueueListener } from "./queue-trigger.ts";
import { bindingSettings } from "./settings.ts";
import { openTimerStatusStore } from "./timer-status.ts";
import { createTimer, type TimerListener } from "./timer-trigger.ts";

/** Everything that makes the app's functions run. */
export type Triggers = {
  readonly url: string;
  readonly queues: readonly QueueListener[];
  readonly timers: readonly TimerListener[];
};

type TriggerOptions = {
  readonly app: FunctionApp;
  readonly hostJson: HostJson;
  readonly port: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly activity: Activity;
  readonly log: HostLog;
  readonly onFailed: (functionName: string) => void;
};

/** Checks every function first, so that one this host cannot run stops the start by name, then starts them all. */
export async function startTriggers(options: TriggerOptions): Promise<Triggers> {
  const { app, hostJson, environment, activity, log, port, onFailed } = options;
  const { http, queues: settings } = hostJson.extensions;
  const bindings = bindingSettings(environment);
  const writeOutput = queueOutputs(bindings, settings.messageEncoding);
  const invoke = createInvoke({ app, activity, log, writeOutput, onFailed });
  app.functions.forEach(refuseForeignBindings);
  const triggeredBy = (type: string): readonly AppFunction[] =>
    app.functions.filter(({ trigger }) => trigger.binding.type === type);

  const queues = triggeredBy("queueTrigger").map((fn) =>
    createQueueListener(fn, { bindings, settings, invoke, activity, log }),
  );
  const timers = triggeredBy("timerTrigger").map((fn) => {
    const store = openTimerStatusStore(bindings.connectionString(fn, {}));
    return createTimer(fn, { settings: bindings, store, invoke, log });
  });
  const functions = triggeredBy("httpTrigger");
  const { url } = await serveHttp({ functions, settings: http, port, invoke, log });
  activity.onEnded(() => queues.forEach((queue) => queue.wake()));
  await Promise.all(queues.map((queue) => queue.start()));
  await Promise.all(timers.map((timer) => timer.start()));
  return { url, queues, timers };
}

const triggerTypes = ["httpTrigger", "queueTrigger", "timerTrigger"];
const outputTypes = ["http", "queue"];

function refuseForeignBindings({ name, trigger, metadata }: AppFunction): void {
  if (!triggerTypes.includes(trigger.binding.type)) {
    throw new Error(`Function "${name}": this host has no ${trigger.binding.type}.`);
  }
  for (const { type, direction } of Object.values(metadata.bindings)) {
    const isKnown = direction === "in" ? triggerTypes.includes(type) : outputTypes.includes(type);
    if (!isKnown) throw new Error(`Function "${name}": this host has no ${direction}put ${type}.`);
  }
}
