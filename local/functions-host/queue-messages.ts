import { QueueClient } from "@azure/storage-queue";
import type { CoreOutput } from "./core-api.ts";
import type { AppFunction } from "./function-app.ts";
import type { QueueSettings } from "./host-json.ts";
import type { BindingSettings } from "./settings.ts";

type Encoding = QueueSettings["messageEncoding"];

/** The text a queue message carries, or undefined when it is not written in the host's encoding. */
export function decodeMessage(text: string, encoding: Encoding): string | undefined {
  if (encoding === "none") return text;
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes.toString("utf8") : undefined;
}

/** The text as it is stored in the queue. */
export const encodeMessage = (text: string, encoding: Encoding): string =>
  encoding === "none" ? text : Buffer.from(text, "utf8").toString("base64");

/** Returns what puts the values of queue output bindings into their queues, one message for each array element. */
export function queueOutputs(settings: BindingSettings, encoding: Encoding) {
  return async (fn: AppFunction, name: string, value: CoreOutput): Promise<void> => {
    const binding = fn.metadata.bindings[name];
    if (binding === undefined) throw new Error(`Function "${fn.name}" has no output "${name}".`);
    const queue = new QueueClient(
      settings.connectionString(fn, binding),
      settings.text(fn, binding, "queueName"),
    );
    await queue.createIfNotExists();
    for (const text of messagesOf(value)) await queue.sendMessage(encodeMessage(text, encoding));
  };
}

function messagesOf(value: CoreOutput): readonly string[] {
  if (value.json !== undefined) {
    const json: unknown = JSON.parse(value.json);
    if (!Array.isArray(json)) return [value.json];
    return json.map((item: unknown) => (typeof item === "string" ? item : JSON.stringify(item)));
  }
  if (value.bytes !== undefined) return [Buffer.from(value.bytes).toString("utf8")];
  const text = value.string ?? value.int ?? value.double;
  return text === undefined ? [] : [String(text)];
}
