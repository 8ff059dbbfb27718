import type { Clock } from "../../services/ports/clock.ts";
import { MailboxBusy } from "../../services/ports/mailbox.ts";

const firstWaitWhenNotTold = 10;
const mostWaitWhenNotTold = 300;

type Pause = { readonly until: number; readonly refusals: number };

/**
 * The pauses Graph asked for, by mailbox, in seconds: as long as it said, and when it did not say, twice as
 * long each time and never the same for two instances.
 */
export class Pauses {
  readonly #clock: Clock;
  readonly #pauses = new Map<string, Pause>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws `MailboxBusy` while the mailbox is to be left alone. */
  refuseUntilOver(place: string): void {
    const pause = this.#pauses.get(place);
    const left = pause === undefined ? 0 : pause.until - this.#clock.now().getTime();
    if (left > 0) throw new MailboxBusy(Math.ceil(left / 1000));
  }

  /** Begins a pause; its length in seconds. */
  begin(place: string, asked: number | undefined): number {
    const refusals = (this.#pauses.get(place)?.refusals ?? 0) + 1;
    const seconds = asked ?? patienceAfter(refusals);
    this.#pauses.set(place, { until: this.#clock.now().getTime() + seconds * 1000, refusals });
    return seconds;
  }

  /** Graph has answered again. */
  end(place: string): void {
    this.#pauses.delete(place);
  }
}

function patienceAfter(refusals: number): number {
  const most = Math.min(firstWaitWhenNotTold * 2 ** (refusals - 1), mostWaitWhenNotTold);
  return Math.ceil(most * (1 + Math.random() / 2));
}
