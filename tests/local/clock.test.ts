import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClockRunsForward, createEstateClock } from "#local/clock.ts";

const hour = 3_600_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * hour);

describe("the estate's clock", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clock-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("runs with the machine's until it is moved", () => {
    const before = Date.now();
    const now = createEstateClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it("goes to the moment it is moved to and runs on from there", async () => {
    const clock = createEstateClock();
    const thursday = inHours(72);
    await clock.moveTo(thursday);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(thursday.getTime());
    expect(clock.offsetMs).toBeGreaterThan(71 * hour);
  });

  it("refuses to go back, names both moments and stays where it was", async () => {
    const clock = createEstateClock();
    await clock.moveTo(inHours(48));
    const { offsetMs } = clock;
    const wednesday = inHours(24);
    const refusal: unknown = await clock.moveTo(wednesday).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ClockRunsForward);
    expect(String(refusal)).toContain(wednesday.toISOString());
    expect(clock.offsetMs).toBe(offsetMs);
  });

  it("refuses a date that is none", async () => {
    await expect(createEstateClock().moveTo(new Date("soon"))).rejects.toThrow("valid date");
  });

  it("finishes a move only when work in progress has ended and every listener has caught up", async () => {
    const clock = createEstateClock();
    const seen: string[] = [];
    const record = (what: string) => async () => {
      await Promise.resolve();
      seen.push(`${what} at +${String(Math.round(clock.offsetMs / hour))} h`);
    };
    clock.onMoving(record("work in progress ended"));
    clock.onMoved(record("timers fired"));
    clock.onMoved(record("page told"));
    await clock.moveTo(inHours(3));
    expect(seen).toEqual([
      "work in progress ended at +0 h",
      "timers fired at +3 h",
      "page told at +3 h",
    ]);
  });

  it("takes moves asked for at the same time one after the other", async () => {
    const clock = createEstateClock();
    const seen: number[] = [];
    clock.onMoved(async (offsetMs) => {
      await Promise.resolve();
      seen.push(Math.round(offsetMs / hour));
    });
    await Promise.all([clock.moveTo(inHours(1)), clock.moveTo(inHours(2))]);
    expect(seen).toEqual([1, 2]);
  });

  it("can be moved again after a refused move", async () => {
    const clock = createEstateClock();
    await expect(clock.moveTo(inHours(-1))).rejects.toThrow(ClockRunsForward);
    await clock.moveTo(inHours(1));
    expect(Math.round(clock.offsetMs / hour)).toBe(1);
  });

  it("keeps its offset in the file it is given, for the next start", async () => {
    const file = join(folder, "kept", "clock.json");
    const clock = createEstateClock(file);
    await clock.moveTo(inHours(30));
    expect(createEstateClock(file).offsetMs).toBe(clock.offsetMs);
  });

  it("does not start on a damaged file, rather than fall back in time unnoticed", () => {
    const file = join(folder, "clock.json");
    writeFileSync(file, '{"offsetMs":"tomorrow"}');
    expect(() => createEstateClock(file)).toThrow("offsetMs");
  });
});
