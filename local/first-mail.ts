import type { EstateClock } from "./clock.ts";
import type { Mailbox } from "./mailbox/mailbox.ts";
import { loadSamples } from "./sample-mails/load-samples.ts";

/** Puts the sample mails into the complaints mailbox, as if they had come over the last working days. */
export async function deliverSampleMail(mailbox: Mailbox, clock: EstateClock): Promise<void> {
  for (const { raw, receivedAt } of await loadSamples(clock.now())) {
    await mailbox.deliver(raw, { receivedAt });
  }
}
