import type { PointLine, RequestLine, Standing } from "../../contract/case-parts.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { Point } from "../../domain/case/points/facts.ts";
import { findingName } from "../../domain/case/points/words.ts";
import type { InformationRequest } from "../../domain/case/requests/facts.ts";
import type { OpenedCase } from "./opened-case.ts";
import { standingOf } from "./present-standing.ts";

/** What went wrong point by point; what the services say of it is for those who work on the case. */
export function pointsOf(opened: OpenedCase): Promise<PointLine[]> {
  return Promise.all(opened.case.points.map((point) => pointLine(point, opened)));
}

async function pointLine(point: Point, opened: OpenedCase): Promise<PointLine> {
  const { id, title, service, answer, finding, findingReason, dropped } = point;
  const line = { id, title, service: opened.names.service(service) };
  if (opened.follows) return line;
  if (dropped !== undefined) return { ...line, dropped };
  return {
    ...line,
    ...(answer === undefined ? {} : { answer: await said(answer, opened) }),
    ...(finding === undefined ? {} : { finding: findingName(opened.policy, finding) }),
    ...(findingReason === undefined ? {} : { findingReason }),
  };
}

/** What colleagues were asked, each question with how its day stands. */
export function requestsOf(opened: OpenedCase): Promise<RequestLine[]> {
  if (opened.follows) return Promise.resolve([]);
  return Promise.all(opened.case.requests.map((request) => requestLine(request, opened)));
}

async function requestLine(request: InformationRequest, opened: OpenedCase): Promise<RequestLine> {
  const { id, question, to, askedBy, askedAt, point, answer } = request;
  return {
    ...{ id, question, to: to.name, askedBy: askedBy.name, askedAt },
    standing: standing(request, opened),
    ...(point === undefined ? {} : { point }),
    ...(answer === undefined ? {} : { answer: await said(answer, opened) }),
  };
}

function standing({ due, answer, withdrawn }: InformationRequest, opened: OpenedCase): Standing {
  if (withdrawn !== undefined) return { state: "none", words: `withdrawn: ${withdrawn}` };
  const done = answer && { on: londonDate(answer.at), word: "answered" };
  return standingOf({ due, done }, opened);
}

type Answer = NonNullable<Point["answer"]>;

async function said({ text, by, at }: Answer, { ports, case: theCase }: OpenedCase) {
  return { text: await ports.texts.get(theCase.id, text), by: by.name, at };
}
