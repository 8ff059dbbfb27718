import { z } from "zod";
import { isCalendarDate } from "../../domain/calendar/london-date.ts";
import { regions } from "../../domain/calendar/regions.ts";
import {
  mergeHolidays,
  shippedCalendar,
  type Calendar,
  type DaysByRegion,
  type LearntDays,
} from "../../domain/calendar/working-days.ts";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { SyncState } from "../ports/sync-state.ts";

const learntName = "bank-holidays";
const everyMs = 3_600_000;
const soonerAfterFailureMs = 60_000;

const KnownDay = z.object({ date: z.string().refine(isCalendarDate), name: z.string() });
/** Bank holidays by region, as they are kept. */
export const KeptDays = z.partialRecord(z.enum(regions), z.array(KnownDay).readonly());

const Learnt = z.array(z.object({ since: z.string(), added: KeptDays }));

/**
 * The calendar this process counts by: the list that ships with Redress, and every day the official one
 * ever added. No other process tells it of a new day, so it looks again by itself.
 */
export class KnownHolidays {
  readonly #kept: { readonly sync: SyncState; readonly clock: Clock; readonly logger: Logger };
  #calendar = shippedCalendar();
  #nextLook = 0;
  #looking: Promise<void> | undefined;

  constructor(kept: { sync: SyncState; clock: Clock; logger: Logger }) {
    this.#kept = kept;
  }

  get calendar(): Calendar {
    return this.#calendar;
  }

  /** Looks what has been learnt, at most once an hour; counts on with what is known when that fails. */
  async lookAgain(): Promise<void> {
    if (this.#now() < this.#nextLook) return;
    this.#looking ??= this.catchUp()
      .catch((cause: unknown) => {
        this.#nextLook = this.#now() + soonerAfterFailureMs;
        this.#kept.logger.error("bank-holidays.not-looked-up", {}, cause);
      })
      .finally(() => (this.#looking = undefined));
    await this.#looking;
  }

  /** Looks now; for whoever must not count without a day that another process has learnt. */
  async catchUp(): Promise<void> {
    this.#count(await this.#learnt());
    this.#nextLook = this.#now() + everyMs;
  }

  /** Keeps days for good and counts by them from now on; what is known already stays as it is called. */
  async learn(added: DaysByRegion): Promise<void> {
    const since = this.#kept.clock.now().toISOString();
    const all = [...(await this.#learnt()), { since, added }];
    await this.#kept.sync.set(learntName, JSON.stringify(all));
    this.#count(all);
  }

  async #learnt(): Promise<readonly LearntDays[]> {
    const kept = await this.#kept.sync.get(learntName);
    return kept === undefined ? [] : Learnt.parse(JSON.parse(kept));
  }

  #count(learnt: readonly LearntDays[]): void {
    const merged = learnt.reduce(
      (known, { added }) => mergeHolidays(known, added),
      shippedCalendar(),
    );
    this.#calendar = { ...merged, learnt };
  }

  #now(): number {
    return this.#kept.clock.now().getTime();
  }
}
