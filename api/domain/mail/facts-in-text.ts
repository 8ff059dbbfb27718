import { referencesIn } from "./case-reference.ts";

/** What a text says of its writer and of earlier dealings, for a person to confirm. */
export type FactsInText = {
  readonly name?: string;
  readonly postcode?: string;
  readonly address?: string;
  readonly phone?: string;
  /** Our case references first, then the council's other numbers, each as written. */
  readonly references?: readonly string[];
};

const readCharacters = 8000;
const mostReferences = 5;
const mostCharactersToPostcode = 120;

const postcodeForm =
  /\b[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}\b/i;
const phoneForm =
  /(?<![\d/#-])(?:\+44[ ]?(?:\(0\))?[ ]?|0044[ ]?|(?:\((?=[\d ]{2,6}\)))?0(?!0))(?:[ ()-]{0,2}\d){9,10}(?!\d)/;
const street =
  /\b(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom) \w{1,5},? ?)?(?:[A-Z][\w'’]{1,20} (?:House|Court|Lodge|Cottage|Farm),? ?)?\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’.-]{1,20} ){1,4}(?:Road|Street|Close|Avenue|Lane|Drive|Crescent|Way|Place|Court|Gardens?|Terrace|Grove|Hill|Park|Row|Square|View|Rise|Walk|Mews|Green|Rd|St|Ave|Ln|Dr|Cl|Cres)\b/;
const references =
  /\b(?:ref(?:erence)?(?: (?:no|number|is))?|case (?:no|number|ref(?:erence)?)|complaint (?:no|number|ref(?:erence)?)|account (?:no|number|ref(?:erence)?)?|acc(?:ount)? no|claim (?:no|number|ref(?:erence)?)|(?:penalty charge notice|pcn)(?: (?:no|number))?|planning (?:application|ref(?:erence)?)|application (?:no|number|ref(?:erence)?)|job (?:no|number)|enquiry (?:no|number))\b[\s.:#-]{0,4}((?=[\w/-]*\d)[A-Z0-9][\w/-]{3,24})/gi;
// What may stand between a street and its postcode: “Stow on the Wold”, but no sentence.
const places =
  /^(?:[\s,.(–-]+(?:\p{Lu}[\p{L}'’-]*|\d{1,4}\p{L}?|on|upon|by|the|in|le|under|of))*[\s,.(–-]*$/u;
const planningNumber = /\b\d{2,4}\/\d{3,6}\/[A-Z]{2,6}\b/g;

/** Lifts name, postcode, address, phone and references from a text; nothing is certain until somebody confirms it. */
export function factsIn(text: string, displayName = ""): FactsInText {
  const read = text.slice(0, readCharacters);
  const postcode = postcodeIn(read);
  const address = addressIn(read);
  const phone = phoneForm.exec(read)?.[0];
  const name = nameIn(read, displayName);
  const quoted = quotedReferences(read, phone);
  return {
    ...(name !== undefined && { name }),
    ...(postcode !== undefined && { postcode }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone }),
    ...(quoted.length > 0 && { references: quoted }),
  };
}

function postcodeIn(text: string): string | undefined {
  const found = postcodeForm.exec(text);
  return found?.[0].toUpperCase().replace(/ ?(...)$/, " $1");
}

// From the house number to the end of its line, or to the postcode on one of the next lines.
function addressIn(text: string): string | undefined {
  const found = street.exec(text);
  if (found === null) return undefined;
  const after = text.slice(found.index + found[0].length).slice(0, mostCharactersToPostcode);
  const code = postcodeForm.exec(after);
  const between = after.slice(0, code?.index);
  const whole = code !== null && places.test(between) ? found[0] + between + code[0] : found[0];
  return whole
    .replace(/\s*\n\s*/g, ", ")
    .replace(/,{2,}/g, ",")
    .replace(/\s+/g, " ");
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

function nameIn(text: string, displayName: string): string | undefined {
  const shown = /[@\d]|^$/.test(displayName) ? undefined : displayName;
  return introduced.exec(text)?.[1] ?? signedName(text) ?? shown;
}
