import { timeWords } from "../ui/dates.ts";
import type { DraftState } from "./draft-keeper.ts";

/** What became of the words on the screen, in a sentence. */
export function saveWords(state: DraftState): string {
  switch (state.progress) {
    case "unchanged":
      return "Standard text, nothing saved yet";
    case "saved":
      return state.saved === undefined ? "Saved" : `Saved ${timeWords(state.saved.savedAt)}`;
    case "unsaved":
      return state.restored ? "Kept from your last visit, not saved yet" : "Not saved yet";
    case "saving":
      return "Saving…";
    case "failed":
      return `Not saved: ${reasonIn(state)}, ${
        state.kept ? "your words are kept here" : "copy your words before you leave"
      }`;
  }
}

function reasonIn({ problem }: DraftState): string {
  if (problem?.kind === "unreachable") return "you are offline";
  return (problem?.detail ?? "something went wrong").replace(/\.$/, "");
}
