import { referencesIn } from "../../mail/case-reference.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { carriesReference } from "./contents.ts";
import type { Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

/** Whether the letter carries its own reference, and no other case's. */
export function referenceFindings({ text }: LetterWords, facts: LetterInHand): Finding[] {
  const { id, links } = facts.case;
  const own = links.filter(({ kind }) => kind !== "related" && kind !== "duplicate");
  const others = referencesIn(text).filter(
    (reference) => reference !== id && !own.some(({ other }) => other === reference),
  );
  const [first] = others;
  if (first !== undefined) {
    const words = `It gives the reference ${first}, which is another case. This one is ${id}.`;
    return [{ id: "reference", standing: "missing", words, where: asWritten(text, first) }];
  }
  if (carriesReference(text, facts)) {
    return [{ id: "reference", standing: "met", words: "It gives the reference of the case." }];
  }
  const wanted = facts.letter.mustContain.find((content) => content.id === "reference");
  return [
    {
      id: "reference",
      standing: wanted === undefined ? "look" : "missing",
      words: wanted === undefined ? `It does not give the reference, ${id}.` : `${wanted.words}.`,
    },
  ];
}

function asWritten(text: string, reference: string): string {
  const loosely = reference.replaceAll("-", "[- ]?");
  return new RegExp(loosely, "i").exec(text)?.[0] ?? reference;
}
