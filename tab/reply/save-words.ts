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
        state.kept ? keptWords(state) : "copy your words before you leave"
      }`;
  }
}

function keptWords({ problem }: DraftState): string {
  return problem?.needsSignIn === true
    ? "your words are kept here and saved once you are signed in again"
    : "your words are kept here";
}

function reasonIn({ problem }: DraftState): string {
  if (problem?.kind === "unreachable") return "you are offline";
  if (problem?.needsSignIn === true) return "your sign-in has ended";
  return (problem?.detail ?? "something went wrong").replace(/\.$/, "");
}
