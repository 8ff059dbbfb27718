import {
  mostSavedLists,
  SavedLists,
  type SavedList,
  type SavedListChange,
} from "../../contract/saved-lists.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { notYourList } from "./list-cases.ts";
import { queuesFor } from "./pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

const nameOf = (person: Person): string => `saved-lists:${person.id}`;

/** The lists somebody saved, of those their roles still open. */
export async function savedLists(ports: Ports, person: Person): Promise<SavedLists> {
  const mine = queuesFor(person);
  const saved = await load(ports, person);
  return { saved: saved.filter(({ queue }) => mine.includes(queue)) };
}

/** Saves a list under a name or forgets one; of two windows at once, the later one is kept. */
export async function changeSavedLists(
  ports: Ports,
  person: Person,
  change: SavedListChange,
): Promise<Result<SavedLists, Refusal>> {
  const { queue, name } = "save" in change ? change.save : change.forget;
  if (!queuesFor(person).includes(queue)) return refused(notYourList);
  const others = (await load(ports, person)).filter(
    (each) => each.queue !== queue || each.name.toLowerCase() !== name.toLowerCase(),
  );
  const saved = "save" in change ? [...others, change.save] : others;
  if (saved.length > mostSavedLists) {
    const message = `You have ${mostSavedLists} saved lists. Delete one that you no longer use.`;
    return refused({ kind: "bad-request", message });
  }
  await ports.sync.set(nameOf(person), JSON.stringify({ saved } satisfies SavedLists));
  return ok(await savedLists(ports, person));
}

async function load({ sync }: Ports, person: Person): Promise<readonly SavedList[]> {
  const kept = await sync.get(nameOf(person));
  return kept === undefined ? [] : SavedLists.parse(JSON.parse(kept)).saved;
}
