import { domainOf } from "../../mail/mail-domain.ts";
import { ombudsmanOf } from "../../policy/ombudsman.ts";
import type { Person } from "../../people/actor.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const mobile = /(?:\+44\s?(?:\(0\)\s?)?|\b0)7(?:[\s-]?\d){9}\b/g;
const nationalInsurance =
  /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gi;
const born =
  /\b(?:born on|date of birth(?! on\b)|d\.?o\.?b\.?)(?![\p{L}])[^.\n]{0,24}?\d[^.,\n]{0,16}/giu;
const bankAccount =
  /\bsort code\b[^.\n]{0,40}?\d{2}[ -]?\d{2}[ -]?\d{2}\b|\b\d{2}-\d{2}-\d{2}\b(?=[^.\n]{0,30}\b\d{8}\b)/gi;

/** Nobody's own: what an organisation answers its public from. */
const anyonesDesk =
  /^(?:advice|admin|complaints|contact|enquir(?:y|ies)|help(?:line)?|hello|info|office|reception|support)@/i;
const publicBodies = /\.(gov|nhs|police|parliament)\.uk$|\.(gov|parliament)\.(wales|scot)$/;

/** What looks like it is about somebody else and does not belong in a letter to this person. */
export function personalDataFindings(
  { text }: LetterWords,
  facts: LetterInHand,
  people: readonly Person[],
): Finding[] {
  const { complainant, sponsors } = facts.case;
  const theirs = [complainant, ...sponsors].flatMap(({ email }) => email?.toLowerCase() ?? []);
  const councils = new Set(people.map(({ mail }) => domainOf(mail)));
  const ombudsman = ombudsmanOf(facts.policy).web.replace(/^www\./, "");
  const ours = (address: string): boolean => {
    const domain = domainOf(address);
    return (
      theirs.includes(address.toLowerCase()) ||
      councils.has(domain) ||
      domain === ombudsman ||
      anyonesDesk.test(address) ||
      publicBodies.test(`.${domain}`)
    );
  };
  const theirNumber = digits(complainant.phone ?? "");
  const found = [
    ...all(text, email)
      .filter((where) => !ours(where))
      .map((where) => ({
        where,
        words: "An e-mail address that is not this person’s. Take it out if it is private.",
      })),
    ...all(text, mobile)
      .filter((where) => digits(where) !== theirNumber)
      .map((where) => ({
        where,
        words: "A mobile number that is not this person’s. Take it out if it is private.",
      })),
    ...all(text, nationalInsurance).map((where) => ({
      where,
      words: "A National Insurance number. Take it out.",
    })),
    ...all(text, born).map((where) => ({ where, words: "A date of birth. Take it out." })),
    ...all(text, bankAccount).map((where) => ({ where, words: "Bank details. Take them out." })),
  ];
  return looks("personal-data", found);
}

function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([where]) => where.trim()))];
}

function digits(number: string): string {
  return number.replaceAll(/\D/g, "").replace(/^440?/, "0");
}
