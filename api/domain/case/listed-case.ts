import { z } from "zod";
import { regions } from "../calendar/regions.ts";
import { type Calendar } from "../calendar/working-days.ts";
import type { Clock, ClockFace } from "../clocks/clock.ts";
import { clocksOf } from "../clocks/clocks-of.ts";
import { roles } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import { Campaign } from "./links/facts.ts";
import { caseStatuses, type Case } from "./case.ts";
import { awaitingCare } from "./undelivered/rules.ts";
import { caseTypes, NamedPerson } from "./vocabulary.ts";

const Nudge = z.object({ on: z.string(), tells: z.array(z.enum(roles)).readonly() }).readonly();

const ListedClock = z
  .object({
    kind: z.string(),
    stage: z.number().int(),
    title: z.string(),
    region: z.enum(regions),
    due: z.string(),
    met: z.string().exactOptional(),
    pausedSince: z.string().exactOptional(),
    nudges: z.object({ dueSoon: Nudge, overdue: Nudge }).readonly(),
  })
  .readonly() satisfies z.ZodType<ClockFace>;

/** What a line of a list needs of a case: kept in the views so that a list is one query. */
export const ListedCase = z
  .object({
    caseId: z.string(),
    version: z.number().int(),
    subject: z.string(),
    complainant: z.string(),
    status: z.enum(caseStatuses),
    statusSince: z.string(),
    stage: z.number().int(),
    receivedAt: z.string(),
    sponsored: z.boolean(),
    hasDraft: z.boolean(),
    returned: z.boolean(),
    answeredBack: z.boolean(),
    sendingProblem: z.boolean(),
    clock: ListedClock.exactOptional(),
    type: z.enum(caseTypes).exactOptional(),
    service: z.string().exactOptional(),
    officer: NamedPerson.exactOptional(),
    approverName: z.string().exactOptional(),
    campaign: Campaign.exactOptional(),
    /** What it is recognised by among cases of nearly the same words. */
    alike: z.object({ fingerprint: z.string(), writer: z.string() }).readonly().exactOptional(),
    /** What everybody who works on it must know of, such as `vulnerability`. */
    flags: z.array(z.string()).readonly().exactOptional(),
    /** Only where it is kept to be found: what by, and whom it concerns. */
    found: z
      .object({ words: z.array(z.string()).readonly(), concerned: z.array(z.string()).readonly() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type ListedCase = z.infer<typeof ListedCase>;

/** A case as lists show it. */
export function listedCase(theCase: Case, policy: Policy, calendar: Calendar): ListedCase {
  const clock = currentClock(clocksOf(theCase, policy, calendar), theCase.stage);
  return {
    caseId: theCase.id,
    version: theCase.version,
    subject: theCase.subject,
    complainant: theCase.complainant.name,
    status: theCase.status,
    statusSince: theCase.statusSince,
    stage: theCase.stage,
    receivedAt: theCase.receivedAt,
    sponsored: theCase.sponsors.length > 0,
    hasDraft: theCase.draft?.stage === theCase.stage,
    returned: theCase.status === "investigating" && theCase.returned !== undefined,
    answeredBack: theCase.answeredBack !== undefined,
    sendingProblem: theCase.sendingProblem !== undefined || awaitingCare(theCase).length > 0,
    ...(clock ? { clock: faceOf(clock) } : {}),
    ...(theCase.type ? { type: theCase.type } : {}),
    ...(theCase.service ? { service: theCase.service } : {}),
    ...(theCase.officer ? { officer: nameOf(theCase.officer) } : {}),
    ...(theCase.submission ? { approverName: theCase.submission.approverName } : {}),
    ...(theCase.campaign ? { campaign: theCase.campaign } : {}),
    ...(theCase.flags.length > 0
      ? { flags: [...new Set(theCase.flags.map(({ flag }) => flag))] }
      : {}),
    ...(theCase.fingerprint
      ? { alike: { fingerprint: theCase.fingerprint, writer: writerOf(theCase) } }
      : {}),
  };
}

function writerOf({ complainant: { email, name } }: Case): string {
  return (email ?? name).toLowerCase();
}

/**
 * The clock that matters next at this stage: the first still running, in the policy's order, until the
 * answer has gone out. A missed acknowledgement is not hidden behind the later date of the answer.
 */
export function currentClock(clocks: readonly Clock[], stage: number): Clock | undefined {
  const ofStage = clocks.filter((clock) => clock.stage === stage);
  const response = ofStage.find((clock) => clock.kind === "response");
  if (response?.met !== undefined) return response;
  return ofStage.find((clock) => clock.met === undefined) ?? response;
}

function nameOf({ id, name }: NamedPerson): NamedPerson {
  return { id, name };
}

function faceOf(clock: Clock): ClockFace {
  const { kind, stage, title, region, due, met, pausedSince, nudges } = clock;
  return {
    kind,
    stage,
    title,
    region,
    due,
    nudges,
    ...(met === undefined ? {} : { met }),
    ...(pausedSince === undefined ? {} : { pausedSince }),
  };
}
