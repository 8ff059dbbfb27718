import type { OfferedAction } from "#api/contract/case-detail.ts";

/** The offered actions as the case page lays them out. */
export type ActionPlan = {
  readonly primary: OfferedAction | undefined;
  /** Buttons of their own, beside the primary one. */
  readonly everyday: readonly OfferedAction[];
  /** The rest of what can be done, under the headings of a menu. */
  readonly more: readonly ActionGroup[];
  /** What cannot be done now, each with the reason. */
  readonly unavailable: readonly OfferedAction[];
};

export type ActionGroup = {
  readonly title: string;
  readonly actions: readonly OfferedAction[];
};

const mostButtons = 4;

/** Offered below the letter they decide on, so that nobody decides without having seen it. */
const besideTheLetter = new Set<string>(["approve", "return", "delegate", "take-over"]);

/** Belongs to writing, where its own buttons say what is missing. */
const ofWriting = new Set<string>(["submit", "enclose-files", "leave-out-file"]);

/** Lays out what the service offers, in the service's order of use; it decides nothing. */
export function planActions(actions: readonly OfferedAction[]): ActionPlan {
  const writes = actions.some((each) => each.type === "save-draft" && each.allowed);
  const shown = actions.filter(
    ({ type, allowed }) =>
      !(allowed && besideTheLetter.has(type)) && !(ofWriting.has(type) && writes),
  );
  const allowed = shown.filter((each) => each.allowed);
  const primary = allowed.find((each) => each.primary);
  const others = allowed.filter((each) => each !== primary);
  return {
    primary,
    everyday: others.slice(0, mostButtons),
    more: grouped(others.slice(mostButtons)),
    unavailable: shown.filter((each) => !each.allowed),
  };
}

function grouped(actions: readonly OfferedAction[]): ActionGroup[] {
  const titles = [...new Set(actions.map(({ group }) => group))];
  return titles.map((title) => ({
    title,
    actions: actions.filter(({ group }) => group === title),
  }));
}
