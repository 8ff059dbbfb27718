import type { PersonId } from "../../domain/people/actor.ts";

/** The keys that people's unsaved words are sealed with, in the browsers they write in. */
export interface WordsKeys {
  /** A person's own key, 256 bits in hexadecimal: made at first use, the same ever after. */
  keyOf(person: PersonId): Promise<string>;
}
