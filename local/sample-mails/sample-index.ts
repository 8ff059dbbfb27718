import { readFileSync } from "node:fs";
import { z } from "zod";

const sampleEntry = z.object({
  file: z.string(),
  /** What an officer would say it is. `machine`: nobody wrote it, so nobody waits for an answer. */
  kind: z.enum([
    "complaint",
    "follow-up",
    "campaign",
    "compliment",
    "service-request",
    "information-request",
    "member-enquiry",
    "mp-enquiry",
    "machine",
  ]),
  /** Who wrote it; for a website form the person who filled it in, not the website. */
  from: z.object({ name: z.string(), address: z.string() }),
  /** Minutes of office hours between its arrival and the moment the samples are loaded. */
  workingMinutesBefore: z.number().int().positive(),
});

export type SampleEntry = z.infer<typeof sampleEntry>;

/** What there is among the sample mails, oldest first. */
export const sampleIndex: readonly SampleEntry[] = z
  .array(sampleEntry)
  .parse(JSON.parse(readFileSync(new URL("index.json", import.meta.url), "utf8")));
