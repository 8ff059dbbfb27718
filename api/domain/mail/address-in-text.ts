import { answerUnder } from "./form-answers.ts";

const mostCharactersToPostcode = 120;
const mostCharactersBefore = 40;

const postcodeForm =
  /\b[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2}\b/i;
const everyPostcode = new RegExp(postcodeForm, "gi");

const unit = "(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Ss]tudio|[Cc]aravan) \\w{1,5}";
const house = "(?:\\p{Lu}[\\p{L}'’]{1,20} (?:House|Court|Lodge|Cottage|Farm|Tower|Hall),? ?)";
const months =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const number = `\\d{1,4}\\p{L}?(?:[-–/]\\d{1,4}\\p{L}?)?(?! (?:${months})\\b)`;
const kinds =
  "Road|Street|Close|Avenue|Lane|Drive|Crescent|Way|Place|Court|Gardens?|Terrace|Grove|Hill|Park|Row|Square|View|Rise|Walk|Mews|Green|Rd|St|Ave|Ln|Dr|Cl|Cres";
const start = "(?<![\\p{L}\\d/–-])";
const street = new RegExp(
  `${start}(?:${unit},? ?)?${house}?${number},? (?:\\p{Lu}[\\p{L}\\d'’.-]{1,20} ){1,4}(?:${kinds})\\b`,
  "gu",
);
// What may stand between a house and its postcode: “Stow on the Wold”, but no sentence.
const place =
  "(?:(?:St|Rd|Ave|Nr)\\.|\\p{Lu}[\\p{L}'’-]*|\\d{1,4}\\p{L}?|on|upon|by|the|in|le|under|of)";
const untilPostcode = new RegExp(
  `${start}(?:${unit}|${house}?${number})(?:[\\s,(–-]+${place}){1,12}[\\s,(–-]*$`,
  "u",
);

/** The words before an address that say whose it is. */
const livesAt =
  /\b(?:live|living|reside|tenants?|address(?: is)?|we['’]re|we are|i['’]m|i am|moved to)(?: (?:at|in|of))?[\s:,]*$/i;

type Found = { readonly address: string; readonly at: number };

/** Where somebody lives as they write it, and their postcode. */
export type Whereabouts = { readonly address?: string; readonly postcode?: string };

/** The postal address of whoever wrote a text; one that is only named in passing may be anybody's and is left out. */
export function whereaboutsIn(text: string): Whereabouts {
  const address = addressIn(text);
  const under = answerUnder(text, /^post ?code$/i) ?? "";
  const code = [address ?? "", under, text].flatMap((part) => postcodeForm.exec(part) ?? [])[0];
  return {
    ...(address !== undefined && { address }),
    ...(code !== undefined && { postcode: code.toUpperCase().replace(/ ?(...)$/, " $1") }),
  };
}

function addressIn(text: string): string | undefined {
  const answer = answerUnder(text, /^(?:(?:home|postal|full|your) )?address$/i) ?? "";
  if (/\d/.test(answer)) return inOneLine(answer);
  const withPostcode = addressesUpToPostcodes(text);
  const streets = [...text.matchAll(street)]
    .map(({ 0: address, index: at }) => ({ address, at }))
    .filter(({ at }) => !withPostcode.some((whole) => whole.at <= at && at < endOf(whole)));
  const all = [...withPostcode, ...streets].toSorted((a, b) => a.at - b.at);
  const inPassing = postcodeForm.test(text) ? undefined : streets[0];
  const found =
    all.find(({ at }) => livesAt.test(text.slice(Math.max(0, at - mostCharactersBefore), at))) ??
    all.findLast((each) => standsAlone(text, each)) ??
    withPostcode[0] ??
    inPassing;
  return found && inOneLine(found.address);
}

// As far back from each postcode as the words can be a part of the address.
function addressesUpToPostcodes(text: string): Found[] {
  return [...text.matchAll(everyPostcode)].flatMap(({ 0: code, index }) => {
    const from = Math.max(0, index - mostCharactersToPostcode);
    const before = untilPostcode.exec(text.slice(from, index));
    if (before === null) return [];
    return { address: before[0] + code, at: from + before.index };
  });
}

// Below a signature nothing but a name or a firm shares the line with the address.
function standsAlone(text: string, found: Found): boolean {
  const before = text.slice(text.lastIndexOf("\n", found.at - 1) + 1, found.at);
  const [after = ""] = text.slice(endOf(found)).split("\n", 1);
  return /^(?:\p{Lu}[\p{L}'’&-]*[\s,]*)*$/u.test(before) && /^[\s,.)]*$/.test(after);
}

function endOf({ address, at }: Found): number {
  return at + address.length;
}

function inOneLine(address: string): string {
  return address
    .replaceAll(/\s*(?:\n\s*|[()]|\s[–-]\s)+/g, ", ")
    .replaceAll(/\s*,[\s,]*/g, ", ")
    .replaceAll(/\s+/g, " ")
    .replace(/^, |, $/g, "");
}
