import { CaseAction } from "#api/contract/case-action.ts";
import type { OfferedAction } from "#api/contract/case-detail.ts";

/** The offered actions as the case page lays them out. */
export type ActionPlan = {
  readonly primary: OfferedAction | undefined;
  readonly others: readonly OfferedAction[];
  /** What cannot be done now, each with the reason. */
  readonly unavailable: readonly OfferedAction[];
};

const known = new Set<string>(CaseAction.options.map((option) => option.shape.type.value));

/** Offered below the letter they decide on, so that nobody decides without having seen it. */
const besideTheLetter = new Set(["approve", "return"]);

/** Lays out what the service offers; it decides nothing, and leaves out what this page cannot do. */
export function planActions(actions: readonly OfferedAction[]): ActionPlan {
  const writes = actions.some((each) => each.type === "save-draft" && each.allowed);
  const shown = actions.filter(
    ({ type, allowed }) =>
      known.has(type) &&
      !(allowed && besideTheLetter.has(type)) &&
      // Submitting belongs to writing, where its own button says what is missing.
      !(type === "submit" && writes),
  );
  const allowed = shown.filter((each) => each.allowed);
  const primary = allowed.find((each) => each.primary);
  return {
    primary,
    others: allowed.filter((each) => each !== primary),
    unavailable: shown.filter((each) => !each.allowed),
  };
}
