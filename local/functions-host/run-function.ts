import { randomBytes } from "node:crypto";
import type { CoreInput, CoreLog, CoreOutput, CoreValue } from "./core-api.ts";
import type { AppFunction, FunctionApp } from "./function-app.ts";

/** What triggers one run of a function. */
export type Trigger = {
  readonly input: CoreInput;
  readonly triggerMetadata?: Readonly<Record<string, CoreValue>>;
};

type RunOptions = Trigger & {
  readonly fn: AppFunction;
  readonly invocationId: string;
  /** Kept by the hooks of the app over all runs. */
  readonly appHookData: object;
  readonly log: CoreLog;
};

/** What a run gives back: the return value, and the values of its other output bindings by name. */
export type Outputs = {
  readonly returnValue: CoreOutput | undefined;
  readonly outputData: readonly { name: string; data: CoreOutput }[];
};

/** Runs a function's handler between the app's hooks; throws what the handler, or a hook in its place, throws. */
export async function runFunction(
  app: FunctionApp,
  { fn, input, triggerMetadata = {}, invocationId, appHookData, log }: RunOptions,
): Promise<Outputs> {
  const invocation = app.model.getInvocationModel({
    invocationId,
    metadata: fn.metadata,
    request: {
      inputData: [{ name: fn.trigger.name, data: input }],
      triggerMetadata,
      traceContext: { traceParent: newTraceParent() },
    },
    log,
  });
  const { context, inputs } = await invocation.getArguments();
  const hook: HookContext = {
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
  return { returnValue: returnValue ?? undefined, outputData };
}

/** What hooks may read and replace. */
type HookContext = {
  readonly hookData: object;
  readonly appHookData: object;
  readonly invocationContext: unknown;
  functionCallback: AppFunction["callback"];
  inputs: unknown[];
  result?: unknown;
  error?: unknown;
};

/** W3C trace context, as Azure's host hands it to every invocation. */
const newTraceParent = (): string =>
  `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`;
