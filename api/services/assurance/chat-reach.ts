import type { Person, PersonId } from "../../domain/people/actor.ts";
import type { Ports } from "../ports/ports.ts";

const measured = "chat-reach";

type Reach = { readonly people: number; readonly unreached: readonly PersonId[] };

/** Looks up, person by person, whom Redress can write to in chat; kept, since it asks once for each. */
export async function measureChat(ports: Ports): Promise<void> {
  const people = await ports.directory.everybody();
  const unreached: PersonId[] = [];
  for (const { id } of people) {
    if ((await ports.chatBook.findChat(id)) === undefined) unreached.push(id);
  }
  const reach: Reach = { people: people.length, unreached };
  await ports.sync.set(measured, JSON.stringify(reach));
}

/** How many people of the directory there were, and those whom Redress could not write to. */
export async function chatReach(
  ports: Ports,
): Promise<{ readonly people: number; readonly unreached: readonly Person[] } | undefined> {
  const saved = await ports.sync.get(measured);
  if (saved === undefined) return undefined;
  const reach = JSON.parse(saved) as Reach;
  const found = await Promise.all(reach.unreached.map((id) => ports.directory.findPerson(id)));
  return { people: reach.people, unreached: found.filter((person) => person !== undefined) };
}
