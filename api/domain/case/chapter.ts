import type { z } from "zod";
import type { Calendar } from "../calendar/working-days.ts";
import type { Person } from "../people/actor.ts";
import type { StandIn } from "../people/cover.ts";
import type { Policy } from "../policy/policy.ts";
import type { Result } from "../result.ts";
import type { Case } from "./case.ts";
import type { CommandOf, PersonAction } from "./commands.ts";
import type { CaseEventData, EventOf } from "./events.ts";
import type { Form, FormContext } from "./form.ts";
import type { CaseRejection } from "./rejection.ts";
import type { LetterVerdict } from "./response/facts.ts";

// A chapter is one part of a case's life (its points, its dates, its remedies…) in a folder of its own:
// facts.ts says what is recorded, rules.ts what it changes, words.ts how people read and fill it in.

/** What a command of a person is decided by, besides the case. */
export type PersonContext = {
  /** The instant of the decision, ISO 8601 in UTC. */
  readonly now: string;
  readonly person: Person;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** The people the command names, and for a submission those who hold the signing role. */
  readonly people: readonly Person[];
  /** The procedures the council follows today, each in its version now in force. */
  readonly adopted: readonly Policy[];
  /** Where a letter goes with it: what the check of exactly that letter found. */
  readonly checked?: LetterVerdict | undefined;
  /** Who is away today, and who stands in for them. */
  readonly standIns: readonly StandIn[];
};

/** What happens, or why nothing does. */
export type Decision = Result<readonly CaseEventData[], CaseRejection>;

type Schemas = readonly z.ZodObject<{ type: z.ZodLiteral<string> }>[];
type TypesIn<Of extends Schemas> = z.infer<Of[number]["shape"]["type"]>;
type Actions<Commands extends Schemas> = Extract<TypesIn<Commands>, PersonAction>;
type Types<Events extends Schemas> = Extract<TypesIn<Events>, CaseEventData["type"]>;

/** What each command of a chapter leads to, once the table allows it. */
export type Deciders<Commands extends Schemas> = {
  readonly [Action in Actions<Commands>]: (
    before: Case,
    command: CommandOf<Action>,
    context: PersonContext,
  ) => Decision;
};

/** What each event of a chapter makes of a case. */
export type Evolvers<Events extends Schemas> = {
  readonly [Type in Types<Events>]: (before: Case, event: EventOf<Type>) => Case;
};

/**
 * Why nobody can do something now although the status knows it, and what to do instead. An action without
 * an entry has nothing in its way.
 */
export type Hindrances<Commands extends Schemas> = Readonly<
  Partial<Record<Actions<Commands>, Hindrance>>
>;

type Hindrance = (theCase: Case, policy: Policy) => string | undefined;

/** What each event of a chapter says to somebody reading the history. */
export type Describers<Events extends Schemas> = {
  readonly [Type in Types<Events>]: (event: EventOf<Type>, names: Names) => Described;
};

/** What each action of a chapter is called and asks for. */
export type Forms<Commands extends Schemas> = Readonly<Record<Actions<Commands>, ActionForm>>;

export type ActionForm = {
  /** The words on its button, where the case itself gives it no better ones. */
  readonly title: string;
  /** What is asked; an action that asks nothing has no fields and happens at a press. */
  readonly form: (context: FormContext) => Form;
};

export type HistoryKind = "mail" | "decision" | "draft" | "note" | "nudge" | "sign-off";

/** What an event says to somebody reading the history, and what sort of entry it is. */
export type Described = {
  /** A sentence without its subject: "assigned it to Tom Okafor". */
  readonly what: string;
  readonly kind: HistoryKind;
  /** Words that were said or written, when the event itself holds them. */
  readonly text?: string;
};

export type Names = {
  readonly service: (id: string) => string;
  readonly person: (id: string) => string;
};

/** Adds what somebody said or wrote to a line of the history, when they did. */
export function withText(described: Described, text: string): Described {
  return text === "" ? described : { ...described, text };
}
