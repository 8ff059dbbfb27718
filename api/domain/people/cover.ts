import { shortDate, type CalendarDate } from "../calendar/london-date.ts";
import { addDays } from "../calendar/periods.ts";
import type { Person, PersonId } from "./actor.ts";

/** Somebody is away from one London day to another, both included, and somebody else stands in for them. */
export type Cover = {
  readonly id: string;
  readonly person: PersonId;
  readonly deputy: PersonId;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Who recorded it: the person, or somebody of the complaints team or an administrator for them. */
  readonly setBy: { readonly id: PersonId; readonly name: string };
  readonly setAt: string;
};

/** Somebody who is away today. Without a deputy nobody stands in: theirs is away too, or has left. */
export type StandIn = {
  readonly person: PersonId;
  readonly until: CalendarDate;
  readonly deputy?: Person;
};

const longestDays = 366;

/** The cover under which a person is away on that day, if they are. */
export function coverOn(
  covers: readonly Cover[],
  person: PersonId,
  day: CalendarDate,
): Cover | undefined {
  return covers.find((cover) => cover.person === person && cover.from <= day && day <= cover.until);
}

/**
 * Who is away on that day and who stands in. A chain is cut: whoever is away stands in for nobody, and
 * their own deputy was asked to cover them, not those they cover.
 */
export function standInsOn(
  covers: readonly Cover[],
  day: CalendarDate,
  people: readonly Person[],
): StandIn[] {
  const away = covers.filter((cover) => coverOn([cover], cover.person, day));
  return away.map(({ person, deputy: id, until }) => {
    const deputy =
      id === person || coverOn(covers, id, day) !== undefined
        ? undefined
        : people.find((one) => one.id === id);
    return deputy === undefined ? { person, until } : { person, until, deputy };
  });
}

/** Why somebody cannot stand in for another at all, as a sentence; what each case asks is decided there. */
export function unfitDeputy(person: Person, deputy: Person): string | undefined {
  if (deputy.id === person.id) return "Nobody stands in for themselves. Choose somebody else.";
  if (deputy.organisation !== person.organisation) {
    return `${deputy.name} works for another organisation. Choose a colleague.`;
  }
  return deputy.roles.some((role) => person.roles.includes(role))
    ? undefined
    : `${deputy.name} has no role in common with ${person.name}. Choose somebody who may do the same work.`;
}

/** What is wrong with the days of a new cover, as a sentence. */
export function wrongDays(
  cover: Pick<Cover, "person" | "deputy" | "from" | "until">,
  { covers, today }: { readonly covers: readonly Cover[]; readonly today: CalendarDate },
): string | undefined {
  const { person, deputy, from, until } = cover;
  if (until < from) return "The last day is before the first. Turn them round.";
  if (until < today) return "Those days have passed. Give days from today on.";
  if (until > addDays(from, longestDays)) return "Give at most a year, and renew it then.";
  const overlaps = (one: Cover) => one.from <= until && from <= one.until;
  const same = covers.find((one) => one.person === person && overlaps(one));
  if (same !== undefined) {
    return `Somebody stands in from ${shortDate(same.from)} until ${shortDate(same.until)} already. End that first.`;
  }
  const theirs = covers.find((one) => one.person === deputy && overlaps(one));
  return (
    theirs && `They are away themselves until ${shortDate(theirs.until)}. Choose somebody else.`
  );
}
