import type { HandsLine } from "../../contract/case-parts.ts";
import { timeInHands, type Hands } from "../../domain/case/hands.ts";
import type { OpenedCase } from "./opened-case.ts";

/** In whose hands the case was when, oldest first. */
export function handsOf({ events, now, policy, ports, follows }: OpenedCase): HandsLine[] {
  if (follows) return [];
  const { spans } = timeInHands(events, { now, policy, calendar: ports.calendar });
  return spans.map(({ hands, name, from, to, workingDays }) => ({
    who: name === undefined ? handsWords[hands] : `${name} (${handsWords[hands].toLowerCase()})`,
    from,
    workingDays,
    ...(to === undefined ? {} : { to }),
  }));
}

const handsWords: Readonly<Record<Hands, string>> = {
  "complaints-team": "Complaints team",
  service: "Service",
  partner: "Partner",
  approver: "Approver",
  others: "Waiting for somebody outside",
  nobody: "Answered or closed",
};
