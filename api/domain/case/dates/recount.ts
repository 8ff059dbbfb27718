import { withoutHolidays, type Calendar, type LearntDays } from "../../calendar/working-days.ts";
import type { Clock } from "../../clocks/clock.ts";
import { recompute } from "../../clocks/recompute.ts";
import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Decision } from "../chapter.ts";
import type { MovedDate } from "./facts.ts";

/** Records which open dates new bank holidays have moved; nothing where none has, or where it is known. */
export function recount(
  before: Case,
  { since, added }: LearntDays,
  { policy, calendar }: { readonly policy: Policy; readonly calendar: Calendar },
): Decision {
  if (before.movedDates?.some((one) => one.since === since)) return ok([]);
  const calendars = { before: withoutHolidays(calendar, added), after: calendar };
  const moved = recompute(before, policy, calendars)
    .filter(({ clock }) => stoodBefore(before, clock, since))
    .map(({ clock: { id, stage, title }, from, to, because }): MovedDate => {
      return { stage, clock: id, title, from, to, because };
    });
  return ok(moved.length === 0 ? [] : [{ type: "dates-moved", since, moved }]);
}

// What began or was changed since was counted with the new days from the first.
function stoodBefore(
  { loggedAt, stages, extensions, pauses, agreedDates }: Case,
  { stage, kind }: Clock,
  since: string,
): boolean {
  const began = stages.find((one) => one.stage === stage)?.startedAt ?? loggedAt;
  const changes = [
    ...extensions,
    ...agreedDates,
    ...pauses.map(({ from, to, ...pause }) => ({ ...pause, at: to ?? from })),
  ];
  const changed = changes.filter((one) => one.stage === stage && one.clock === kind);
  return [loggedAt, began, ...changed.map(({ at }) => at)].every((at) => at <= since);
}
