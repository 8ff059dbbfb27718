import type { Person, PersonId, Role, Service, ServiceId } from "../../domain/people/actor.ts";
import type { Cover } from "../../domain/people/cover.ts";

/** A person's covers; without an ETag there is no row of them yet. */
export type StoredCovers = { readonly covers: readonly Cover[]; readonly etag?: string };

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
  /** Who is or will be away, and who stands in for them; those that have passed are kept for a while. */
  covers(): Promise<readonly Cover[]>;
  /** A person's own covers as they are stored now, with what is needed to change them. */
  findCovers(person: PersonId): Promise<StoredCovers>;
  /** Writes a person's covers, only if nobody has changed them since they were read. */
  saveCovers(person: PersonId, changed: StoredCovers): Promise<"saved" | "changed-since">;
}
