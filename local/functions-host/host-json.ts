import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** `hh:mm:ss`, as host.json writes durations, read as milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,2}:\d{2}:\d{2}$/, "must be a duration like 00:00:30")
  .transform((text) => {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
    return ((hours * 60 + minutes) * 60 + seconds) * 1000;
  });

const queues = z
  .object({
    batchSize: z.number().int().min(1).max(32).default(16),
    newBatchThreshold: z.number().int().min(0).optional(),
    maxDequeueCount: z.number().int().min(1).default(5),
    visibilityTimeout: duration.default(0),
    maxPollingInterval: duration.default(60_000),
    messageEncoding: z.enum(["base64", "none"]).default("base64"),
  })
  .transform(({ newBatchThreshold, ...settings }) => ({
    ...settings,
    newBatchThreshold: newBatchThreshold ?? Math.floor(settings.batchSize / 2),
  }));

const http = z.object({
  routePrefix: z.string().default("api"),
  customHeaders: z.record(z.string(), z.string()).default({}),
});

/** The settings of host.json that this host honours; the others only mean something in Azure. */
const hostJson = z.object({
  version: z.literal("2.0"),
  extensions: z.object({ http: http.prefault({}), queues: queues.prefault({}) }).prefault({}),
});

export type HostJson = z.infer<typeof hostJson>;
export type QueueSettings = HostJson["extensions"]["queues"];
export type HttpSettings = HostJson["extensions"]["http"];

/** Reads `host.json` of an app folder with Azure's defaults; throws with what is wrong in it. */
export function readHostJson(appFolder: string): HostJson {
  const parsed = hostJson.safeParse(JSON.parse(readFileSync(join(appFolder, "host.json"), "utf8")));
  if (!parsed.success) throw new Error(`host.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
