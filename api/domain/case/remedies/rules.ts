import { longDate } from "../../calendar/london-date.ts";
import type { Person } from "../../people/actor.ts";
import { ok, refused, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import { caseRules, stands } from "../case-rules.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf, PersonAction } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { withEntry } from "../evolving.ts";
import { dayToCome, notPossible, type CaseRejection } from "../rejection.ts";
import type { Lesson, Remedy, remedyCommands, remedyEvents } from "./facts.ts";
import { noteLesson, promiseRemedy } from "./promising.ts";

/** More than any complaint needs; it keeps a case small. */
const most = 50;

export const remedyDeciders: Deciders<typeof remedyCommands> = {
  "promise-remedy": promiseRemedy,
  "accept-remedy": accept,
  "complete-remedy": complete,
  "give-up-remedy": giveUp,
  "note-lesson": noteLesson,
  "complete-lesson": completeLesson,
};

export const remedyHindrances: Hindrances<typeof remedyCommands> = {
  "promise-remedy": ({ remedies }) => full(remedies, "remedies"),
  "accept-remedy": ({ remedies }) =>
    remedies.some(isToAccept) ? undefined : "There is no remedy that waits to be accepted.",
  "complete-remedy": noOpenRemedy,
  "give-up-remedy": noOpenRemedy,
  "note-lesson": ({ lessons }) => full(lessons, "lessons"),
  "complete-lesson": ({ lessons }) =>
    lessons.some(isOpenLesson) ? undefined : "There is no open lesson.",
};

export const remedyEvolvers: Evolvers<typeof remedyEvents> = {
  "remedy-promised": (before, event) => ({
    ...before,
    remedies: [...before.remedies, promisedBy(event)],
  }),
  "remedy-accepted": (before, { remedy, at }) => ({
    ...before,
    remedies: withEntry(before.remedies, remedy, { acceptedAt: at }),
  }),
  "remedy-done": (before, { remedy, on, evidence }) => ({
    ...before,
    remedies: withEntry(before.remedies, remedy, { done: { on, evidence } }),
  }),
  "remedy-undeliverable": (before, { remedy, reason, alternative }) => ({
    ...before,
    remedies: withEntry(before.remedies, remedy, { undeliverable: { reason, alternative } }),
  }),
  "lesson-noted": (before, { lesson, kind, what, owner, due, at }) => ({
    ...before,
    lessons: [...before.lessons, { id: lesson, kind, what, owner, due, notedAt: at }],
  }),
  "lesson-done": (before, { lesson, on, whatChanged }) => ({
    ...before,
    lessons: withEntry(before.lessons, lesson, { done: { on, whatChanged } }),
  }),
};

/** Whether a remedy is still owed: neither done nor given up. */
export function isOpenRemedy({ done, undeliverable }: Remedy): boolean {
  return done === undefined && undeliverable === undefined;
}

/** Whether nobody has said yet that they see to a remedy that is still owed. */
export function isToAccept(remedy: Remedy): boolean {
  return isOpenRemedy(remedy) && remedy.acceptedAt === undefined;
}

/** Whether what a lesson would change has still to change. */
export function isOpenLesson({ done }: Lesson): boolean {
  return done === undefined;
}

function noOpenRemedy({ remedies }: Case): string | undefined {
  return remedies.some(isOpenRemedy) ? undefined : "There is no open remedy.";
}

function full(entries: readonly unknown[], what: string): string | undefined {
  return entries.length < most
    ? undefined
    : `A case holds at most ${most} ${what}, and this one does. Write a note instead.`;
}

function promisedBy(event: EventOf<"remedy-promised">): Remedy {
  const { remedy: id, kind, what, owner, due, pence, point, at } = event;
  return {
    ...{ id, kind, what, owner, due, promisedAt: at },
    ...(pence === undefined ? {} : { pence }),
    ...(point === undefined ? {} : { point }),
  };
}

function accept(
  before: Case,
  { remedy: id }: CommandOf<"accept-remedy">,
  { person }: PersonContext,
): Decision {
  const remedy = openRemedy(before, id);
  if (!remedy.ok) return remedy;
  const { owner, acceptedAt } = remedy.value;
  if (acceptedAt !== undefined) return notPossible(`${owner.name} has accepted it already.`);
  return (
    ofSomebodyElse(before, { action: "accept-remedy", person, owner }) ??
    ok([{ type: "remedy-accepted", remedy: id }])
  );
}

function complete(
  before: Case,
  { remedy: id, on, evidence }: CommandOf<"complete-remedy">,
  { person, now }: PersonContext,
): Decision {
  const remedy = openRemedy(before, id);
  if (!remedy.ok) return remedy;
  const { owner } = remedy.value;
  return (
    ofSomebodyElse(before, { action: "complete-remedy", person, owner }) ??
    dayToCome(on, now) ??
    ok([{ type: "remedy-done", remedy: id, on, evidence }])
  );
}

function giveUp(
  before: Case,
  { remedy: id, reason, alternative }: CommandOf<"give-up-remedy">,
): Decision {
  const remedy = openRemedy(before, id);
  return remedy.ok
    ? ok([{ type: "remedy-undeliverable", remedy: id, reason, alternative }])
    : remedy;
}

function completeLesson(
  before: Case,
  { lesson: id, on, whatChanged }: CommandOf<"complete-lesson">,
  { person, now }: PersonContext,
): Decision {
  const lesson = before.lessons.find((one) => one.id === id);
  if (lesson === undefined) {
    return notPossible(
      `There is no such lesson. Open are: ${listed(before.lessons.filter(isOpenLesson))}.`,
    );
  }
  if (lesson.done !== undefined) {
    return notPossible(`It was recorded as done on ${longDate(lesson.done.on)}.`);
  }
  const owner = { name: lesson.owner.name, person: lesson.owner.id };
  return (
    ofSomebodyElse(before, { action: "complete-lesson", person, owner }) ??
    dayToCome(on, now) ??
    ok([{ type: "lesson-done", lesson: id, on, whatChanged }])
  );
}

function openRemedy({ remedies }: Case, id: string): Result<Remedy, CaseRejection> {
  const remedy = remedies.find((one) => one.id === id);
  if (remedy === undefined) {
    return notPossible(
      `There is no such remedy. Open are: ${listed(remedies.filter(isOpenRemedy))}.`,
    );
  }
  if (remedy.done !== undefined) {
    return notPossible(`It was recorded as done on ${longDate(remedy.done.on)}.`);
  }
  return remedy.undeliverable === undefined
    ? ok(remedy)
    : notPossible("It was given up as it cannot be given. Promise what is offered instead.");
}

function listed(entries: readonly { readonly id: string; readonly what: string }[]): string {
  return entries.map(({ id, what }) => `${id} (${what})`).join(", ");
}

type Owned = {
  readonly action: PersonAction;
  readonly person: Person;
  readonly owner: Remedy["owner"];
};

// Whoever the table lets in only as an owner may act on what they own, and on nothing else.
function ofSomebodyElse(theCase: Case, { action, person, owner }: Owned): Decision | undefined {
  if (owner.person === person.id) return undefined;
  const { may } = caseRules[action];
  const handles = person.roles.some((role) =>
    may[role]?.some((relation) => relation !== "owner" && stands(relation, theCase, person)),
  );
  return handles
    ? undefined
    : refused({
        kind: "not-permitted",
        message: `${owner.name} sees to that one. You can only do this to your own, or ask the case's officer.`,
      });
}
