import type { ClockFacts, StageFacts } from "#api/domain/clocks/clock-facts.ts";
import type { Clock } from "#api/domain/clocks/clock.ts";
import { clocksOf } from "#api/domain/clocks/clocks-of.ts";
import { shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import type { ClockRule } from "#api/domain/policy/clock-rule.ts";
import type { Policy } from "#api/domain/policy/policy.ts";

/** Midday in London on a day, as an instant. */
export const noon = (date: string) => `${date}T12:00:00Z`;

/** A case in stage 1 since a day. */
export function received(date: string, more: Partial<StageFacts> = {}): ClockFacts {
  const at = noon(date);
  return { receivedAt: at, stages: [{ stage: 1, startedAt: at, ...more }] };
}

/** The clock of that id, which the test is about. */
export function clockNamed(id: string, facts: ClockFacts, policy: Policy | string): Clock {
  const rules = typeof policy === "string" ? policyOf(policy) : policy;
  const clock = clocksOf(facts, rules, shippedCalendar()).find((one) => one.id === id);
  if (clock === undefined) throw new Error(`No clock ${id} runs.`);
  return clock;
}

/** A policy that counts differently from the one it is made of. */
export function counting(id: string, changed: Partial<Policy["counting"]>): Policy {
  const policy = policyOf(id);
  return { ...policy, counting: { ...policy.counting, ...changed } };
}

/** A policy with one of its clocks changed. */
export function withClock(id: string, clock: string, changed: Partial<ClockRule>): Policy {
  const policy = policyOf(id);
  const stages = policy.stages.map((stage) => ({
    ...stage,
    clocks: stage.clocks.map((rule) => (rule.id === clock ? { ...rule, ...changed } : rule)),
  }));
  return { ...policy, stages };
}
