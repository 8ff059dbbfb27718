import { BlobServiceClient, RestError } from "@azure/storage-blob";
import { z } from "zod";

/** When a timer ran last and runs next, kept so that a restarted host knows what it missed. */
export type TimerStatus = z.infer<typeof timerStatus>;

export type TimerStatusStore = {
  read(functionName: string): Promise<TimerStatus | undefined>;
  write(functionName: string, status: TimerStatus): Promise<void>;
};

const timerStatus = z.object({
  last: z.coerce.date(),
  next: z.coerce.date(),
  lastUpdated: z.coerce.date(),
});

/** Keeps the status where Azure's host does: in blobs of the storage account its app is set up with. */
export function openTimerStatusStore(connectionString: string): TimerStatusStore {
  const container =
    BlobServiceClient.fromConnectionString(connectionString).getContainerClient(
      "azure-webjobs-hosts",
    );
  const blob = (name: string) =>
    container.getBlockBlobClient(`timers/local/Host.Functions.${name}/status`);
  return {
    async read(name) {
      try {
        const text = (await blob(name).downloadToBuffer()).toString("utf8");
        return timerStatus.parse(JSON.parse(text));
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return undefined;
        throw error;
      }
    },
    async write(name, status) {
      const text = JSON.stringify(status);
      await container.createIfNotExists();
      await blob(name).upload(text, Buffer.byteLength(text));
    },
  };
}
