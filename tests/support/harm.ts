import { TestRunner } from "vitest";
import type { CallGate, HarmfulGate } from "./calls.ts";
import type { Council } from "./council.ts";

declare module "vitest" {
  interface TaskMeta {
    /** At how many points the test did harm; the run's last lines tell how many there were in all. */
    faultPoints?: number;
  }
}

/** Counts points at which the running test did harm. */
export function countFaultPoints(tried: number): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error("No test is running.");
  test.meta.faultPoints = (test.meta.faultPoints ?? 0) + tried;
}

/** More than any scenario here needs: one that never gets through untouched must not run for ever. */
const mostRuns = 200;

/**
 * Runs a scenario again and again, each time in a new council, with harm done one call later, until a run gets
 * through untouched. Returns at how many calls harm was done; a failure says at which call it was.
 */
export async function harmEverywhere(
  council: Council,
  harm: (n: number) => HarmfulGate,
  scenario: (gate: CallGate) => Promise<void>,
): Promise<number> {
  for (let n = 1; n <= mostRuns; n += 1) {
    const harmful = harm(n);
    await council.begin();
    try {
      await scenario(harmful.gate);
    } catch (cause) {
      throw new Error(`With harm done at call ${n}, ${harmful.struck ?? "none"}.`, { cause });
    }
    if (harmful.struck === undefined) {
      countFaultPoints(n - 1);
      return n - 1;
    }
  }
  throw new Error(`The scenario makes more than ${mostRuns} calls.`);
}
