import { statSync } from "node:fs";
import { types } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shiftDate } from "#local/functions-host/shifted-date.ts";

const day = 86_400_000;
const RealDate = Date;
const realNow = (): number => performance.timeOrigin + performance.now();
const daysAhead = (time: number): number => Math.round((time - realNow()) / day);

describe("a shifted Date", () => {
  beforeAll(() => shiftDate(3 * day));
  afterAll(() => {
    shiftDate(0);
    globalThis.Date = RealDate;
    RealDate.prototype.constructor = RealDate;
  });

  it("is ahead however it is asked for the time", () => {
    expect(daysAhead(Date.now())).toBe(3);
    expect(daysAhead(new Date().getTime())).toBe(3);
    expect(daysAhead(Date.parse(Date()))).toBe(3);
    const Constructor = new Date().constructor as DateConstructor;
    expect(daysAhead(new Constructor().getTime())).toBe(3);
  });

  it("leaves dates that are given a time as they are", () => {
    expect(new Date(0).getTime()).toBe(0);
    expect(new Date("2026-11-26T09:00:00Z").toISOString()).toBe("2026-11-26T09:00:00.000Z");
    expect(new Date(2026, 10, 26).getDate()).toBe(26);
    expect(Date.UTC(2026, 10, 26)).toBe(Date.parse("2026-11-26T00:00:00Z"));
  });

  it("makes real dates, and Node's own are its instances too", () => {
    expect(types.isDate(new Date())).toBe(true);
    expect(structuredClone(new Date(5))).toEqual(new Date(5));
    expect(statSync(import.meta.filename).mtime).toBeInstanceOf(Date);
  });

  it("can be extended, as some libraries do", () => {
    class Moment extends Date {
      days(): number {
        return daysAhead(this.getTime());
      }
    }
    expect(new Moment().days()).toBe(3);
  });

  it("follows a later shift", () => {
    shiftDate(10 * day);
    expect(daysAhead(Date.now())).toBe(10);
  });
});
