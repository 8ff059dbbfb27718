import type { TriageCard } from "../../domain/case/case-card.ts";
import type { ListedCase } from "../../domain/case/listed-case.ts";
import { clockState } from "../../domain/clocks/clock-state.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import { partitionsOf } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";

/** More than this in triage is a number nobody needs to the last digit. */
const mostCounted = 200;

/**
 * Tells each complaints officer once a working day what waits in triage, when a date of it is near or
 * past. The day is noted for each person after they were told, so that a crash repeats at most one card.
 */
export async function tellDesk(ports: Ports, today: string): Promise<void> {
  const officers = await ports.directory.peopleWith("complaints-officer");
  const waiting = new Map<string, Waiting>();
  for (const person of officers) {
    if ((await ports.sync.get(toldOn(person.id))) === today) continue;
    const parts = await Promise.all(
      partitionsOf("triage", person).map(async (partition) => {
        const known = waiting.get(partition) ?? (await waitingIn(ports, partition));
        waiting.set(partition, known);
        return known;
      }),
    );
    await tell(ports, person.id, triageCard(ports, parts, today));
    await ports.sync.set(toldOn(person.id), today);
  }
}

async function tell(ports: Ports, person: PersonId, card: TriageCard): Promise<void> {
  if (card.dueSoon + card.overdue === 0) return;
  const outcome = await ports.chat.post(person, card);
  if (outcome.kind === "unreachable") ports.logger.warn("chat.unreachable", { person });
}

type Waiting = { readonly cases: readonly ListedCase[]; readonly more: boolean };

async function waitingIn(ports: Ports, partition: string): Promise<Waiting> {
  const { cases, next } = await ports.views.list(partition, { limit: mostCounted });
  return { cases: cases.filter(({ status }) => status === "triage"), more: next !== undefined };
}

// Each officer hears of what they may see: also of the restricted procedures they are members of.
function triageCard(ports: Ports, parts: readonly Waiting[], today: string): TriageCard {
  const cases = parts.flatMap((part) => part.cases);
  const states = cases.map((listed) => stateOf(ports, listed, today));
  return {
    kind: "triage-waiting",
    waiting: cases.length,
    atLeast: parts.some(({ more }) => more),
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
