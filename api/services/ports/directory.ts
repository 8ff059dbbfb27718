import type { Person, PersonId, Role, Service, ServiceId } from "../../domain/people/actor.ts";

/** The council's people and services, as the administrator keeps them. */
export interface Directory {
  findPerson(id: PersonId): Promise<Person | undefined>;
  /** By mail address, whatever its case. */
  findByMail(address: string): Promise<Person | undefined>;
  /** People holding a role; with a service, only those who work in it or answer for it. */
  peopleWith(role: Role, service?: ServiceId): Promise<readonly Person[]>;
  /** All people of the directory, for whatever any colleague can be chosen for. */
  everybody(): Promise<readonly Person[]>;
  services(): Promise<readonly Service[]>;
}
