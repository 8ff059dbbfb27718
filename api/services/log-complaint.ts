import type { ComplaintLogged, LogComplaint } from "../contract/log-complaint.ts";
import { londonDate, longDate } from "../domain/calendar/london-date.ts";
import type { Case } from "../domain/case/case.ts";
import type { SystemCommand } from "../domain/case/commands.ts";
import { canBeWrittenTo } from "../domain/case/effects.ts";
import { middayOf } from "../domain/case/evolving.ts";
import { currentClock } from "../domain/case/listed-case.ts";
import { maySee } from "../domain/case/may-see.ts";
import type { CaseId, Complainant } from "../domain/case/vocabulary.ts";
import { clocksOf } from "../domain/clocks/clocks-of.ts";
import { countLimit } from "../domain/clocks/count-limit.ts";
import { referenceAttempts, referenceFor } from "../domain/mail/case-reference.ts";
import type { Person } from "../domain/people/actor.ts";
import { policyOf } from "../domain/policy/catalogue.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { ok, refused, type Result } from "../domain/result.ts";
import { commitCommand } from "./commit-command.ts";
import { sha256 } from "./digest.ts";
import { mayLog } from "./pages.ts";
import type { StoredCase } from "./ports/case-store.ts";
import type { Ports } from "./ports/ports.ts";
import { refreshViews } from "./refresh-views.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Logs a complaint that came by phone, by post or in person, once per action id. What is answered when
 * it was logged before is how it stands now; the lists are fresh either way.
 */
export async function logComplaint(
  ports: Ports,
  person: Person,
  asked: LogComplaint,
): Promise<Result<ComplaintLogged, Refusal>> {
  if (!mayLog(person)) {
    return refused({ kind: "not-permitted", message: "Your role does not log complaints." });
  }
  const receivedAt = instantOf(asked.receivedAt, ports.clock.now().toISOString());
  if (receivedAt === undefined) {
    const message = "It cannot have arrived in the future. Give the day it reached the council.";
    return refused({ kind: "bad-request", message });
  }
  // Two people may happen to make the same id; an action is its maker's own.
  const actionId = `${person.id}-${asked.actionId}`;
  const own = await findOwnCase(ports, actionId);
  const logged =
    own.stored === undefined
      ? await log(ports, person, { asked, receivedAt, actionId, caseId: own.caseId })
      : ok(own.stored);
  if (!logged.ok) return logged;
  await refreshViews(ports, logged.value);
  return ok(answerTo(ports, person, logged.value.case));
}

/** A day as an instant on it that is not after now; undefined when the whole of it lies ahead. */
function instantOf(received: string | undefined, now: string): string | undefined {
  if (received === undefined) return now;
  if (received.includes("T")) return received <= now ? received : undefined;
  const today = londonDate(now);
  if (received > today) return undefined;
  return received === today ? now : middayOf(received);
}

type OwnCase = { readonly caseId: CaseId; readonly stored: StoredCase | undefined };

// A reference that already belongs to another case is passed over, the same way at every attempt.
async function findOwnCase(ports: Ports, actionId: string): Promise<OwnCase> {
  const key = sha256(`logged by hand\n${actionId}`);
  for (let attempt = 0; attempt < referenceAttempts; attempt += 1) {
    const caseId = referenceFor(key, attempt);
    const stored = await ports.cases.find(caseId);
    if (stored === undefined) return { caseId, stored };
    if ((await ports.cases.findAnswer(caseId, actionId)) !== undefined) return { caseId, stored };
  }
  throw new Error(`Every reference of action ${actionId} is taken.`);
}

async function log(
  ports: Ports,
  person: Person,
  what: { asked: LogComplaint; receivedAt: string; actionId: string; caseId: CaseId },
): Promise<Result<StoredCase, Refusal>> {
  const { asked, caseId } = what;
  const { channel, subject, adjustment } = asked;
  const command: SystemCommand = {
    type: "log",
    caseId,
    channel,
    receivedAt: what.receivedAt,
    subject,
    complainant: complainantOf(asked),
    text: sha256(asked.words),
    ...(adjustment === undefined ? {} : { adjustment }),
  };
  const outcome = await commitCommand(ports, {
    caseId,
    actor: { kind: "person", person },
    actionId: what.actionId,
    command: () => command,
    texts: [asked.words],
    drain: "by-queue",
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.kind !== "committed") return ok(await theCaseOf(ports, caseId));
  if (outcome.value.effects.length > 0) await ports.queue.drainCase(caseId, 0);
  ports.logger.info("case.logged-by-hand", { caseId, channel });
  return ok(outcome.value.stored);
}

// Somebody's second press, in another process, got there first.
async function theCaseOf(ports: Ports, caseId: CaseId): Promise<StoredCase> {
  const stored = await ports.cases.find(caseId);
  if (stored === undefined) throw new Error(`${caseId} was logged and is not there.`);
  return stored;
}

function complainantOf({ complainant }: LogComplaint): Complainant {
  const { name, email, phone, address } = complainant;
  return {
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}

function answerTo(ports: Ports, person: Person, theCase: Case): ComplaintLogged {
  const policy = policyOf(theCase.policy.id, theCase.policy.version);
  return {
    caseId: theCase.id,
    version: theCase.version,
    message: [
      `Logged as ${theCase.id}.`,
      ...acknowledgementWords(ports, theCase, policy),
      ...lateWords(ports, theCase, policy),
    ].join(" "),
    mayOpen: maySee(theCase, person, policy),
  };
}

function acknowledgementWords(ports: Ports, theCase: Case, policy: Policy): string[] {
  if (canBeWrittenTo(theCase)) return ["Redress acknowledges it by e-mail."];
  const clock = currentClock(clocksOf(theCase, policy, ports.calendar), theCase.stage);
  if (clock === undefined || clock.met !== undefined) return [];
  return [
    `There is no e-mail address: acknowledge it by phone or post by ${longDate(clock.due)}, and record that on the case.`,
  ];
}

function lateWords(ports: Ports, theCase: Case, { accepts, counting }: Policy): string[] {
  if (accepts === undefined) return [];
  const where = { region: counting.region, calendar: ports.calendar };
  const last = countLimit(accepts.within, londonDate(theCase.receivedAt), where).due;
  const today = londonDate(ports.clock.now().toISOString());
  return last < today ? [`It arrived long ago; the policy says: ${accepts.words}`] : [];
}
