import { whereaboutsIn, type Whereabouts } from "./address-in-text.ts";
import { referencesIn } from "./case-reference.ts";
import { answerUnder } from "./form-answers.ts";

/** What a text says of its writer and of earlier dealings, for a person to confirm. */
export type FactsInText = Whereabouts & {
  readonly name?: string;
  readonly phone?: string;
  /** Our case references first, then the council's other numbers, each as written. */
  readonly references?: readonly string[];
};

const readCharacters = 8000;
const mostReferences = 5;
const phoneForm =
  /(?<![\d/#-])(?:\+44[ ]?(?:\(0\))?[ ]?|0044[ ]?|(?:\((?=[\d ]{2,6}\)))?0(?!0))(?:[ ()-]{0,2}\d){9,10}(?!\d)/;
const references =
  /\b(?:ref(?:erence)?(?: (?:no|number|is))?|case (?:no|number|ref(?:erence)?)|complaint (?:no|number|ref(?:erence)?)|account (?:no|number|ref(?:erence)?)?|acc(?:ount)? no|claim (?:no|number|ref(?:erence)?)|(?:penalty charge notice|pcn)(?: (?:no|number))?|planning (?:application|ref(?:erence)?)|application (?:no|number|ref(?:erence)?)|job (?:no|number)|enquiry (?:no|number))\b[\s.:#-]{0,4}((?=[\w/-]*\d)[A-Z0-9][\w/-]{3,24})/gi;
const planningNumber = /\b\d{2,4}\/\d{3,6}\/[A-Z]{2,6}\b/g;

/** Lifts name, postcode, address, phone and references from a text; nothing is certain until somebody confirms it. */
export function factsIn(text: string, displayName = ""): FactsInText {
  const read = text.slice(0, readCharacters);
  const phone = phoneForm.exec(read)?.[0];
  const name = nameIn(read, displayName);
  const quoted = quotedReferences(read, phone);
  return {
    ...(name !== undefined && { name }),
    ...whereaboutsIn(read),
    ...(phone !== undefined && { phone }),
    ...(quoted.length > 0 && { references: quoted }),
  };
}

function quotedReferences(text: string, phone: string | undefined): string[] {
  const stated = [...text.matchAll(references)].flatMap(([, ...number]) => number);
  const all = [...referencesIn(text), ...stated, ...(text.match(planningNumber) ?? [])];
  const known = all.filter((each) => phone?.includes(each) !== true);
  return [...new Set(known)].slice(0, mostReferences);
}

const fullName =
  "((?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev|Prof|Sir)\\.? )?\\p{Lu}[\\p{L}'’-]{1,20}(?: \\p{Lu}\\.?)?(?: \\p{Lu}[\\p{L}'’-]{1,25}){1,2})";
const introduced = new RegExp(`\\b(?:[Mm]y name is|[Tt]his is|I am) ${fullName}(?=[\\s,.]|$)`, "u");
const formName = /^\p{L}[\p{L}'’. -]{1,60}$/u;
const nameAlone = new RegExp(`^${fullName}[.,]?$`, "u");
const closing =
  /^(?:(?:with )?(?:(?:kind|warm)(?:est)?|best|many)?\s?(?:regards|wishes|thanks)|yours (?:sincerely|faithfully|truly|in anticipation)|thanks again|thank you|cheers|sincerely)[\s,.!-]*$/i;

// The name on the first written line below the closing words.
function signedName(text: string): string | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findLastIndex((line) => closing.test(line));
  if (at === -1) return undefined;
  const below = lines.slice(at + 1).find((line) => line !== "");
  return nameAlone.exec(below ?? "")?.[1];
}

// The address a form comes from shows the website's name.
function nameInForm(text: string): string | undefined {
  const first = answerUnder(text, /^(?:first|given) names?$/i);
  const last = answerUnder(text, /^(?:last name|surname|family name)$/i);
  const answer =
    first !== undefined && last !== undefined
      ? `${first} ${last}`
      : answerUnder(text, /^(?:(?:your |full )?name)$/i);
  return answer !== undefined && formName.test(answer) ? answer : undefined;
}

function nameIn(text: string, displayName: string): string | undefined {
  const shown = /[@\d]|^$/.test(displayName) ? undefined : displayName;
  return nameInForm(text) ?? introduced.exec(text)?.[1] ?? signedName(text) ?? shown;
}
