import ombudsmen from "../../policy/ombudsmen.json" with { type: "json" };
import { ombudsmanOf } from "../../policy/ombudsman.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Finding } from "./finding.ts";
import type { LetterWords } from "./letter-words.ts";

const parliamentary = "Parliamentary and Health Service Ombudsman";
const others = [...Object.values(ombudsmen), { name: parliamentary, alsoCalled: ["PHSO"] }];

/** Whether some words name the Ombudsman that the policy's letters send people to. */
export function namesRightOmbudsman(words: string, policy: Policy): boolean {
  const right = ombudsmanOf(policy);
  return [right.name, ...right.alsoCalled].some((name) => names(words, name));
}

/** Another Ombudsman than the policy's, named in the letter; alone, or beside the right one. */
export function ombudsmanFindings({ text }: LetterWords, policy: Policy): Finding[] {
  const right = ombudsmanOf(policy);
  const rest = [right.name, ...right.alsoCalled].reduce(
    (words, name) => words.replaceAll(pattern(name), ""),
    text,
  );
  const wrong = others
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])
    .map((name) => pattern(name).exec(rest)?.[0])
    .find((found) => found !== undefined);
  if (wrong === undefined) return [];
  const both = namesRightOmbudsman(text, policy);
  return [
    {
      id: "other-ombudsman",
      standing: both ? "look" : "missing",
      words: both
        ? `It names the ${wrong} as well as the ${right.name}. Does the person need both?`
        : `It names the wrong Ombudsman. This procedure leads to the ${right.name}.`,
      where: wrong,
    },
  ];
}

function names(words: string, name: string): boolean {
  return pattern(name).test(words);
}

function pattern(name: string): RegExp {
  const words = name.replaceAll(" and ", " (?:and|&) ").replaceAll(" ", String.raw`\s+`);
  return new RegExp(`\\b${words}\\b`, name === name.toUpperCase() ? "g" : "gi");
}
