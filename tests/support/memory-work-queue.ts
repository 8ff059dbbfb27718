import type { CaseId } from "#api/domain/case/vocabulary.ts";
import type { MailHandle } from "#api/services/ports/mailbox.ts";
import type { GivenUp, WatchNews, Work, WorkQueue } from "#api/services/ports/work-queue.ts";
import type { TestClock } from "./test-clock.ts";

export type Message = { readonly work: Work; visibleAt: number; deliveries: number };

/** As Azure keeps a message from others while a worker that may have died has it. */
const lockSeconds = 600;
/** host.json: the pause after a failure, and how many failures make a message poison. */
const retrySeconds = 10;
const mostDeliveries = 5;

/** The three queues, surviving every process; delivered at least once, by the test's clock. */
export class MemoryWorkQueue implements WorkQueue {
  readonly #clock: TestClock;
  #messages: Message[] = [];
  poison: Work[] = [];
  /** Everything that was ever put in, as it would lie in storage. */
  readonly sent: string[] = [];

  constructor(clock: TestClock) {
    this.#clock = clock;
  }

  syncMailbox(mailbox: string, delaySeconds = 0): Promise<void> {
    return this.#put({ queue: "sync", mailbox }, delaySeconds);
  }

  watchMailbox(mailbox: string, watch: WatchNews, delaySeconds = 0): Promise<void> {
    return this.#put({ queue: "sync", mailbox, watch }, delaySeconds);
  }

  takeIn({ mailbox, graphId }: MailHandle, delaySeconds = 0): Promise<void> {
    return this.#put({ queue: "intake", mailbox, graphId }, delaySeconds);
  }

  drainCase(caseId: CaseId, delaySeconds: number): Promise<void> {
    return this.#put({ queue: "drain", caseId }, delaySeconds);
  }

  givenUp(): Promise<readonly GivenUp[]> {
    return Promise.resolve(
      this.poison.map((work, index) => ({
        work,
        id: String(index),
        forget: () => {
          this.poison = this.poison.filter((other) => other !== work);
          return Promise.resolve();
        },
      })),
    );
  }

  get waiting(): readonly Message[] {
    return this.#messages;
  }

  /** The instant at which the next message can be taken, if there is any. */
  get nextAt(): number | undefined {
    return this.#messages.reduce<number | undefined>(
      (soonest, { visibleAt }) => Math.min(soonest ?? visibleAt, visibleAt),
      undefined,
    );
  }

  receive(): Message | undefined {
    const now = this.#clock.now().getTime();
    const message = this.#messages.find(({ visibleAt }) => visibleAt <= now);
    if (message === undefined) return undefined;
    message.deliveries += 1;
    message.visibleAt = now + lockSeconds * 1000;
    return message;
  }

  done(message: Message): void {
    this.#messages = this.#messages.filter((other) => other !== message);
  }

  failed(message: Message): void {
    if (message.deliveries < mostDeliveries) {
      message.visibleAt = this.#clock.now().getTime() + retrySeconds * 1000;
      return;
    }
    this.done(message);
    this.poison.push(message.work);
  }

  /** Every message that waits is delivered this often in all. */
  multiply(times: number): void {
    const copies = Array.from({ length: times - 1 }, () =>
      this.#messages.map((message) => ({ ...message })),
    );
    this.#messages.push(...copies.flat());
  }

  reverse(): void {
    this.#messages.reverse();
  }

  /** Loses what waits: for what must not depend on a message that happens to be there. */
  clear(): void {
    this.#messages = [];
  }

  #put(work: Work, delaySeconds = 0): Promise<void> {
    const visibleAt = this.#clock.now().getTime() + delaySeconds * 1000;
    this.#messages.push({ work, visibleAt, deliveries: 0 });
    this.sent.push(JSON.stringify(work));
    return Promise.resolve();
  }
}
