import type { Person, Role } from "#api/domain/people/actor.ts";

function person(name: string, roles: readonly Role[], services: readonly string[] = []): Person {
  const [first = name] = name.toLowerCase().split(" ");
  return {
    id: first,
    name,
    jobTitle: roles.join(", "),
    mail: `${first}@wexcombe.gov.uk`,
    roles,
    services,
  };
}

export const priya = person("Priya Nair", ["complaints-officer"]);
export const grace = person("Grace Bello", ["complaints-officer"]);
export const tom = person("Tom Okafor", ["case-officer"], ["waste"]);
export const ewa = person("Ewa Kowalska", ["case-officer"], ["revenues"]);
export const helen = person("Helen Marsh", ["head-of-service"], ["waste"]);
export const sunita = person("Sunita Rao", ["head-of-service"], ["waste"]);
export const david = person("David Lindqvist", ["director"], ["waste"]);
export const martin = person("Martin Cole", ["director"], ["waste"]);
export const amina = person("Amina Shah", ["councillor"]);
export const olu = person("Olu Adeyemi", ["auditor"]);

/** Heads a small service whose letters she also writes. */
export const wilma = person(
  "Wilma Frost",
  ["case-officer", "head-of-service", "director"],
  ["waste"],
);

/** Directors of another part of the council. */
export const nora = person("Nora Field", ["director"], ["revenues"]);
export const otto = person("Otto Lind", ["director"], ["revenues"]);

export const rosa = person("Rosa Diaz", ["contributor"], ["waste"]);
export const ida = person("Ida Judge", ["independent-reviewer"]);
export const lena = person("Lena Moss", ["link-officer"]);

/** Somebody new, in whatever role a test gives them. */
export const ada = person("Ada Newcomer", []);

export const everybody: readonly Person[] = [
  ...[priya, grace, tom, ewa, helen, sunita, david, martin, amina, olu, wilma],
  ...[nora, otto, rosa, ida, lena],
];
