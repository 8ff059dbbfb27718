import type { StandIn } from "../../domain/people/cover.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import { commitOrThrow } from "../acting/commit-command.ts";
import { drainCommitted } from "../effects/drain-case.ts";
import { partitionsOf } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import { standInsToday } from "./stand-ins.ts";

/** More letters than anybody has waiting; the next sweep takes the rest. */
const mostLetters = 100;

/**
 * Passes the letters that wait for people who are away on to whoever stands in for them. Whatever the
 * deputy may not sign off stays where it is. Done twice it passes nothing on twice.
 */
export async function passToDeputies(ports: Ports, standIns?: readonly StandIn[]): Promise<number> {
  let passed = 0;
  for (const standIn of standIns ?? (await standInsToday(ports))) {
    if (standIn.deputy === undefined) continue;
    for (const caseId of await waitingFor(ports, standIn)) {
      try {
        if (await passOn(ports, caseId, standIn)) passed += 1;
      } catch (cause) {
        // One letter that cannot be passed on must not keep the others waiting.
        ports.logger.error("letter.not-passed-on", { caseId }, cause);
      }
    }
  }
  return passed;
}

async function waitingFor(ports: Ports, { person: id }: StandIn): Promise<readonly CaseId[]> {
  const person = await ports.directory.findPerson(id);
  if (person === undefined) return [];
  const lists = await Promise.all(
    partitionsOf("approvals", person).map((list) => ports.views.list(list, { limit: mostLetters })),
  );
  return lists.flatMap(({ cases }) => cases.map(({ caseId }) => caseId));
}

async function passOn(ports: Ports, caseId: CaseId, standIn: StandIn): Promise<boolean> {
  const before = await ports.cases.find(caseId);
  const waits = before?.case.submission;
  if (before === undefined || waits === undefined) return false;
  const outcome = await commitOrThrow(ports, {
    caseId,
    actor: { kind: "system" },
    // Of this submission once: whoever came back and took it over again keeps it.
    actionId: `deputy-${standIn.person}-${waits.at}`,
    before,
    command: () => ({ type: "pass-to-deputy", standIn }),
    drain: "at-once",
  });
  if (outcome.kind !== "committed") return false;
  await drainCommitted(ports, outcome);
  return true;
}
