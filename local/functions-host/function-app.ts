import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type {
  Binding,
  CoreApi,
  CoreLog,
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  ProgrammingModel,
} from "./core-api.ts";

/** One function the app registered, with its trigger found among its bindings. */
export type AppFunction = {
  readonly name: string;
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  readonly trigger: { readonly name: string; readonly binding: Binding };
};

/** What a loaded app gave its host. */
export type FunctionApp = {
  readonly functions: readonly AppFunction[];
  readonly model: ProgrammingModel;
  runHooks(name: HookName, context: Record<string, unknown>): Promise<void>;
};

type HookName = "appStart" | "appTerminate" | "preInvocation" | "postInvocation";

type LoadOptions = {
  /** The folder of the app's package.json and host.json. */
  readonly folder: string;
  /** Node's own `import`, handed in so that no loader of this host touches the app's code. */
  readonly importModule: (url: string) => Promise<unknown>;
  readonly log: CoreLog;
};

/** Loads the app its package.json names, as Azure's worker does, and returns what it registered. */
export async function loadFunctionApp({
  folder,
  importModule,
  log,
}: LoadOptions): Promise<FunctionApp> {
  const functions: AppFunction[] = [];
  const hooks = new Map<string, Set<HookCallback>>();
  let model: ProgrammingModel | undefined;

  provideFunctionsCore({
    version: "3.11.0",
    hostVersion: "4.1040.0",
    log,
    setProgrammingModel: (given) => void (model = given),
    getProgrammingModel: () => model,
    registerFunction(metadata, callback) {
      const registered = appFunction(metadata, callback);
      functions.push(registered);
      return { dispose: () => void functions.splice(functions.indexOf(registered), 1) };
    },
    registerHook(name, callback) {
      const callbacks = hooks.get(name) ?? new Set();
      hooks.set(name, callbacks.add(callback));
      return { dispose: () => void callbacks.delete(callback) };
    },
  });

  await importModule(pathToFileURL(mainFile(folder)).href);
  if (model === undefined) {
    throw new Error(`The app in ${folder} registered no function with @azure/functions.`);
  }
  refuseDoubleNames(functions);
  await model.getCapabilities({});
  return {
    functions,
    model,
    async runHooks(name, context) {
      for (const callback of hooks.get(name) ?? []) await callback(context);
    },
  };
}

/** The library asks for this module lazily; without it, it would silently register nothing. */
function provideFunctionsCore(core: CoreApi): void {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) =>
    request === "@azure/functions-core" ? core : load.call(Module, request, ...rest);
}

const packageJson = z.object({ main: z.string() });

function mainFile(folder: string): string {
  const { main } = packageJson.parse(
    JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")),
  );
  const file = resolve(folder, main);
  if (!existsSync(file)) throw new Error(`${file} does not exist: is the app built?`);
  return file;
}

function appFunction(metadata: FunctionMetadata, callback: FunctionCallback): AppFunction {
  const trigger = Object.entries(metadata.bindings).find(([, { type }]) => /trigger$/i.test(type));
  if (trigger === undefined) throw new Error(`Function "${metadata.name}" has no trigger.`);
  const [name, binding] = trigger;
  return { name: metadata.name, metadata, callback, trigger: { name, binding } };
}

function refuseDoubleNames(functions: readonly AppFunction[]): void {
  const names = functions.map(({ name }) => name.toLowerCase());
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new Error(`Two functions are registered as "${double}".`);
}
