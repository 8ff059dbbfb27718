import type { CaseCommand } from "../domain/case/commands.ts";
import { decide } from "../domain/case/decide.ts";
import { effectsOf } from "../domain/case/effects.ts";
import type { CaseId } from "../domain/case/events.ts";
import type { CaseRejection } from "../domain/case/rejection.ts";
import { viewKeysOf } from "../domain/case/view-keys.ts";
import type { Actor } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import { ok, type Result } from "../domain/result.ts";
import type { CommitOutcome, PendingEffect, StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";

/** Long enough for the commit that follows it; then the queue finishes what a dead process left. */
const safetyDelaySeconds = 30;
const tries = 5;

export type CommandRequest = {
  readonly caseId: CaseId;
  readonly actor: Actor;
  /** Committing the same action twice gives the first answer and changes nothing. */
  readonly actionId: string;
  readonly answer: string;
  /** What was already read; read again when somebody else got there first. */
  readonly before?: StoredCase | undefined;
  readonly command: (before: StoredCase | undefined) => CaseCommand | Promise<CaseCommand>;
  readonly completes?: PendingEffect;
};

export type Committed =
  | (CommitOutcome & { readonly kind: "committed" })
  | { readonly kind: "replayed"; readonly answer: string }
  /** The command was allowed and had nothing to change. */
  | { readonly kind: "unchanged"; readonly stored: StoredCase };

/**
 * Decides a command on the stored case and commits its events, state and owed effects together.
 * A message to finish the effects is queued before the commit, so that a crash after it loses none.
 */
export async function commitCommand(
  ports: Ports,
  request: CommandRequest,
): Promise<Result<Committed, CaseRejection>> {
  let before = request.before;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) before = await ports.cases.find(request.caseId);
    const outcome = await tryOnce(ports, request, before);
    if (outcome !== "conflict") return outcome;
  }
  throw new Error(`${request.caseId} was changed by others ${tries} times in a row.`);
}

async function tryOnce(
  ports: Ports,
  request: CommandRequest,
  before: StoredCase | undefined,
): Promise<Result<Committed, CaseRejection> | "conflict"> {
  const policy = before
    ? policyOf(before.case.policy.id, before.case.policy.version)
    : policyOf(ports.settings.defaultPolicy);
  const now = ports.clock.now().toISOString();
  const decision = decide(before?.case, await request.command(before), {
    now,
    actor: request.actor,
    policy,
  });
  if (!decision.ok) return decision;
  const { after, events } = decision.value;
  if (events.length === 0 && before !== undefined) return ok({ kind: "unchanged", stored: before });
  const effects = events.flatMap((event) => effectsOf(event, after));
  await ports.queue.drainCase(request.caseId, safetyDelaySeconds);
  const outcome = await ports.cases.commit({
    before,
    after,
    events,
    effects,
    rows: viewKeysOf(after, { policy, calendar: ports.calendar, now }),
    action: { id: request.actionId, answer: request.answer },
    ...(request.completes ? { completes: request.completes } : {}),
  });
  return outcome.kind === "conflict" ? "conflict" : ok(outcome);
}

/** The same, where a refusal can only be a mistake of ours. */
export async function commitOrThrow(ports: Ports, request: CommandRequest): Promise<Committed> {
  const outcome = await commitCommand(ports, request);
  if (outcome.ok) return outcome.value;
  throw new Error(`${request.caseId} refused our own command: ${outcome.error.message}`);
}
