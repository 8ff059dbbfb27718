import { openStorage } from "#api/adapters/storage.ts";
import { systemClock } from "#api/adapters/system-clock.ts";
import { TableDirectory } from "#api/adapters/tables/table-directory.ts";
import { roles, type Person, type Role } from "#api/domain/people/actor.ts";
import { estate, type EstatePerson } from "./estate.ts";

/** Enters the fictional council's people and services, as an administrator would. */
export async function seedDirectory(storageConnectionString: string): Promise<void> {
  const { tables } = await openStorage({
    kind: "connection-string",
    value: storageConnectionString,
  });
  const directory = new TableDirectory(tables.people, systemClock);
  for (const service of estate.services) await directory.saveService(service);
  for (const person of estate.people) await directory.savePerson(entryOf(person));
}

// How somebody signs in, and where the shell shows them, are no business of the directory.
function entryOf({ upn: _upn, featured: _shell, roles: held, ...person }: EstatePerson): Person {
  return { ...person, roles: held.filter(isRole) };
}

function isRole(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}
