import type { Ports } from "../ports/ports.ts";

const millisecondsPerDay = 86_400_000;
const mostWindowDays = 31;

/** How far back the first walk or look begins, and one after every cursor was lost. */
export function earliestWalk({ clock }: Pick<Ports, "clock">): string {
  return new Date(clock.now().getTime() - mostWindowDays * millisecondsPerDay).toISOString();
}
