import type { AppFunction } from "./function-app.ts";

/** Reads a binding's settings as Azure does: `%NAME%` is an app setting, and a connection is one by name. */
export type BindingSettings = {
  /** A text of a binding with its `%NAME%` parts filled in; throws, naming the function, when it is missing. */
  text(fn: AppFunction, binding: Readonly<Record<string, unknown>>, key: string): string;
  /** The connection string a binding names; throws, naming the function, when there is none. */
  connectionString(fn: AppFunction, binding: Readonly<Record<string, unknown>>): string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads binding settings from the app settings, which the process has as its environment. */
export function bindingSettings(environment: Environment): BindingSettings {
  const setting = (fn: AppFunction, name: string): string => {
    const value = environment[name];
    if (value === undefined) {
      throw new Error(`Function "${fn.name}" needs the app setting ${name}, which is not set.`);
    }
    return value;
  };
  return {
    text(fn, binding, key) {
      const text = binding[key];
      if (typeof text !== "string" || text === "") {
        throw new Error(`Function "${fn.name}" does not say its ${key}.`);
      }
      return text.replace(/%([^%]+)%/g, (_, name: string) => setting(fn, name));
    },
    connectionString(fn, { connection }) {
      const name =
        typeof connection === "string" && connection !== "" ? connection : "AzureWebJobsStorage";
      return environment[`AzureWebJobs${name}`] ?? setting(fn, name);
    },
  };
}
