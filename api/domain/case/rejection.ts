import { londonDate } from "../calendar/london-date.ts";
import { refused, type Result } from "../result.ts";
import type { PersonAction } from "./commands.ts";

/** Why a command changed nothing. `message` tells the person what to do instead. */
export type CaseRejection =
  /** The case is not in a state for this; `allowed` is what this person may do now. */
  | {
      readonly kind: "action-not-available";
      readonly message: string;
      readonly allowed: readonly PersonAction[];
    }
  | { readonly kind: "not-permitted"; readonly message: string }
  /** The letter is not the one the person was looking at. */
  | { readonly kind: "changed-since"; readonly message: string }
  | { readonly kind: "not-possible"; readonly message: string };

/** A refusal because of what the command says or how the case stands. */
export function notPossible(message: string): Result<never, CaseRejection> {
  return refused({ kind: "not-possible", message });
}

/** The refusal to record today what is said to have happened on a later London day, if it is. */
export function dayToCome(on: string, now: string): Result<never, CaseRejection> | undefined {
  return on > londonDate(now)
    ? notPossible("That day has not come yet. Record it when it has.")
    : undefined;
}
