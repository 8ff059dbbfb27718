import ombudsmen from "./ombudsmen.json" with { type: "json" };
import type { Policy } from "./policy.ts";

/** Who a person may turn to after the council, and how to reach them. */
export type Ombudsman = {
  readonly name: string;
  /** What else letters rightly call it. */
  readonly alsoCalled: readonly string[];
  readonly web: string;
  readonly phone: string;
  readonly words: string;
};

/** The Ombudsman that a procedure's letters must name. */
export function ombudsmanOf(policy: Policy): Ombudsman {
  return ombudsmen[policy.ombudsman];
}

/** That Ombudsman's full name, as a letter says it. */
export function ombudsmanName(policy: Policy): string {
  return ombudsmanOf(policy).name;
}
