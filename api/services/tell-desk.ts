import type { TriageCard } from "../domain/case/case-card.ts";
import type { ListedCase } from "../domain/case/listed-case.ts";
import { viewOf } from "../domain/case/view-keys.ts";
import { clockState } from "../domain/clocks/clock-state.ts";
import type { Ports } from "./ports/ports.ts";

/** More than this in triage is a number nobody needs to the last digit. */
const mostCounted = 200;

/**
 * Tells each complaints officer once a working day what waits in triage, when a date of it is near or
 * past. The day is noted for each person after they were told, so that a crash repeats at most one card.
 */
export async function tellDesk(ports: Ports, today: string): Promise<void> {
  const officers = await ports.directory.peopleWith("complaints-officer");
  const untold = [];
  for (const { id } of officers) {
    if ((await ports.sync.get(toldOn(id))) !== today) untold.push(id);
  }
  if (untold.length === 0) return;
  const card = await triageCard(ports, today);
  for (const person of untold) {
    if (card.dueSoon + card.overdue > 0) {
      const outcome = await ports.chat.post(person, card);
      if (outcome.kind === "unreachable") ports.logger.warn("chat.unreachable", { person });
    }
    await ports.sync.set(toldOn(person), today);
  }
}

async function triageCard(ports: Ports, today: string): Promise<TriageCard> {
  const { cases, next } = await ports.views.list(viewOf.triage, { limit: mostCounted });
  const waiting = cases.filter(({ status }) => status === "triage");
  const states = waiting.map((listed) => stateOf(ports, listed, today));
  return {
    kind: "triage-waiting",
    waiting: waiting.length,
    atLeast: next !== undefined,
    dueSoon: states.filter((state) => state === "due-soon" || state === "due-today").length,
    overdue: states.filter((state) => state === "overdue").length,
  };
}

function stateOf(ports: Ports, { clock }: ListedCase, today: string): string | undefined {
  return clock && clockState(clock, today, ports.calendar).state;
}

function toldOn(person: string): string {
  return `desk-told:${person}`;
}
