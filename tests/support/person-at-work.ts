import type { ActionAccepted, CaseAction } from "#api/contract/case-action.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { Result } from "#api/domain/result.ts";
import { actOnCase } from "#api/services/acting/act-on-case.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import type { Refusal } from "#api/services/refusal.ts";
import type { Council } from "./council.ts";

let made = 0;

/** What a person asks of a case; the id stands for one press of a button. */
export function press(action: CaseAction, id = `press-${String((made += 1)).padStart(6, "0")}`) {
  return { actionId: id, action };
}

/** One press that the person repeats, as the tab does, until there is an answer. */
export async function insists(
  council: Council,
  first: Ports,
  asked: { person: Person; caseId: string; request: ReturnType<typeof press> },
): Promise<Result<ActionAccepted, Refusal>> {
  const { person, caseId, request } = asked;
  try {
    return await actOnCase(first, person, { caseId, request });
  } catch {
    // Whatever became of the process that was asked, another one answers.
    return actOnCase(council.process(), person, { caseId, request });
  }
}
