import { reasons, type CaseType, type Reason } from "../case/vocabulary.ts";
import type { Service } from "../people/actor.ts";
import { quoted, wordsIn } from "./words-in.ts";

/** Something a person can confirm, with the words that led to it. */
export type Suggestion<T extends string> = { readonly id: T; readonly why: string };

/** The service a mail is most likely about, by the words each service is known by. */
export function suggestService(
  text: string,
  services: readonly Service[],
): Suggestion<string> | undefined {
  const scored = services
    .map((service) => ({ service, words: wordsIn(text, service.words) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const best = scored[0];
  return best && { id: best.service.id, why: because(best.words) };
}

const thanks = [
  "thank you so much",
  "wanted to thank",
  "say thank you",
  "a credit to",
  "well done",
  "brilliant job",
];
const unhappy = [
  "complain",
  "unacceptable",
  "disgusted",
  "fed up",
  "still not",
  "still waiting",
  "again",
  "third time",
  "no reply",
  "nobody",
  "ignored",
  "appalling",
  "disappointed",
  "not good enough",
];
const asking = [
  "please could you",
  "can you please",
  "could you please",
  "i would like to request",
  "how do i",
  "please can you",
];

/** What kind of mail it most likely is; dissatisfaction, however put, counts as a complaint. */
export function suggestType(text: string): Suggestion<CaseType> {
  const complaint = wordsIn(text, unhappy);
  const compliment = wordsIn(text, thanks);
  const request = wordsIn(text, asking);
  if (compliment.length > complaint.length) return { id: "compliment", why: because(compliment) };
  if (complaint.length === 0 && request.length > 0) {
    return {
      id: "service-request",
      why: `${because(request)} Nothing in it says they are unhappy.`,
    };
  }
  return {
    id: "complaint",
    why: complaint.length > 0 ? because(complaint) : "When in doubt, it is a complaint.",
  };
}

const reasonWords: Readonly<Record<Reason, readonly string[]>> = {
  "missed-service": [
    "missed",
    "not collected",
    "never came",
    "did not turn up",
    "no show",
    "didn't turn up",
  ],
  "no-reply": [
    "no reply",
    "no response",
    "nobody",
    "ignored",
    "not replied",
    "never called back",
    "no answer",
    "unanswered",
  ],
  delay: [
    "still waiting",
    "still not",
    "weeks ago",
    "months ago",
    "for weeks",
    "for months",
    "delay",
    "overdue",
    "how long",
  ],
  "staff-conduct": [
    "rude",
    "attitude",
    "shouted",
    "unprofessional",
    "abusive",
    "dismissive",
    "hung up",
  ],
  decision: ["refused", "refusal", "turned down", "decision", "rejected", "appeal"],
  charge: ["charged", "fine", "overcharged", "refund", "invoice", "penalty charge", "bill"],
  "poor-quality": [
    "not repaired",
    "badly",
    "poor",
    "damage",
    "broken",
    "mess",
    "unsafe",
    "leak",
    "mould",
  ],
  "wrong-information": ["wrong information", "was told", "misled", "incorrect", "told me"],
};

/** What somebody is most likely unhappy about, by the words they use for it. */
export function suggestReason(text: string): Suggestion<Reason> | undefined {
  const scored = reasons
    .map((id) => ({ id, words: wordsIn(text, reasonWords[id]) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const best = scored[0];
  return best && { id: best.id, why: because(best.words) };
}

function because(words: readonly string[]): string {
  return `They wrote ${quoted(words)}.`;
}
