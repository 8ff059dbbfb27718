import type { Calendar } from "../calendar/working-days.ts";
import type { Clock, ClockFace } from "../clocks/clock.ts";
import { clocksOf } from "../clocks/clocks-of.ts";
import type { PersonId, ServiceId } from "../people/actor.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case, CaseStatus } from "./case.ts";
import type { CaseId, CaseType } from "./events.ts";

/** What a line of a list needs of a case: kept in the views so that a list is one query. */
export type ListedCase = {
  readonly caseId: CaseId;
  readonly version: number;
  readonly policy: { readonly id: string; readonly version: string };
  readonly subject: string;
  readonly complainant: string;
  readonly status: CaseStatus;
  readonly statusSince: string;
  readonly stage: number;
  readonly receivedAt: string;
  readonly sponsored: boolean;
  readonly hasDraft: boolean;
  readonly returned: boolean;
  readonly answeredBack: boolean;
  readonly sendingProblem: boolean;
  readonly clock?: ClockFace;
  readonly type?: CaseType;
  readonly service?: ServiceId;
  readonly officer?: { readonly id: PersonId; readonly name: string };
  readonly approverName?: string;
};

/** A case as lists show it. */
export function listedCase(theCase: Case, policy: Policy, calendar: Calendar): ListedCase {
  const clock = currentClock(clocksOf(theCase, policy, calendar), theCase.stage);
  return {
    caseId: theCase.id,
    version: theCase.version,
    policy: theCase.policy,
    subject: theCase.subject,
    complainant: theCase.complainant.name,
    status: theCase.status,
    statusSince: theCase.statusSince,
    stage: theCase.stage,
    receivedAt: theCase.receivedAt,
    sponsored: theCase.sponsor !== undefined,
    hasDraft: theCase.draft?.stage === theCase.stage,
    returned: theCase.returned !== undefined,
    answeredBack: theCase.answeredBack !== undefined,
    sendingProblem: theCase.sendingProblem !== undefined,
    ...(clock ? { clock: faceOf(clock) } : {}),
    ...(theCase.type ? { type: theCase.type } : {}),
    ...(theCase.service ? { service: theCase.service } : {}),
    ...(theCase.officer ? { officer: theCase.officer } : {}),
    ...(theCase.submission ? { approverName: theCase.submission.approverName } : {}),
  };
}

/** The clock that matters next at this stage: the first still running, else the answer's. */
export function currentClock(clocks: readonly Clock[], stage: number): Clock | undefined {
  const ofStage = clocks.filter((clock) => clock.stage === stage);
  const running = ofStage.filter((clock) => clock.met === undefined);
  const response = ofStage.find((clock) => clock.kind === "response");
  return running.find((clock) => clock.kind === "response") ?? running[0] ?? response;
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
