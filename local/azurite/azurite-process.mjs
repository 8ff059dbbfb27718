// One Azurite, as a child of the estate: it lives at the estate's time and never outlives its parent.
import { tsImport } from "tsx/esm/api";

process.once("disconnect", () => {
  // Azurite saves its data when it is asked to stop; before it listens there is nothing to save.
  if (process.listenerCount("SIGTERM") === 0) process.exit();
  process.kill(process.pid, "SIGTERM");
});
process.on("message", ({ offsetMs }) => {
  shiftDate(offsetMs);
  process.send({ offsetMs });
});
// Listening to the parent must not keep a stopped Azurite alive.
process.channel.unref();

const { shiftDate } = await tsImport("../functions-host/shifted-date.ts", import.meta.url);
shiftDate(Number(process.env.ESTATE_CLOCK_OFFSET_MS));
await import("azurite/dist/src/azurite.js");
