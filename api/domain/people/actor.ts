/** The roles a person can hold in the complaints procedure. */
export const roles = [
  "complaints-officer",
  "case-officer",
  /** Answers questions and points of others' cases. */
  "contributor",
  "head-of-service",
  "director",
  /** Investigates or reviews away from the service, often from outside the council. */
  "independent-reviewer",
  /** Speaks with the Ombudsman for the council. */
  "link-officer",
  "councillor",
  /** Answers to the council for how complaints are handled; sees numbers, never a case (Code 9.5). */
  "member-responsible",
  "auditor",
  /** Keeps people, services and policies; sees no case. */
  "administrator",
] as const;

export type Role = (typeof roles)[number];

/** An Entra ID object id: the only name a person is known by in permissions. */
export type PersonId = string;

export type ServiceId = string;

/** A person in the council's directory: who they are, what they may do and for which services. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly jobTitle: string;
  readonly mail: string;
  readonly roles: readonly Role[];
  /** Services this person works in or answers for; empty for roles that span the council. */
  readonly services: readonly ServiceId[];
  /** Restricted procedures whose cases this person may see, such as `children`. */
  readonly procedures?: readonly string[];
  /** The partner organisation they work for; they handle cases, and the council answers for them. */
  readonly organisation?: string;
};

export type Service = {
  readonly id: ServiceId;
  readonly name: string;
  readonly directorate: string;
  /** Words in a citizen's mail that point to this service, lower case. */
  readonly words: readonly string[];
  /** Where mail for it goes, such as what was no complaint. */
  readonly mail?: string;
};

/** Who is acting: a verified person, a citizen through their mail, or Redress itself. */
export type Actor =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "citizen"; readonly name: string }
  | { readonly kind: "system" };
