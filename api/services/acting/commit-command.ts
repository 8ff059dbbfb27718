import { londonDate } from "../../domain/calendar/london-date.ts";
import type { CaseCommand } from "../../domain/case/commands.ts";
import { decide, type DecideContext, type Decided } from "../../domain/case/decide.ts";
import { effectsOf } from "../../domain/case/effects.ts";
import type { CaseId } from "../../domain/case/vocabulary.ts";
import type { LetterVerdict } from "../../domain/case/response/facts.ts";
import type { CaseRejection } from "../../domain/case/rejection.ts";
import type { Case } from "../../domain/case/case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Actor, Person } from "../../domain/people/actor.ts";
import type { StandIn } from "../../domain/people/cover.ts";
import { policyOf } from "../../domain/policy/catalogue.ts";
import { ok, type Result } from "../../domain/result.ts";
import { adoptedPolicies } from "../adopted-policies.ts";
import { leasedAt } from "../lease.ts";
import type { Commit, CommitOutcome, PendingEffect, StoredCase } from "../ports/case-store.ts";
import type { Ports } from "../ports/ports.ts";
import { listsOf } from "../lists/refresh-views.ts";

/** Long enough for the commit that follows it; then the queue finishes what a dead process left. */
const safetyDelaySeconds = 30;
const tries = 5;

/**
 * Who does what the commit obliges Redress to do: the queue, whenever it comes to it; this process, right
 * after the commit; or the drain that is under way and made this commit, which a message stands behind already.
 */
export type Drain = "by-queue" | "at-once" | "under-way";

export type CommandRequest = {
  readonly caseId: CaseId;
  readonly actor: Actor;
  /** Committing the same action twice gives the first answer and changes nothing. */
  readonly actionId: string;
  readonly answer?: (after: Case) => string;
  /** What was already read; read again when somebody else got there first. */
  readonly before?: StoredCase | undefined;
  /** The procedure a new case starts under; the council's usual one when not given. */
  readonly policy?: string | undefined;
  readonly command: (before: StoredCase | undefined) => CaseCommand | Promise<CaseCommand>;
  /** The people the command names, and for a submission those who hold the signing role. */
  readonly people?: readonly Person[];
  /** Where a letter goes with it: what its check finds, on the case as it stands then. */
  readonly checked?: (before: Case) => Promise<LetterVerdict | undefined>;
  /** Who is away today, where the decision depends on it. */
  readonly standIns?: readonly StandIn[];
  /** What the events name by its hash: kept only once the command is allowed. */
  readonly texts?: readonly string[];
  readonly completes?: PendingEffect;
  readonly drain: Drain;
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
  const now = ports.clock.now().toISOString();
  const command = await request.command(before);
  const checked = await checkOf(request, before);
  const context = { ...contextOf(ports, request, { before, now }), checked };
  const decision = decide(before?.case, command, context);
  if (!decision.ok) return decision;
  const decided = decision.value;
  if (before?.case === decided.after) return ok({ kind: "unchanged", stored: before });
  for (const text of request.texts ?? []) await ports.texts.put(request.caseId, text);
  if (mayLeaveWork(request, decided)) {
    await ports.queue.drainCase(request.caseId, safetyDelaySeconds);
  }
  const outcome = await ports.cases.commit({
    before,
    ...decided,
    ...obligations(ports, request.drain, decided),
    action: { id: request.actionId, answer: request.answer?.(decided.after) ?? "" },
    ...(request.completes ? { completes: request.completes } : {}),
  });
  return outcome.kind === "conflict" ? "conflict" : ok(outcome);
}

// Without an event there is nothing to finish.
function mayLeaveWork({ drain }: CommandRequest, { events }: Decided): boolean {
  return drain !== "under-way" && events.length > 0;
}

async function checkOf(
  { checked }: CommandRequest,
  before: StoredCase | undefined,
): Promise<LetterVerdict | undefined> {
  return before && checked?.(before.case);
}

function contextOf(
  { settings, calendar }: Ports,
  {
    actor,
    policy: startsUnder = settings.defaultPolicy,
    people = [],
    standIns = [],
  }: CommandRequest,
  { before, now }: { before: StoredCase | undefined; now: string },
): DecideContext {
  // An open case keeps the policy version it started under, until it is moved to another procedure.
  const policy = before === undefined ? policyOf(startsUnder) : policyNow(before.case);
  const adopted = adoptedPolicies(settings, londonDate(now));
  return { now, actor, policy, calendar, people, adopted, standIns };
}

/** What follows from the events, and how far it is: not begun, or leased to this process. */
function obligations(
  ports: Ports,
  drain: Drain,
  decided: Decided,
): Pick<Commit, "effects" | "progress" | "rows"> {
  const { after, events } = decided;
  const effects = events.flatMap((event) => effectsOf(event, after));
  const rows = listsOf(ports, after);
  const progress = { attempts: 0 };
  if (drain === "by-queue") return { effects, progress, rows };
  // What this process still has to do changes the case once more before its lists are written.
  const passing = effects.length > 0;
  return { effects, progress: leasedAt(ports.clock.now(), progress), rows: passing ? [] : rows };
}

/** The same, where a refusal can only be a mistake of ours. */
export async function commitOrThrow(ports: Ports, request: CommandRequest): Promise<Committed> {
  const outcome = await commitCommand(ports, request);
  if (outcome.ok) return outcome.value;
  throw new Error(`${request.caseId} refused our own command: ${outcome.error.message}`);
}
