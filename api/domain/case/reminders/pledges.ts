import { londonDate, shortDate, type CalendarDate } from "../../calendar/london-date.ts";
import { addDays } from "../../calendar/periods.ts";
import { addWorkingDays, type Calendar } from "../../calendar/working-days.ts";
import { policyCalendar } from "../../clocks/policy-calendar.ts";
import type { PersonId } from "../../people/actor.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { awaitedCheckIn } from "../check-ins/rules.ts";
import { isOpenLesson, isOpenRemedy } from "../remedies/rules.ts";
import { openRequests } from "../requests/rules.ts";
import type { PledgeKind } from "./facts.ts";

/** How long somebody who speaks for the person goes without a word, in working days. */
const sponsorPatience = 10;
/** How many days after its day somebody is still asked about an answer: an old one is left in peace. */
const longestAfter = 31;

/** Something that somebody sees to by a day: a promise to the person, a question, a look at what was limited. */
export type Pledge = {
  readonly about: PledgeKind;
  readonly entry: string;
  /** In words for whoever is reminded; nothing of the person's health or circumstances. */
  readonly what: string;
  readonly due: CalendarDate;
  /** The day it was made: nobody is reminded of what they have just been told. */
  readonly since?: CalendarDate;
  /** The last day on which it is worth a reminder. */
  readonly until?: CalendarDate;
  /** Who sees to it: somebody of the directory, or a name at a partner. Without one it is the officer's. */
  readonly owner?: { readonly name: string; readonly person?: PersonId };
};

export type CountingBy = { readonly policy: Policy; readonly calendar: Calendar };

/** Everything of a case that waits for a day of its own. What people owe outlives the case, questions do not. */
export function pledgesOf(theCase: Case, by: CountingBy): Pledge[] {
  const isOpen = theCase.status !== "closed";
  return [
    ...(isOpen ? [...questions(theCase), ...flagReviews(theCase), ...updates(theCase, by)] : []),
    ...remedies(theCase),
    ...lessons(theCase),
    ...conductReview(theCase),
    ...checkIn(theCase, by),
  ];
}

/** Who sees to something that a reminder names, where that is not whoever has the case. */
export function ownerOfPledge(
  { requests, remedies: promised, lessons: noted }: Case,
  { about, entry }: Pick<Pledge, "about" | "entry">,
): Pledge["owner"] {
  if (about === "remedy") return promised.find(({ id }) => id === entry)?.owner;
  const person =
    about === "question"
      ? requests.find(({ id }) => id === entry)?.to
      : about === "lesson"
        ? noted.find(({ id }) => id === entry)?.owner
        : undefined;
  return person === undefined ? undefined : { name: person.name, person: person.id };
}

function questions(theCase: Case): Pledge[] {
  return openRequests(theCase).map(({ id, question, due, askedAt, to }) => ({
    ...{ about: "question", entry: id, what: question, due, since: londonDate(askedAt) },
    owner: { name: to.name, person: to.id },
  }));
}

function remedies(theCase: Case): Pledge[] {
  return theCase.remedies.filter(isOpenRemedy).map(({ id, what, due, owner, promisedAt }) => ({
    ...{ about: "remedy", entry: id, what, due, owner },
    ...sinceThen(promisedAt),
  }));
}

function lessons(theCase: Case): Pledge[] {
  return theCase.lessons.filter(isOpenLesson).map(({ id, what, due, owner, notedAt }) => ({
    ...{ about: "lesson", entry: id, what, due },
    owner: { name: owner.name, person: owner.id },
    ...sinceThen(notedAt),
  }));
}

function flagReviews(theCase: Case): Pledge[] {
  return theCase.flags.flatMap(({ flag, title, reviewOn, raisedAt }) =>
    reviewOn === undefined
      ? []
      : [
          {
            ...{ about: "flag-review", entry: flag, due: reviewOn, since: londonDate(raisedAt) },
            what: `Whether “${title}” still holds`,
          },
        ],
  );
}

function conductReview({ conduct }: Case): Pledge[] {
  if (conduct === undefined) return [];
  const { reviewOn, since } = conduct;
  const what = "Whether contact with the person still has to be limited";
  return [{ about: "conduct-review", entry: "1", what, due: reviewOn, since: londonDate(since) }];
}

function updates(theCase: Case, { policy, calendar }: CountingBy): Pledge[] {
  const where = { region: policy.counting.region, calendar: policyCalendar(policy, calendar) };
  return theCase.sponsors.map(({ id, name, addedAt, updatedAt }) => {
    const since = londonDate(updatedAt ?? addedAt ?? theCase.receivedAt);
    const { due } = addWorkingDays({ from: since, days: sponsorPatience, ...where });
    return { about: "sponsor-update", entry: id, what: `Tell ${name} how it stands`, due, since };
  });
}

function checkIn(theCase: Case, by: CountingBy): Pledge[] {
  const awaited = awaitedCheckIn(theCase, by);
  if (awaited === undefined) return [];
  const { stage, answered, due } = awaited;
  const what = `Ask whether our answer of ${shortDate(answered)} met their need, and record what they say`;
  const until = addDays(due, longestAfter);
  return [{ about: "check-in", entry: String(stage), what, due, since: answered, until }];
}

function sinceThen(at: string | undefined): { since?: CalendarDate } {
  return at === undefined ? {} : { since: londonDate(at) };
}
