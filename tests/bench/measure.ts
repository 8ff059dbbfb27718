import { performance } from "node:perf_hooks";

/** One line of a bench: how many times as long `work` takes as `against`; around `expected` when all is well. */
export type Ratio = { readonly what: string; readonly ratio: number; readonly expected: number };

const rounds = 9;

/** Times two pieces of work in turn, so that a busy machine slows both, and compares their medians. */
export function compare(work: () => unknown, against: () => unknown): number {
  work();
  against();
  const times = Array.from({ length: rounds }, () => [timeOf(work), timeOf(against)] as const);
  return median(times.map(([first]) => first)) / median(times.map(([, second]) => second));
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
