import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { nextId, personOf, withEntry } from "../evolving.ts";
import type { EventOf } from "../events.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import { isOnlyAsked } from "../requests/only-asked.ts";
import type { Point, pointCommands, pointEvents } from "./facts.ts";

/** Keeps a case small enough to be decided on as a whole, and its letter readable. */
const mostPoints = 50;

export const pointDeciders: Deciders<typeof pointCommands> = {
  "add-point": addPoint,
  "change-point": changePoint,
  "drop-point": (before, { point, reason }) =>
    onOpenPoint(before, point, () => ok([{ type: "point-dropped", point, reason }])),
  "answer-point": answerPoint,
  "decide-point": (before, { point, finding, reason }) =>
    onOpenPoint(before, point, () => ok([{ type: "point-decided", point, finding, reason }])),
};

export const pointHindrances: Hindrances<typeof pointCommands> = {
  "add-point": ({ points }) =>
    points.length < mostPoints
      ? undefined
      : `It has had ${mostPoints} points, and more cannot be added. Change one to take this in, or log a new complaint.`,
  "change-point": withoutPoints,
  "drop-point": withoutPoints,
  "answer-point": withoutPoints,
  "decide-point": withoutPoints,
};

export const pointEvolvers: Evolvers<typeof pointEvents> = {
  "point-added": (before, { point, title, service }) => ({
    ...before,
    points: [...before.points, { id: point, title, service }],
  }),
  "point-changed": changed,
  "point-dropped": (before, { point, reason }) => withPoint(before, point, { dropped: reason }),
  "point-answered": (before, event) =>
    withPoint(before, event.point, {
      answer: { text: event.text, by: personOf(event), at: event.at },
    }),
  "point-decided": (before, { point, finding, reason }) =>
    withPoint(before, point, { finding, findingReason: reason }),
};

/** The points that are part of the complaint: all but those that were dropped. */
export function openPoints({ points }: Case): Point[] {
  return points.filter(({ dropped }) => dropped === undefined);
}

/** How complete the answer is so far: how many points a service has answered, of those that were raised. */
export function pointsAnswered(theCase: Case): {
  readonly answered: number;
  readonly total: number;
} {
  const open = openPoints(theCase);
  return { answered: open.filter(({ answer }) => answer !== undefined).length, total: open.length };
}

/** The point of that number, or why nothing can be done about it. */
export function openPoint(theCase: Case, id: string): Result<Point, CaseRejection> {
  const found = theCase.points.find((point) => point.id === id);
  if (found?.dropped !== undefined) {
    return notPossible(
      `Point ${id} was dropped. Add it again as a new point if it matters after all.`,
    );
  }
  if (found !== undefined) return ok(found);
  const open = openPoints(theCase).map((point) => `${point.id} (${point.title})`);
  return notPossible(
    open.length === 0
      ? `There is no point ${id}, nor any other yet.`
      : `There is no point ${id}. Choose one of these: ${open.join(", ")}.`,
  );
}

function withoutPoints(theCase: Case): string | undefined {
  return openPoints(theCase).length === 0 ? "It has no points. Add one first." : undefined;
}

function onOpenPoint(theCase: Case, id: string, then: (point: Point) => Decision): Decision {
  const found = openPoint(theCase, id);
  return found.ok ? then(found.value) : found;
}

function addPoint(before: Case, { title, service }: CommandOf<"add-point">): Decision {
  const point = nextId(before.points);
  return titleTaken(before, title) ?? ok([{ type: "point-added", point, title, service }]);
}

function changePoint(before: Case, { point, title, service }: CommandOf<"change-point">): Decision {
  return onOpenPoint(before, point, (present) => {
    if (present.title === title && present.service === service) return ok([]);
    return (
      titleTaken(before, title, point) ?? ok([{ type: "point-changed", point, title, service }])
    );
  });
}

function titleTaken(theCase: Case, title: string, except?: string): Decision | undefined {
  const taken = openPoints(theCase).find(
    (point) => point.id !== except && point.title.toLowerCase() === title.toLowerCase(),
  );
  return (
    taken && notPossible(`Point ${taken.id} is about that already. Say what differs in this one.`)
  );
}

function answerPoint(
  before: Case,
  { point, text, isFirst }: CommandOf<"answer-point">,
  { person }: PersonContext,
): Decision {
  return onOpenPoint(before, point, ({ service, answer }) => {
    if (isFirst && answer !== undefined) {
      return notPossible(
        `Point ${point} was answered by ${answer.by.name}. Open the case to answer it anew.`,
      );
    }
    return isOnlyAsked(before, "answer-point", person) && !person.services.includes(service)
      ? notPossible(`Point ${point} is for another service to answer. Answer those of your own.`)
      : ok([{ type: "point-answered", point, text }]);
  });
}

// A point that goes to another service waits for that service, whatever the first one said.
function changed(before: Case, { point: id, title, service }: EventOf<"point-changed">): Case {
  return {
    ...before,
    points: before.points.map((point) => {
      if (point.id !== id) return point;
      const { answer: _former, ...unanswered } = point;
      return { ...(service === point.service ? point : unanswered), title, service };
    }),
  };
}

function withPoint(theCase: Case, id: string, change: Partial<Point>): Case {
  return { ...theCase, points: withEntry(theCase.points, id, change) };
}
