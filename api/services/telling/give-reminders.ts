import type { Case } from "../../domain/case/case.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { nextReminders, type Reminder } from "../../domain/case/reminders/rules.ts";
import type { PersonId } from "../../domain/people/actor.ts";
import { commitOrThrow } from "../acting/commit-command.ts";
import type { PendingEffect, StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import { teamOf } from "./whom-to-tell.ts";

export type Reminded = {
  readonly given: number;
  readonly stored: StoredCase;
  readonly effects: readonly PendingEffect[];
};

/** Records every reminder that a case owes by today, once; whoever asks does what follows from them. */
export async function giveReminders(
  ports: Ports,
  before: StoredCase,
  today: string,
): Promise<Reminded> {
  const { calendar } = ports;
  const by = { policy: policyNow(before.case), calendar, today };
  const owed = nextReminders(before.case, by).filter(({ on }) => on <= today);
  const effects: PendingEffect[] = [];
  let stored = before;
  for (const reminder of owed) {
    const { about, entry, due } = reminder.pledge;
    const { step } = reminder;
    const to = await readersOf(ports, stored.case, reminder);
    const outcome = await commitOrThrow(ports, {
      caseId: stored.case.id,
      actor: { kind: "system" },
      actionId: `reminder-${step}-${about}-${entry}-${due}`,
      before: stored,
      command: () => ({ type: "give-reminder", about, entry, step, due, to }),
      drain: "at-once",
    });
    if (outcome.kind === "committed") effects.push(...outcome.effects);
    // Another sweep gave it, and does what follows from it.
    stored =
      outcome.kind === "replayed"
        ? ((await ports.cases.find(stored.case.id)) ?? stored)
        : outcome.stored;
  }
  return { given: owed.length, stored, effects };
}

// Whoever sees to it; once it is late, whoever has the case too; and at last the complaints team.
async function readersOf(
  ports: Ports,
  theCase: Case,
  { pledge, step }: Reminder,
): Promise<PersonId[]> {
  // Only the complaints team decides on that.
  if (pledge.about === "conduct-review") return teamOf(ports, theCase);
  const owner = await reachable(ports, theCase, pledge.owner?.person);
  const officer = await reachable(ports, theCase, theCase.officer?.id);
  const early = step === "soon" || step === "today";
  const near = early ? [owner ?? officer] : [owner, officer];
  const told = near.filter((id) => id !== undefined);
  const team = step === "escalated" || told.length === 0 ? await teamOf(ports, theCase) : [];
  return [...new Set([...told, ...team])];
}

// Somebody at a partner without an account, somebody who has left, or who may no longer know of the case.
async function reachable(
  { directory }: Ports,
  theCase: Case,
  id: PersonId | undefined,
): Promise<PersonId | undefined> {
  const person = id === undefined ? undefined : await directory.findPerson(id);
  return person !== undefined && maySee(theCase, person, policyNow(theCase)) ? id : undefined;
}
