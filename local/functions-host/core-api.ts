/**
 * The contract between the `@azure/functions` library and its host, as far as this host takes part in it. Azure's
 * worker provides it under the module name `@azure/functions-core`.
 */
export type CoreApi = {
  readonly version: string;
  readonly hostVersion: string;
  setProgrammingModel(model: ProgrammingModel): void;
  getProgrammingModel(): ProgrammingModel | undefined;
  registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Registration;
  registerHook(name: string, callback: HookCallback): Registration;
  log: CoreLog;
};

export type Registration = { dispose(): void };

export type LogLevel = "trace" | "debug" | "information" | "warning" | "error" | "critical";
export type CoreLog = (level: LogLevel, category: string, message: string) => void;

export type Binding = {
  readonly type: string;
  readonly direction: "in" | "out";
  readonly [setting: string]: unknown;
};

export type FunctionMetadata = {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
};

export type FunctionCallback = (...args: unknown[]) => unknown;
export type HookCallback = (context: Record<string, unknown>) => unknown;

/** A value as it crosses between host and library: exactly one member is set. */
export type CoreValue = {
  readonly string?: string;
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly int?: number;
  readonly double?: number;
};

export type CoreInput = CoreValue & { readonly http?: CoreHttpRequest };
export type CoreOutput = CoreValue & { readonly http?: CoreHttpResponse };

type CoreStrings = Readonly<Record<string, { readonly value: string }>>;

export type CoreHttpRequest = {
  readonly url: string;
  readonly method: string;
  readonly nullableHeaders: CoreStrings;
  readonly nullableParams: CoreStrings;
  readonly body?: { readonly bytes: Uint8Array };
};

export type CoreHttpResponse = {
  readonly statusCode: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly unknown[];
  readonly body?: CoreValue | null;
};

export type ProgrammingModel = {
  getInvocationModel(invocation: CoreInvocation): InvocationModel;
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>;
};

export type CoreInvocation = {
  readonly invocationId: string;
  readonly metadata: FunctionMetadata;
  readonly request: {
    readonly inputData: readonly { name: string; data: CoreInput }[];
    readonly triggerMetadata: Readonly<Record<string, CoreValue>>;
    readonly traceContext: { readonly traceParent: string };
  };
  readonly log: CoreLog;
};

export type InvocationModel = {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(
    context: unknown,
    result: unknown,
  ): Promise<{
    returnValue?: CoreOutput | null;
    outputData: readonly { name: string; data: CoreOutput }[];
  }>;
};
