import { openLastingWords } from "./lasting-words.ts";
import type { WordsOwner } from "./left-words.ts";
import { windowWordsOf } from "./window-words.ts";
import type { UnsavedWords } from "./words.ts";

/**
 * Opens what is kept of a letter's unsaved words. They outlive the window where the browser lets them be
 * sealed and lets its windows know of each other; elsewhere they live as long as the window.
 */
export async function openUnsavedWords(owner: WordsOwner, key: string): Promise<UnsavedWords> {
  const lasting = await openLastingWords(owner, key);
  const inWindow = windowWordsOf(owner);
  let isClosed = false;
  return {
    left: [...inWindow.left, ...(lasting?.left ?? [])].toSorted((one, other) =>
      other.at.localeCompare(one.at),
    ),
    keep: (words) => {
      // They are in another window's care by now, and nothing more is written here.
      if (isClosed) return "until saved";
      if (lasting?.keep(words) === true) {
        inWindow.clear();
        return "until saved";
      }
      return inWindow.keep(words) ? "in this window" : "not at all";
    },
    clear: () => {
      lasting?.clear();
      inWindow.clear();
    },
    close: () => {
      isClosed = true;
      lasting?.close();
    },
  };
}
