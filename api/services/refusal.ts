import type { CaseRejection } from "../domain/case/rejection.ts";
import { refused, type Result } from "../domain/result.ts";

/** Why a service did not do what was asked, as something to tell the person. */
export type Refusal =
  | { readonly kind: "not-found"; readonly message: string }
  | { readonly kind: "not-permitted"; readonly message: string }
  | {
      readonly kind: "bad-request";
      readonly message: string;
      /** What is wrong with what was filled in, by the name of the field. */
      readonly fields?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "conflict"; readonly message: string }
  | CaseRejection;

/** Refuses what something that happened meanwhile stands against. */
export function conflict(message: string): Result<never, Refusal> {
  return refused({ kind: "conflict", message });
}
