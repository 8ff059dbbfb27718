import { adjustmentWords } from "../../contract/adjustments.ts";
import type { ComplaintLogged, LogComplaint } from "../../contract/log-complaint.ts";
import { londonDate, longDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { canBeWrittenTo } from "../../domain/case/contact/can-be-written-to.ts";
import { middayOf } from "../../domain/case/evolving.ts";
import { currentClock } from "../../domain/case/listed-case.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { clocksOf } from "../../domain/clocks/clocks-of.ts";
import { countLimit } from "../../domain/clocks/count-limit.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { complainantOf } from "./complainant-of.ts";
import { readEnclosed } from "../letters/enclosed-files.ts";
import { logOnce } from "./log-once.ts";
import { mayLog } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

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
  const files = await readEnclosed(asked.attachments);
  if (!files.ok) return files;
  const { channel, subject, adjustments } = asked;
  const adjustment = adjustmentWords(adjustments, asked.adjustment);
  const logged = await logOnce(ports, {
    actor: { kind: "person", person },
    // Two people may happen to make the same id; an action is its maker's own.
    actionId: `${person.id}-${asked.actionId}`,
    complaint: {
      channel,
      receivedAt,
      subject,
      complainant: complainantOf(asked.complainant),
      ...(adjustment === undefined ? {} : { adjustment }),
    },
    words: asked.words,
    files: files.value,
  });
  if (!logged.ok) return logged;
  ports.logger.info("case.logged-by-hand", { caseId: logged.value.case.id, channel });
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

function answerTo(ports: Ports, person: Person, theCase: Case): ComplaintLogged {
  const policy = policyNow(theCase);
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
