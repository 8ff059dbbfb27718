import { londonDate } from "../../calendar/london-date.ts";
import type { Person } from "../../people/actor.ts";
import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Decision, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import { nextId } from "../evolving.ts";
import { openPoint } from "../points/rules.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { Remedy } from "./facts.ts";

/** Puts on record what will be done, by whom and by when, and for money how much (Code 7.3). */
export function promiseRemedy(
  before: Case,
  command: CommandOf<"promise-remedy">,
  { people, now }: PersonContext,
): Decision {
  const { kind, what, due, point } = command;
  const owner = ownerOf(command, people);
  if (!owner.ok) return owner;
  const amount = amountOf(command);
  if (!amount.ok) return amount;
  if (due < londonDate(now)) return inThePast;
  const known = point === undefined ? undefined : openPoint(before, point);
  if (known?.ok === false) return known;
  return ok([
    {
      type: "remedy-promised",
      remedy: nextId(before.remedies),
      ...{ kind, what, owner: owner.value, due },
      ...(amount.value === undefined ? {} : { pence: amount.value }),
      ...(point === undefined ? {} : { point }),
    },
  ]);
}

/** Puts on record what changes so that it does not happen again, who sees to it and by when. */
export function noteLesson(
  before: Case,
  { kind, what, owner, due }: CommandOf<"note-lesson">,
  { people, now }: PersonContext,
): Decision {
  const found = people.find(({ id }) => id === owner);
  if (found === undefined) return unknownOwner;
  if (due < londonDate(now)) return inThePast;
  const lesson = nextId(before.lessons);
  const { id, name } = found;
  return ok([{ type: "lesson-noted", lesson, kind, what, owner: { id, name }, due }]);
}

const unknownOwner = notPossible("That person is not in the directory. Choose one from the list.");
const inThePast = notPossible("That day has passed. Give the day it will be done by.");

// C-110: one name, so that nobody can think that it is somebody else's.
function ownerOf(
  { owner, partner }: CommandOf<"promise-remedy">,
  people: readonly Person[],
): Result<Remedy["owner"], CaseRejection> {
  if ((owner === undefined) === (partner === "")) {
    return notPossible(
      "Name exactly one who sees to it: a colleague from the list, or somebody at a partner.",
    );
  }
  if (owner === undefined) return ok({ name: partner });
  const found = people.find(({ id }) => id === owner);
  return found === undefined ? unknownOwner : ok({ name: found.name, person: found.id });
}

function amountOf({
  kind,
  pounds,
}: CommandOf<"promise-remedy">): Result<number | undefined, CaseRejection> {
  if (kind !== "money") {
    return pounds === undefined
      ? ok(undefined)
      : notPossible("Only money has an amount. Leave it out, or choose money.");
  }
  const pence = Math.round((pounds ?? 0) * 100);
  return pence > 0 ? ok(pence) : notPossible("Give the amount in pounds, such as 75 or 75.50.");
}
