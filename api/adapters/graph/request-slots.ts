import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { MailboxBusy } from "../../services/ports/mailbox.ts";

/** Who may use a slot: a lease that ends by itself, so that an instance that died frees it. */
export interface SlotLeases {
  /** Leases the slot, or leases it on for the holder that has it; false while another has it. */
  lease(slot: string, holder: string, seconds: number): Promise<boolean>;
}

/** Platform 1.6: Outlook takes four requests at a time from an app, attachments and sends included. */
const slotNames = ["graph-1", "graph-2", "graph-3", "graph-4"];
/** The shortest lease that Azure gives: an idle or dead instance keeps a slot from others no longer. */
const leaseSeconds = 15;
/** A request begins only with more left than this; a long one has the lease renewed while it runs. */
const leastLeftMs = 8000;
const renewEveryMs = 5000;
/** How long a slot that another instance has is not asked for again. */
const askAgainMs = 2000;
/** No function is held open for longer by requests that are in its way. */
const mostWaitMs = 5000;
const waitForOthersSeconds = 3;

type Slot = {
  readonly name: string;
  /** By this process's monotonic clock, which no change of the time of day touches. */
  leasedUntil: number;
  refusedUntil: number;
  isBusy: boolean;
};

/**
 * The four requests at a time, shared by every instance of the app. An instance leases a slot for some
 * seconds when it needs one and makes all its requests in what it has leased; while others have all four,
 * work is told to come back (`MailboxBusy`).
 */
export class RequestSlots {
  readonly #leases: SlotLeases;
  readonly #holder = randomUUID();
  // In an order of its own, so that two instances seldom ask for the same one first.
  readonly #slots: readonly Slot[] = inAnyOrder(slotNames).map((name) => ({
    name,
    leasedUntil: 0,
    refusedUntil: 0,
    isBusy: false,
  }));
  #waiting: (() => void)[] = [];

  constructor(leases: SlotLeases) {
    this.#leases = leases;
  }

  /** Makes one request when there is a slot for it. */
  async run<T>(request: () => Promise<T>): Promise<T> {
    const slot = await this.#take();
    // A renewal that fails is made good before the next request in this slot.
    const renewing = setInterval(() => void this.#lease(slot).catch(() => false), renewEveryMs);
    try {
      return await request();
    } finally {
      clearInterval(renewing);
      this.#giveBack(slot);
    }
  }

  async #take(): Promise<Slot> {
    const deadline = performance.now() + mostWaitMs;
    for (;;) {
      const slot = this.#free();
      if (slot !== undefined) {
        if (await this.#claim(slot)) return slot;
      } else if (this.#slots.some(({ isBusy }) => isBusy) && performance.now() < deadline) {
        await this.#oneIsGivenBack(deadline - performance.now());
      } else {
        throw new MailboxBusy(waitForOthersSeconds + Math.floor(Math.random() * 3));
      }
    }
  }

  /** A slot to try: best one that is leased already. */
  #free(): Slot | undefined {
    const now = performance.now();
    return this.#slots
      .filter(({ isBusy, refusedUntil }) => !isBusy && refusedUntil <= now)
      .toSorted((a, b) => b.leasedUntil - a.leasedUntil)[0];
  }

  async #claim(slot: Slot): Promise<boolean> {
    slot.isBusy = true;
    try {
      const isOurs =
        slot.leasedUntil - performance.now() > leastLeftMs || (await this.#lease(slot));
      if (!isOurs) this.#giveBack(slot);
      return isOurs;
    } catch (error) {
      this.#giveBack(slot);
      throw error;
    }
  }

  async #lease(slot: Slot): Promise<boolean> {
    const asked = performance.now();
    const isOurs = await this.#leases.lease(slot.name, this.#holder, leaseSeconds);
    slot.leasedUntil = isOurs ? asked + leaseSeconds * 1000 : 0;
    slot.refusedUntil = isOurs ? 0 : performance.now() + askAgainMs;
    return isOurs;
  }

  #giveBack(slot: Slot): void {
    slot.isBusy = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves when a slot was given back, or after so many milliseconds. */
  async #oneIsGivenBack(milliseconds: number): Promise<void> {
    const over = new AbortController();
    const woken = new Promise<void>((resolve) => this.#waiting.push(resolve));
    await Promise.race([woken, after(milliseconds, undefined, over)]);
    over.abort();
  }
}

function inAnyOrder(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name);
}
