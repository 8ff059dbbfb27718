import type { Me } from "#api/contract/me.ts";
import { placesOf } from "../app/places.ts";

/** Somewhere to go by its name. */
export type Command = { readonly path: string; readonly words: string };

const mostShown = 4;

/** The pages whose name holds every word typed; all of them while nothing is. */
export function commandsFor(me: Me, typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const all = placesOf(me).map(({ name, title }) => ({
    path: `/${name}`,
    words: name === "log" ? title : `Go to ${title}`,
  }));
  const meant = all.filter((each) =>
    words.every((word) => each.words.toLowerCase().includes(word)),
  );
  return words.length === 0 ? meant : meant.slice(0, mostShown);
}
