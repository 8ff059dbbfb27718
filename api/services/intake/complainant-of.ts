import type { Complainant } from "../../domain/case/vocabulary.ts";

type FilledIn = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
};

/** Whoever complains, as a form was filled in: what was left out is left out of the case too. */
export function complainantOf({ name, email, phone, address }: FilledIn): Complainant {
  return {
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}
