import { reasons, type CaseType, type Reason } from "../case/vocabulary.ts";
import type { Service } from "../people/actor.ts";
import { reasonLeads } from "./reason-words.ts";
import { requestsByLaw, typeLeads } from "./type-words.ts";
import { quoted, wordsIn, type Leads } from "./words-in.ts";

/** Something a person can confirm, with the words that led to it. */
export type Suggestion<T extends string> = { readonly id: T; readonly why: string };

/** What of a mail a suggestion is read from. */
export type Written = { readonly subject: string; readonly text: string };

/** What was found of some leads: words that tell, and hints. */
type Found = { readonly telling: readonly string[]; readonly hints: readonly string[] };

// Nobody takes longer to say what a mail is about; what comes after are copies and logs.
const readCharacters = 20_000;
const tellingWeight = 2;
const leastWeight = tellingWeight;

/** The service a mail is most likely about, by the words each service is known by. */
export function suggestService(
  mail: Written,
  services: readonly Service[],
): Suggestion<string> | undefined {
  return likeliest(
    services.map(({ id, name, words }) => [id, find(mail, { telling: [name, ...words] })]),
  );
}

/** What somebody is most likely unhappy about, by the words they use for it. */
export function suggestReason(mail: Written): Suggestion<Reason> | undefined {
  return likeliest(reasons.map((id) => [id, find(mail, reasonLeads[id])]));
}

/** What kind of mail it most likely is; dissatisfaction, however put, counts as a complaint. */
export function suggestType(mail: Written): Suggestion<CaseType> {
  const thanks = find(mail, typeLeads.compliment);
  const unhappy = unhappyWords(mail);
  if (tells(thanks) && weight(thanks) > weight(unhappy)) return suggestion("compliment", thanks);
  const byLaw = find(mail, requestsByLaw);
  if (tells(byLaw)) return suggestion("service-request", byLaw);
  if (tells(unhappy)) return suggestion("complaint", unhappy);
  for (const id of ["service-request", "comment"] as const) {
    const found = find(mail, typeLeads[id]);
    if (!tells(found)) continue;
    return { id, why: `${because(found)} Nothing in it says they are unhappy.` };
  }
  return { id: "complaint", why: "When in doubt, it is a complaint." };
}

// Somebody may ask about a decision or a charge without being unhappy with it.
const grievances = reasons.filter((reason) => reason !== "decision" && reason !== "charge");

function unhappyWords(mail: Written): Found {
  const all = [typeLeads.complaint, ...grievances.map((reason) => reasonLeads[reason])];
  return find(mail, {
    telling: denial.test(mail.text) ? [] : all.flatMap(({ telling }) => telling),
    hints: all.flatMap(({ hints = [] }) => hints),
  });
}

const denial = /\b(?:not|isn['’]t|no) (?:really )?(?:a |an |any )?complain(?:t|ts|ing)?\b/i;

function likeliest<T extends string>(
  candidates: readonly (readonly [T, Found])[],
): Suggestion<T> | undefined {
  const [best] = candidates
    .filter(([, found]) => tells(found))
    .toSorted(([, a], [, b]) => weight(b) - weight(a) || letters(b) - letters(a));
  return best && suggestion(...best);
}

function tells(found: Found): boolean {
  return weight(found) >= leastWeight;
}

function weight({ telling, hints }: Found): number {
  return telling.length * tellingWeight + hints.length;
}

// Of equal weight, “business rates” says more than “repairs”.
function letters({ telling, hints }: Found): number {
  return [...telling, ...hints].join("").length;
}

// Words of the subject count twice: there people say what it is about.
function find({ subject, text }: Written, { telling, hints = [] }: Leads): Found {
  const all = `${subject}\n${text.slice(0, readCharacters)}`;
  const found = [subject, all].map((read) => {
    const strong = wordsIn(read, telling);
    return { strong, weak: wordsIn(read, hints).filter((hint) => !isWithin(strong, hint)) };
  });
  return {
    telling: found.flatMap(({ strong }) => strong.filter((word) => !isWithin(strong, word))),
    hints: found.flatMap(({ weak }) => weak),
  };
}

// “still no” says nothing more beside “still no reply”.
function isWithin(found: readonly string[], word: string): boolean {
  const written = word.toLowerCase();
  return found.some((other) => {
    const longer = other.toLowerCase();
    return longer !== written && longer.includes(written);
  });
}

function suggestion<T extends string>(id: T, found: Found): Suggestion<T> {
  return { id, why: because(found) };
}

function because({ telling, hints }: Found): string {
  const words = telling.length > 0 ? telling : hints;
  const once = new Map(words.map((word) => [word.toLowerCase(), word]));
  return `They wrote ${quoted([...once.values()].filter((word) => !isWithin(words, word)))}.`;
}
