import type { CheckInLine } from "../../contract/case-parts.ts";
import { shortDate } from "../../domain/calendar/london-date.ts";
import { wayWords } from "../../domain/case/check-ins/facts.ts";
import { awaitedCheckIn } from "../../domain/case/check-ins/rules.ts";
import { checkInTitle, wayOn } from "../../domain/case/check-ins/words.ts";
import type { OpenedCase } from "./opened-case.ts";
import { standingOf } from "./present-standing.ts";

/** What became of asking the person whether each answer met their need, and when to ask about the last. */
export function checkInsOf(opened: OpenedCase): CheckInLine[] {
  const { case: theCase, follows, policy, ports, today } = opened;
  if (follows) return [];
  const by = { policy, calendar: ports.calendar, today };
  const asked = (theCase.checkIns ?? []).map((one) => ({
    ...{ stage: one.stage, title: checkInTitle(one) },
    facts: [`${one.recordedBy.name}, ${wayWords[one.how]}`, shortDate(one.on)],
    ...(one.said === "" ? {} : { said: one.said }),
    ...(one.met === "no" && one.stage === theCase.stage ? { next: wayOn(theCase, by) } : {}),
  }));
  const awaited = awaitedCheckIn(theCase, by);
  if (awaited === undefined) return asked;
  const { stage, answered, due } = awaited;
  const title = `Ask whether our stage ${stage} answer met their need`;
  const facts = [`Answered on ${shortDate(answered)}`];
  return [...asked, { stage, title, standing: standingOf({ due }, opened), facts }];
}
