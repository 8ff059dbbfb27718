import type { EffectProgress } from "./ports/case-store.ts";

/** Longer than any one effect takes; a worker that dies frees its effects after this. */
export const leaseSeconds = 120;

/** The progress of an effect that somebody begins to work on at this instant. */
export function leasedAt(now: Date, progress: EffectProgress): EffectProgress {
  const leasedUntil = secondsAfter(now, leaseSeconds);
  return { ...progress, attempts: progress.attempts + 1, leasedUntil };
}

/** The progress of an effect that is to be left alone for some seconds. */
export function postponedAt(now: Date, progress: EffectProgress, seconds: number): EffectProgress {
  return { ...progress, leasedUntil: secondsAfter(now, seconds) };
}

/** How long others have or want the effect for themselves; 0 when it is free. */
export function secondsLeft(now: Date, { leasedUntil }: EffectProgress): number {
  if (leasedUntil === undefined) return 0;
  return Math.max(0, Math.ceil((Date.parse(leasedUntil) - now.getTime()) / 1000));
}

function secondsAfter(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
