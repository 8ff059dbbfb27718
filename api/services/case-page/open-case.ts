import type { CaseDetail, ClockLine } from "../../contract/case-detail.ts";
import { listedCase } from "../../domain/case/listed-case.ts";
import { awaitingCare } from "../../domain/case/undelivered/rules.ts";
import { letterName } from "../../domain/case/undelivered/words.ts";
import { maySee } from "../../domain/case/may-see.ts";
import { clockState } from "../../domain/clocks/clock-state.ts";
import { clocksOf } from "../../domain/clocks/clocks-of.ts";
import { isReference } from "../../domain/mail/case-reference.ts";
import type { Person } from "../../domain/people/actor.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { choicesFor } from "./case-choices.ts";
import { openedBy, type OpenedCase } from "./opened-case.ts";
import type { Ports } from "../ports/ports.ts";
import { actionsOf } from "./present-actions.ts";
import { careOf } from "./present-care.ts";
import { commentsOf } from "./present-comments.ts";
import { conversationOf, historyOf } from "./present-conversation.ts";
import { outsideOf, relatedOf } from "./present-elsewhere.ts";
import { handsOf } from "./present-hands.ts";
import { lettersOf } from "./present-letters.ts";
import { pointsOf, requestsOf } from "./present-points.ts";
import { checkInsOf } from "./present-check-ins.ts";
import { lessonsOf, remediesOf } from "./present-promises.ts";
import { presentRow } from "../lists/present-row.ts";
import { suggestionsFor } from "./present-suggestions.ts";
import type { Refusal } from "../refusal.ts";
import { noSuchCase } from "../seen-case.ts";

/** Everything the case page shows this person, read with one query. */
export async function openCase(
  ports: Ports,
  person: Person,
  caseId: string,
): Promise<Result<CaseDetail, Refusal>> {
  if (!isReference(caseId)) return refused(noSuchCase);
  const found = await ports.cases.findWithHistory(caseId);
  if (found === undefined) return refused(noSuchCase);
  const opened = await openedBy(ports, person, { case: found.case, events: found.events });
  return maySee(opened.case, person, opened.policy)
    ? ok(await present(opened))
    : refused(noSuchCase);
}

async function present(opened: OpenedCase): Promise<CaseDetail> {
  const { case: theCase, policy, ports, services, today } = opened;
  const conversation = await conversationOf(opened);
  const listed = listedCase(theCase, policy, ports.calendar);
  const points = await pointsOf(opened);
  const suggested = await suggestionsFor(opened, conversation[0]?.text ?? "");
  return {
    row: presentRow(listed, { today, calendar: ports.calendar, services }),
    version: theCase.version,
    channel: theCase.channel,
    receivedAt: theCase.receivedAt,
    complainant: theCase.complainant,
    clocks: clockLines(opened),
    conversation,
    history: await historyOf(opened),
    attention: attentionOf(opened),
    care: careOf(opened),
    points,
    requests: await requestsOf(opened),
    comments: commentsOf(opened),
    remedies: remediesOf(opened),
    lessons: lessonsOf(opened),
    checkIns: checkInsOf(opened),
    related: relatedOf(opened),
    ...(opened.follows ? {} : { asksForOthers: true }),
    outside: await outsideOf(opened),
    hands: handsOf(opened),
    actions: actionsOf(opened, conversation),
    choices: choicesFor(opened, suggested),
    ...(suggested && { learned: suggested.learned }),
    ...(await lettersOf(opened, points)),
    ...(theCase.type ? { typeWords: typeTitle(theCase.type, policy) } : {}),
  };
}

function typeTitle(type: string, policy: Policy): string {
  return policy.caseTypes.find(({ countsAs }) => countsAs === type)?.title ?? type;
}

function clockLines({ case: theCase, policy, ports, today }: OpenedCase): ClockLine[] {
  return clocksOf(theCase, policy, ports.calendar).map((clock) => ({
    kind: clock.kind,
    title: clock.title,
    stage: clock.stage,
    due: clock.due,
    why: [...clock.why],
    ...clockState(clock, today, ports.calendar),
  }));
}

function attentionOf({ case: theCase, follows }: OpenedCase): string[] {
  if (follows) return [];
  const { answeredBack, returned, sendingProblem, status, unacknowledged } = theCase;
  return [
    ...(answeredBack
      ? ["The person wrote again after our answer. Decide whether it goes to the next stage."]
      : []),
    ...(returned && status === "investigating"
      ? [`${returned.by} returned the response: ${returned.comment}`]
      : []),
    ...(sendingProblem ? [sendingProblem] : []),
    ...awaitingCare(theCase).map(
      (one) =>
        `A letter ${one.unsent ? "could not be sent" : "did not arrive"}: ${letterName(one)}. What is known: ${one.why}`,
    ),
    ...(unacknowledged === undefined
      ? []
      : [
          `Nobody has acknowledged it yet: ${unacknowledged} Classifying it as a complaint sends the acknowledgement.`,
        ]),
  ];
}
