import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import type { ClockFacts } from "#api/domain/clocks/clock-facts.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { compare, type Ratio } from "./measure.ts";

const calendar = shippedCalendar();
const policy = policyOf("lgsco-2024");

/** A complaint of each minute since 1 April 2026, each at stage 1. */
function complaints(count: number): ClockFacts[] {
  const first = Date.parse("2026-04-01T08:00:00Z");
  return Array.from({ length: count }, (_, index) => {
    const startedAt = new Date(first + index * 60_000).toISOString();
    return { receivedAt: startedAt, stages: [{ stage: 1, startedAt }] };
  });
}

const clocksOfAll = (cases: readonly ClockFacts[]) =>
  cases.map((facts) => clocksOf(facts, policy, calendar));

/** What it costs to compute deadlines rather than to store them. */
export function ratios(): Ratio[] {
  const thousand = complaints(1_000);
  const hundred = thousand.slice(0, 100);
  const atStage2 = hundred.map((facts) => ({
    ...facts,
    stages: [...facts.stages, { stage: 2, startedAt: "2026-05-20T09:00:00Z" }],
  }));
  return [
    {
      what: "clocks of 1,000 cases, against those of 100",
      ratio: compare(
        () => clocksOfAll(thousand),
        () => clocksOfAll(hundred),
      ),
      expected: 10,
    },
    {
      what: "clocks of a case at stage 2, against one at stage 1",
      ratio: compare(
        () => clocksOfAll(atStage2),
        () => clocksOfAll(hundred),
      ),
      expected: 2,
    },
  ];
}
