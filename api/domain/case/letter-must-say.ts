import type { Policy } from "../policy/policy.ts";

/**
 * What a letter has to say, as one sentence to read before writing it: as the policy lists it for the
 * letter of that name, or what the Code wants where the policy lists nothing.
 */
export function letterMustSay(policy: Policy, letter: string, code: readonly string[]): string {
  const listed = policy.letters.find(({ id }) => id === letter)?.mustContain;
  const contents = listed?.map(({ words }) => words) ?? code;
  const clauses = contents.map((words) => words.charAt(0).toLowerCase() + words.slice(1));
  return `The letter must say: ${clauses.join("; ")}.`;
}
