import type { Case } from "../../domain/case/case.ts";
import { londonDate, longDate } from "../../domain/calendar/london-date.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import { clocksOf } from "../../domain/clocks/clocks-of.ts";
import {
  letterOfStage,
  type LetterFacts,
  type LetterInHand,
} from "../../domain/letters/letter-facts.ts";
import type { Ports } from "../ports/ports.ts";

/** The dates and names a letter about this case mentions, counted as if it left now. */
export function letterFactsOf(ports: Ports, theCase: Case): LetterFacts {
  const policy = policyNow(theCase);
  const now = ports.clock.now().toISOString();
  // Code 6.3: the answer is counted from the acknowledgement, which is the letter being written.
  const stages = theCase.stages.map((record) =>
    record.stage === theCase.stage ? { acknowledgedAt: now, ...record } : record,
  );
  const answer = clocksOf({ ...theCase, stages }, policy, ports.calendar).find(
    (clock) => clock.stage === theCase.stage && clock.kind === "response",
  );
  const started = stages.find((record) => record.stage === theCase.stage)?.startedAt ?? now;
  return {
    council: ports.settings.council,
    receivedOn: longDate(londonDate(started)),
    answerBy: answer ? longDate(answer.due) : "the date we will tell you",
  };
}

/** The letter that answers the present stage, with what it is written from and checked against. */
export function letterInHand(
  ports: Ports,
  theCase: Case,
  more: Pick<LetterInHand, "answers" | "serviceName">,
): LetterInHand {
  const policy = policyNow(theCase);
  const letter = letterOfStage(theCase, policy);
  return { ...letterFactsOf(ports, theCase), ...more, case: theCase, policy, letter };
}
