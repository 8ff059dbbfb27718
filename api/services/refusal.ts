import type { CaseRejection } from "../domain/case/rejection.ts";

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
