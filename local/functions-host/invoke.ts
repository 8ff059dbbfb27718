import { randomBytes, randomUUID } from "node:crypto";
import type { Activity } from "./activity.ts";
import type { CoreInput, CoreOutput, CoreValue } from "./core-api.ts";
import type { AppFunction, FunctionApp } from "./function-app.ts";
import type { HostLog } from "./host-log.ts";

/** What a function run came to. */
export type Outcome =
  { readonly ok: true; readonly returnValue: CoreOutput | undefined } | { readonly ok: false };

type Run = {
  readonly input: CoreInput;
  readonly triggerMetadata?: Readonly<Record<string, CoreValue>>;
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

/** Returns the way every trigger runs functions: hooks, handler, outputs, one log line, failures as values. */
export function createInvoke({ app, activity, log, writeOutput, onFailed }: InvokeOptions): Invoke {
  const appHookData = {};

  const runHandler = async (fn: AppFunction, run: Run, invocationId: string) => {
    const invocation = app.model.getInvocationModel({
      invocationId,
      metadata: fn.metadata,
      request: {
        inputData: [{ name: fn.trigger.name, data: run.input }],
        triggerMetadata: run.triggerMetadata ?? {},
        traceContext: { traceParent: traceParent() },
      },
      log: (level, category, message) =>
        log(level, "function.log", { function: fn.name, invocationId, category, message }),
    });
    const { context, inputs } = await invocation.getArguments();
    const hook: Hook = {
      hookData: {},
      appHookData,
      invocationContext: context,
      functionCallback: fn.callback,
      inputs,
    };
    await app.runHooks("preInvocation", hook);
    try {
      hook.result = await invocation.invokeFunction(context, hook.inputs, hook.functionCallback);
    } catch (error) {
      hook.error = error instanceof Error ? error : new Error(String(error));
    }
    await app.runHooks("postInvocation", hook);
    if (hook.error instanceof Error) throw hook.error;
    const { returnValue, outputData } = await invocation.getResponse(context, hook.result);
    for (const { name, data } of outputData) await writeOutput(fn, name, data);
    if (returnValue && fn.metadata.bindings.$return?.type === "queue") {
      await writeOutput(fn, "$return", returnValue);
    }
    return returnValue ?? undefined;
  };

  return (fn, run) =>
    activity.track(async () => {
      const invocationId = randomUUID();
      const started = performance.now();
      const logRun = (level: "information" | "error", outcome: string, error?: string): void =>
        log(level, `${fn.name} ${outcome}`, {
          ...run.logged,
          invocationId,
          ms: Math.round(performance.now() - started),
          error,
        });
      try {
        const returnValue = await runHandler(fn, run, invocationId);
        logRun("information", "succeeded");
        return { ok: true, returnValue };
      } catch (error) {
        logRun("error", "failed", error instanceof Error ? error.stack : String(error));
        onFailed(fn.name);
        return { ok: false };
      }
    });
}

type Hook = {
  readonly hookData: object;
  readonly appHookData: object;
  readonly invocationContext: unknown;
  functionCallback: AppFunction["callback"];
  inputs: unknown[];
  result?: unknown;
  error?: unknown;
};

/** W3C trace context, as Azure's host hands it to every invocation. */
const traceParent = (): string =>
  `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`;
