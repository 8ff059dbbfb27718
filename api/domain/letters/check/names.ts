import { wordsIn } from "../../case/find-keys.ts";
import type { Person } from "../../people/actor.ts";
import type { LetterInHand } from "../letter-facts.ts";
import { looks, type Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";
import { wordsPattern } from "../../words-pattern.ts";

const titles = new Set(
  "mr mrs ms miss mx dr rev revd prof professor cllr councillor alderman mp and the rt hon".split(
    " ",
  ),
);
/** These are surnames too, when they come last. */
const rank = new Set(["sir", "dame", "lady", "lord"]);
const impersonal =
  /\b(resident|tenant|leaseholder|customer|sir|madam|member|colleague|neighbour|all)\b/i;

/** Whether the letter greets the person whose case it is, or whoever speaks for them. */
export function greetingFindings({ greeting }: LetterWords, facts: LetterInHand): Finding[] {
  const { complainant, sponsors, ombudsman } = facts.case;
  if (greeting === undefined) {
    return [{ id: "greeting", standing: "look", words: "It greets nobody. Begin with “Dear …”." }];
  }
  const known = [complainant, ...sponsors].map(({ name }) => name).filter(isName);
  const greeted = tokens(greeting.replace(/^(dear|hello|hi|good (morning|afternoon))\b/i, ""));
  if (known.some((name) => tokens(name).some((token) => greeted.includes(token)))) {
    return [{ id: "greeting", standing: "met", words: "It greets the person by their name." }];
  }
  if (known.length === 0 || /ombudsman/i.test(greeting) || ombudsman.length > 0) return [];
  if (greeted.length === 0 || impersonal.test(greeting)) {
    const words = `It does not call the person by their name, ${complainant.name}.`;
    return [{ id: "greeting", standing: "look", words, where: greeting }];
  }
  const words = `It greets somebody else: this is the case of ${complainant.name}. If they go by another name, confirm their details first.`;
  return [{ id: "greeting", standing: "missing", words, where: greeting }];
}

// A mail program may give an address or an account instead of a name.
function isName(name: string): boolean {
  return !name.includes("@") && !/\d/.test(name) && tokens(name).length > 0;
}

function tokens(name: string): string[] {
  const words = wordsIn(name).filter((word) => word.length > 1 && !titles.has(word));
  return words.filter((word, index) => !rank.has(word) || index === words.length - 1);
}

/** Officers whose names stand in what the letter says: it speaks for the organisation (LGSCO guidance). */
export function staffFindings(
  { own }: LetterWords,
  { case: theCase }: LetterInHand,
  people: readonly Person[],
): Finding[] {
  const named = [theCase.complainant, ...theCase.sponsors].flatMap(({ name }) => tokens(name));
  const staff = people.filter(
    ({ id, roles }) =>
      id !== theCase.officer?.id &&
      !roles.includes("councillor") &&
      !roles.includes("member-responsible"),
  );
  const found = staff.flatMap(({ name }) => {
    const last = name.split(" ").at(-1) ?? name;
    const ways = [
      wordsPattern(name),
      ...(tokens(last).some((token) => named.includes(token))
        ? []
        : [`(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\.? ${wordsPattern(last)}`]),
    ];
    const pattern = new RegExp(`(?<!\\p{L})(?:${ways.join("|")})(?!\\p{L})`, "iu");
    const where = pattern.exec(own)?.[0];
    return where === undefined || tokens(name).every((token) => named.includes(token))
      ? []
      : [{ where, words: `It names ${name}. Say “the officer”, or “Officer A”.` }];
  });
  return looks("staff", found);
}
