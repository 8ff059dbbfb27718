import type { HandledTogether, HandleTogether } from "../../contract/triage.ts";
import { commandsTogether } from "../../domain/case/links/together.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { actOnCase } from "./act-on-case.ts";
import { queuesFor } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { findSeen, noSuchCase } from "../seen-case.ts";

const casesAtOnce = 4;

type Handled = HandledTogether["cases"][number];
type Press = { readonly person: Person; readonly asked: HandleTogether };

/**
 * Decides several cases alike. Each is written by itself, under ids that follow from the one that was
 * sent: what failed is told case by case, and sending the same again finishes it.
 */
export async function handleTogether(
  ports: Ports,
  person: Person,
  asked: HandleTogether,
): Promise<Result<HandledTogether, Refusal>> {
  if (!queuesFor(person).includes("triage")) {
    return refused({ kind: "not-permitted", message: "Your role does not open triage." });
  }
  if ((await findSeen(ports, person, asked.lead)) === undefined) {
    return refused({ kind: "bad-request", message: `There is no case ${asked.lead}.` });
  }
  const left = [...new Set(asked.cases)];
  const cases: Handled[] = [];
  while (left.length > 0) {
    const some = left.splice(0, casesAtOnce);
    const handled = some.map((caseId) => handle(ports, { person, asked }, caseId));
    cases.push(...(await Promise.all(handled)));
  }
  const done = cases.filter((one) => one.done).length;
  ports.logger.info("triage.handled-together", { kind: asked.kind, cases: cases.length, done });
  return ok({ cases });
}

async function handle(ports: Ports, press: Press, caseId: string): Promise<Handled> {
  try {
    return await decide(ports, press, caseId);
  } catch (cause) {
    ports.logger.warn("triage.case-failed", { caseId }, cause);
    return { caseId, done: false, words: "It could not be recorded just now. Try again." };
  }
}

async function decide(ports: Ports, { person, asked }: Press, caseId: string): Promise<Handled> {
  const stored = await findSeen(ports, person, caseId);
  if (stored === undefined) return { caseId, done: false, words: noSuchCase.message };
  let words = "Nothing was left to do.";
  for (const action of commandsTogether(stored.case, asked)) {
    const actionId = `${asked.actionId}-${action.type}`;
    const outcome = await actOnCase(ports, person, { caseId, request: { actionId, action } });
    if (!outcome.ok) return { caseId, done: false, words: outcome.error.message };
    words = outcome.value.message;
  }
  return { caseId, done: true, words };
}
