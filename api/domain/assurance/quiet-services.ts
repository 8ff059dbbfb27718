/** The length of the periods that are compared, in days. */
export const periodDays = 90;
/** How many whole periods before the present one are looked at. */
export const earlierPeriods = 3;
/** Fewer than this in an average period says nothing: a few complaints come and go by chance. */
const fewest = 6;

/** How many complaints a service logged, period by period. */
export type ServiceCount = {
  readonly service: string;
  readonly recent: number;
  /** The whole periods before, newest first; only those in which Redress was in use throughout. */
  readonly earlier: readonly number[];
};

export type Quiet =
  | { readonly kind: "less-than-before"; readonly usual: number }
  | { readonly kind: "less-than-others"; readonly usual: number };

/** The rule in words, for whoever reads the figures. */
export const quietRule = `A service is marked when it logged less than half of what it logged in an average ${periodDays} days before. One with fewer than ${fewest} before is marked when it logged less than a quarter of what the middle one of all services did, if that is ${fewest} or more: smaller numbers come and go by chance.`;

/**
 * Whether a service logs suspiciously little, compared with its own past or, where that says nothing, with
 * its peers. It asks for a look, no more: fewer complaints can be good news.
 */
export function quietness(
  { recent, earlier }: ServiceCount,
  all: readonly Pick<ServiceCount, "recent">[],
): Quiet | undefined {
  const before = earlier.length === 0 ? 0 : mean(earlier);
  if (before >= fewest) {
    return recent < before / 2
      ? { kind: "less-than-before", usual: Math.round(before) }
      : undefined;
  }
  const others = median(all.map((count) => count.recent));
  return others >= fewest && recent < others / 4
    ? { kind: "less-than-others", usual: Math.round(others) }
    : undefined;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor((sorted.length - 1) / 2);
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
}
