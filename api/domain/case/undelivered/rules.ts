import { londonDate } from "../../calendar/london-date.ts";
import { ok } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf, SystemCommand } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { nextId, withEntry } from "../evolving.ts";
import { dayToCome, notPossible } from "../rejection.ts";
import type { TextHash } from "../vocabulary.ts";
import type { SentLetter, Undelivered, undeliveredCommands, undeliveredEvents } from "./facts.ts";

export const undeliveredDeciders: Deciders<typeof undeliveredCommands> = {
  "post-again": postAgain,
  "mend-address": mendAddress,
};

const nothingBack = "Every letter has arrived, or somebody has dealt with it.";

export const undeliveredHindrances: Hindrances<typeof undeliveredCommands> = {
  "post-again": (theCase) => (awaitingCare(theCase).length === 0 ? nothingBack : undefined),
  "mend-address": (theCase) => (awaitingCare(theCase).length === 0 ? nothingBack : undefined),
};

export const undeliveredEvolvers: Evolvers<typeof undeliveredEvents> = {
  "letter-undelivered": cameBack,
  "letter-posted": (before, event) => ({
    ...before,
    undelivered: withEntry(before.undelivered, event.undelivered, { settled: "posted" }),
  }),
  "address-mended": mended,
  "letter-sent-again": (before) => before,
};

/** The letters to the person that did not arrive and that nobody has seen to. */
export function awaitingCare({ undelivered }: Pick<Case, "undelivered">): readonly Undelivered[] {
  return undelivered.filter(({ settled }) => settled === undefined);
}

/** What a report on a letter that did not arrive adds to its case; the same news is told once. */
export function recordUndelivered(
  before: Case,
  { type: _type, ...what }: SystemCommand & { type: "record-undelivered" },
): Decision {
  const to = isKnown(before, what) ? [] : what.to;
  return ok([{ ...what, type: "letter-undelivered", to }]);
}

// Two letters of the same kind are two only where their words are known to differ.
function isKnown(
  theCase: Case,
  { letter, stage, text }: { letter: SentLetter; stage: number; text?: TextHash },
): boolean {
  return awaitingCare(theCase).some(
    (one) =>
      one.letter === letter &&
      one.stage === stage &&
      (one.text === undefined || text === undefined || one.text === text),
  );
}

function postAgain(
  before: Case,
  { undelivered: id, channel, on }: CommandOf<"post-again">,
  { now }: PersonContext,
): Decision {
  const one = awaitingCare(before).find((each) => each.id === id);
  if (one === undefined) return notPossible(nothingBack);
  if (on < one.on) {
    const since = one.unsent ? "there was one" : "it came back";
    return notPossible(`It cannot have been posted before ${since}.`);
  }
  const { letter, stage } = one;
  return (
    dayToCome(on, now) ??
    ok([{ type: "letter-posted", undelivered: id, letter, stage, channel, on }])
  );
}

function mendAddress(before: Case, { email }: CommandOf<"mend-address">): Decision {
  if (before.complainant.email?.toLowerCase() === email.toLowerCase()) {
    return notPossible("That is the address it came back from. Give another one, or post it.");
  }
  const undelivered = awaitingCare(before).flatMap(({ id, text }) =>
    text === undefined ? [] : [id],
  );
  return ok([{ type: "address-mended", email, undelivered }]);
}

// A notice to a colleague asks nothing of whoever has the case.
function cameBack(before: Case, event: EventOf<"letter-undelivered">): Case {
  const { letter, stage, why, text, at, mail } = event;
  if (letter === "notice" || isKnown(before, event)) return before;
  const one: Undelivered = {
    id: nextId(before.undelivered),
    letter,
    stage,
    why,
    on: londonDate(at),
    ...(text === undefined ? {} : { text }),
    ...(mail === undefined ? { unsent: true } : {}),
  };
  return { ...before, undelivered: [...before.undelivered, one] };
}

// Nothing goes to the old address any more: what follows begins a thread of its own.
function mended(before: Case, { email, undelivered }: EventOf<"address-mended">): Case {
  const { replyTo: _old, ...rest } = before;
  return {
    ...rest,
    complainant: { ...before.complainant, email },
    undelivered: before.undelivered.map((one) =>
      undelivered.includes(one.id) ? { ...one, settled: "sent-again" } : one,
    ),
  };
}
