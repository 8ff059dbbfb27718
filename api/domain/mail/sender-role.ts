import type { Person } from "../people/actor.ts";
import type { Suggestion } from "./suggest.ts";

export const senderRoles = ["councillor", "mp", "ombudsman", "partner"] as const;
export type SenderRole = (typeof senderRoles)[number];

/** Who writes in an office: whole addresses, or domains with all that lie below them, in lower case. */
export type SenderDirectory = Readonly<Partial<Record<SenderRole, readonly string[]>>>;

/** Offices that write to every council in England, whatever its own directory says. */
const knownEverywhere: SenderDirectory = {
  mp: ["parliament.uk"],
  ombudsman: ["lgo.org.uk", "lgsco.org.uk", "housing-ombudsman.org.uk", "ombudsman.org.uk"],
};

/** The offices of the people the council itself knows. */
export function senderDirectoryOf(people: readonly Person[]): SenderDirectory {
  const addresses = (those: (person: Person) => boolean): string[] =>
    people.filter(those).map(({ mail }) => mail.toLowerCase());
  return {
    councillor: addresses(({ roles }) => roles.includes("councillor")),
    partner: addresses(({ organisation }) => organisation !== undefined),
  };
}

/** The office somebody writes in, by their address alone: a name or a signature proves nothing. */
export function senderRole(
  email: string,
  directory: SenderDirectory,
): Suggestion<SenderRole> | undefined {
  const address = email.toLowerCase();
  for (const id of senderRoles) {
    const listed = [...(directory[id] ?? []), ...(knownEverywhere[id] ?? [])];
    const entry = listed.find((each) => isUnder(address, each));
    if (entry !== undefined) return { id, why: `The directory lists ${entry}.` };
  }
  return undefined;
}

function isUnder(address: string, entry: string): boolean {
  return entry.includes("@")
    ? address === entry
    : address.endsWith(`@${entry}`) || address.endsWith(`.${entry}`);
}
