import { randomUUID } from "node:crypto";
import type { Activity } from "./activity.ts";
import type { CoreOutput } from "./core-api.ts";
import type { AppFunction, FunctionApp } from "./function-app.ts";
import type { HostLog } from "./host-log.ts";
import { type Outputs, runFunction, type Trigger } from "./run-function.ts";

/** What a function run came to. */
export type Outcome =
  { readonly ok: true; readonly returnValue: CoreOutput | undefined } | { readonly ok: false };

type Run = Trigger & {
  /** What the log line tells about the trigger besides the function's name; no personal data. */
  readonly logged?: Readonly<Record<string, string | number | boolean>>;
};

/** Runs one function once and logs one line about it. */
export type Invoke = (fn: AppFunction, run: Run) => Promise<Outcome>;

type InvokeOptions = {
  readonly app: FunctionApp;
  readonly activity: Activity;
  readonly log: HostLog;
  /** Carries values of output bindings to where they go. */
  readonly writeOutput: (fn: AppFunction, name: string, value: CoreOutput) => Promise<void>;
  readonly onFailed: (functionName: string) => void;
};

/** Returns the way every trigger runs functions: handler, outputs, one log line, failures as values. */
export function createInvoke({ app, activity, log, writeOutput, onFailed }: InvokeOptions): Invoke {
  const appHookData = {};

  const write = async (fn: AppFunction, { returnValue, outputData }: Outputs): Promise<void> => {
    for (const { name, data } of outputData) await writeOutput(fn, name, data);
    if (returnValue && fn.metadata.bindings.$return?.type === "queue") {
      await writeOutput(fn, "$return", returnValue);
    }
  };

  return (fn, { logged, ...trigger }) =>
    activity.track(async () => {
      const invocationId = randomUUID();
      const started = performance.now();
      const facts = () => ({
        ...logged,
        invocationId,
        ms: Math.round(performance.now() - started),
      });
      try {
        const outputs = await runFunction(app, {
          ...{ fn, ...trigger, invocationId, appHookData },
          log: (level, category, message) =>
            log(level, "function.log", { function: fn.name, invocationId, category, message }),
        });
        await write(fn, outputs);
        const { returnValue } = outputs;
        log("information", `${fn.name} succeeded`, {
          ...facts(),
          status: returnValue?.http?.statusCode,
        });
        return { ok: true, returnValue };
      } catch (error) {
        const why = error instanceof Error ? error.stack : String(error);
        log("error", `${fn.name} failed`, { ...facts(), error: why });
        onFailed(fn.name);
        return { ok: false };
      }
    });
}
