import type { Person } from "../../people/actor.ts";
import { refused } from "../../result.ts";
import type { Case } from "../case.ts";
import { fulfils, overridingTheCheck } from "../case-rules.ts";
import type { Decision } from "../chapter.ts";
import type { EventOf } from "../events.ts";
import { notPossible } from "../rejection.ts";
import type { LetterVerdict } from "./facts.ts";

type Checked = {
  readonly person: Person;
  readonly checked: LetterVerdict;
  /** The reason to let it go all the same, if one was given. */
  readonly overriding: string | undefined;
};

/** The refusal of a letter that lacks something required, unless this person may and does override it. */
export function refuseIncomplete(
  before: Case,
  { person, checked: { missing }, overriding }: Checked,
): Decision | undefined {
  if (missing.length === 0) return undefined;
  if (overriding === undefined) return notPossible(missingWords(missing));
  if (mayOverride(before, person)) return undefined;
  const message = `Your role does not let an incomplete letter go. ${missingWords(missing)}`;
  return refused({ kind: "not-permitted", message });
}

/** Whether this person may let a letter go for approval although something required is missing. */
export function mayOverride(theCase: Case, person: Person): boolean {
  return fulfils(overridingTheCheck, theCase, person);
}

const mostNamed = 4;

/** Why an incomplete letter cannot be submitted, in sentences. */
export function missingWords(missing: readonly string[]): string {
  const named = missing.slice(0, mostNamed).map((words) => words.replace(/\.$/, ""));
  const rest = missing.length - named.length;
  return `The letter is not complete. Missing: ${named.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}.`;
}

/** What is recorded of the check with a submission. */
export function checkOf(
  { missing, met, looks, decided, points }: LetterVerdict,
  overriding: string | undefined,
): Pick<EventOf<"response-submitted">, "check" | "overridden"> {
  const check = { met, looks, decided, points };
  return missing.length === 0 || overriding === undefined
    ? { check }
    : { check, overridden: { reason: overriding, missing: [...missing] } };
}
