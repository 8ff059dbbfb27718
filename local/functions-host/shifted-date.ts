const RealDate = Date;
let offsetMs = 0;

/**
 * Puts a `Date` in place that runs this far ahead of the machine's, so that unmodified code lives at the estate's
 * time; later calls move it. Timers and `performance` stay real.
 */
export function shiftDate(aheadMs: number): void {
  offsetMs = aheadMs;
  if (globalThis.Date === ShiftedDate) return;
  globalThis.Date = ShiftedDate;
  RealDate.prototype.constructor = ShiftedDate;
}

const shiftedNow = (): number => RealDate.now() + offsetMs;

/** A proxy and not a subclass, so that dates made by Node itself are still `instanceof Date`. */
const ShiftedDate = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [shiftedNow()] : args, newTarget) as Date,
  apply: () => new RealDate(shiftedNow()).toString(),
  get: (target, key) => (key === "now" ? shiftedNow : (Reflect.get(target, key) as unknown)),
});
