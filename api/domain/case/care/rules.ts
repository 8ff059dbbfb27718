import { londonDate, longDate } from "../../calendar/london-date.ts";
import type { Policy } from "../../policy/policy.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { CaseEventData, EventOf } from "../events.ts";
import { notPossible } from "../rejection.ts";
import { careFlags, type careCommands, type careEvents, type Flag } from "./facts.ts";

export const careDeciders: Deciders<typeof careCommands> = {
  "raise-flag": raise,
  "lower-flag": lower,
  "restrict-access": restrictAccess,
  "open-access": (_before, { reason }) => ok([{ type: "access-opened", reason }]),
  "restrict-conduct": restrictConduct,
  "review-conduct": reviewConduct,
};

export const careHindrances: Hindrances<typeof careCommands> = {
  "raise-flag": (theCase, policy) =>
    flagsToRaise(theCase, policy).length > 0
      ? undefined
      : "Everything that can be flagged is. Lower a flag first to change it.",
  "lower-flag": ({ flags }) => (flags.length > 0 ? undefined : "Nothing is flagged."),
  "open-access": ({ access }) =>
    access === undefined ? "Access to it is not restricted." : undefined,
  "restrict-conduct": ({ conduct }) =>
    conduct === undefined
      ? undefined
      : `Contact is restricted already, until ${longDate(conduct.until)}. Review that restriction instead.`,
  "review-conduct": ({ conduct }) =>
    conduct === undefined ? "Contact with the person is not restricted." : undefined,
};

export const careEvolvers: Evolvers<typeof careEvents> = {
  "flag-raised": (before, event) => ({ ...before, flags: [...before.flags, raisedBy(event)] }),
  "flag-lowered": (before, { flag }) => ({
    ...before,
    flags: before.flags.filter((one) => one.flag !== flag),
  }),
  "access-restricted": (before, { members, reason }) => ({
    ...before,
    access: { members, reason },
  }),
  "access-opened": (before) => {
    const { access: _opened, ...rest } = before;
    return rest;
  },
  "conduct-restricted": (before, { what, reason, until, reviewOn, at }) => ({
    ...before,
    conduct: { what, reason, since: at, until, reviewOn },
  }),
  "conduct-reviewed": conductReviewed,
};

/** Something that may be flagged, and what it means. */
type KnownFlag = { readonly id: string; readonly title: string; readonly words?: string };

const careTitles: Readonly<Record<(typeof careFlags)[number], string>> = {
  vulnerability: "Vulnerability",
  adjustment: "Reasonable adjustment",
  "no-contact": "Wants no more contact",
};

const careHints: Readonly<Partial<typeof careTitles>> = {
  "no-contact": "Nobody is reminded to ask how our answer was; letters that are owed still go.",
};

/** An adjustment that the person asked for as the complaint was taken, whoever took it (Code 5.6). */
export function adjustmentAsked(words: string): CaseEventData {
  return { type: "flag-raised", flag: "adjustment", title: careTitles.adjustment, words };
}

/** What may be flagged on this case and is not: what every procedure knows, and the policy's own. */
export function flagsToRaise({ flags }: Case, policy: Policy): readonly KnownFlag[] {
  return knownFlags(policy).filter(({ id }) => flags.every(({ flag }) => flag !== id));
}

function knownFlags({ flags }: Policy): readonly KnownFlag[] {
  return [...careFlags.map(careFlag), ...flags];
}

function careFlag(id: (typeof careFlags)[number]): KnownFlag {
  const words = careHints[id];
  return { id, title: careTitles[id], ...(words === undefined ? {} : { words }) };
}

function raise(
  before: Case,
  { flag, words, reviewOn }: CommandOf<"raise-flag">,
  { policy, now }: PersonContext,
): Decision {
  if (before.flags.some((one) => one.flag === flag)) {
    return notPossible("It is raised already: lower it first to change what it says.");
  }
  const known = knownFlags(policy).find(({ id }) => id === flag);
  if (known === undefined) {
    return notPossible(`Choose one of these: ${titles(flagsToRaise(before, policy))}.`);
  }
  if (reviewOn !== undefined && reviewOn <= londonDate(now)) return reviewInPast;
  const raised: CaseEventData = { type: "flag-raised", flag, title: known.title, words };
  return ok([reviewOn === undefined ? raised : { ...raised, reviewOn }]);
}

const reviewInPast = notPossible("Give a day after today to look at it again.");

function lower(before: Case, { flag, reason }: CommandOf<"lower-flag">): Decision {
  const standing = before.flags.find((one) => one.flag === flag);
  return standing === undefined
    ? notPossible(`That is not flagged. Flagged are: ${titles(before.flags)}.`)
    : ok([{ type: "flag-lowered", flag, title: standing.title, reason }]);
}

function titles(flags: readonly { readonly title: string }[]): string {
  return flags.map(({ title }) => title).join(", ");
}

function raisedBy(event: EventOf<"flag-raised">): Flag {
  const { flag, title, words, at, reviewOn } = event;
  const raised = { flag, title, words, raisedAt: at };
  return reviewOn === undefined ? raised : { ...raised, reviewOn };
}

// Whoever restricts it stays in, so that somebody can always open it again.
function restrictAccess(
  _before: Case,
  { members, reason }: CommandOf<"restrict-access">,
  { person, people }: PersonContext,
): Decision {
  const named = members.map((id) => [person, ...people].find((one) => one.id === id));
  const known = named.flatMap((one) => (one === undefined ? [] : [one]));
  if (known.length < named.length) {
    return notPossible(
      "One of those people is not in the directory. Choose who may see it from the list.",
    );
  }
  const all = new Map([...known, person].map(({ id, name }) => [id, { id, name }]));
  return ok([{ type: "access-restricted", members: [...all.values()], reason }]);
}

function restrictConduct(
  _before: Case,
  { what, reason, until, reviewOn }: CommandOf<"restrict-conduct">,
  { now }: PersonContext,
): Decision {
  const today = londonDate(now);
  if (until <= today) return notPossible("It has to end on a day after today.");
  if (reviewOn <= today) return reviewInPast;
  if (reviewOn > until) return reviewTooLate(until);
  return ok([{ type: "conduct-restricted", what, reason, until, reviewOn }]);
}

function reviewTooLate(until: string): Decision {
  return notPossible(`It ends on ${longDate(until)}. Look at it again by then.`);
}

function reviewConduct(
  { conduct }: Case,
  { decision, reason, reviewOn }: CommandOf<"review-conduct">,
  { now }: PersonContext,
): Decision {
  if (decision === "lifted") return ok([{ type: "conduct-reviewed", decision, reason }]);
  const today = londonDate(now);
  if (conduct !== undefined && conduct.until <= today) {
    return notPossible(
      `It ended on ${longDate(conduct.until)} and cannot be kept. Lift it, and restrict contact anew if there is good reason.`,
    );
  }
  if (reviewOn === undefined) return notPossible("Give the next day to look at it again.");
  if (reviewOn <= today) return reviewInPast;
  if (conduct !== undefined && reviewOn > conduct.until) return reviewTooLate(conduct.until);
  return ok([{ type: "conduct-reviewed", decision, reason, reviewOn }]);
}

function conductReviewed(before: Case, event: EventOf<"conduct-reviewed">): Case {
  const { conduct, ...rest } = before;
  if (event.decision === "lifted" || conduct === undefined) return rest;
  return { ...rest, conduct: { ...conduct, reviewOn: event.reviewOn ?? conduct.reviewOn } };
}
