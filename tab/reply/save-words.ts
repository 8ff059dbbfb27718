import { timeWords } from "../ui/dates.ts";
import type { DraftState } from "./draft-state.ts";

/** What became of the words on the screen, in a sentence. */
export function saveWords(state: DraftState): string {
  switch (state.progress) {
    case "unchanged":
      return "Standard text, nothing saved yet";
    case "saved":
      return state.saved === undefined ? "Saved" : `Saved ${timeWords(state.saved.savedAt)}`;
    case "unsaved":
      return "Not saved yet";
    case "saving":
      return "Saving…";
    case "failed":
      return `Not saved: ${reasonIn(state)}, ${keptWords(state)}`;
  }
}

function keptWords({ kept, problem }: DraftState): string {
  if (kept === "not at all") return "copy your words before you leave";
  const here = kept === "in this window" ? "in this window only: leave it open" : "here";
  return problem?.needsSignIn === true
    ? `your words are saved once you are signed in again and are kept ${here}`
    : `your words are kept ${here}`;
}

function reasonIn({ problem }: DraftState): string {
  if (problem?.kind === "unreachable") return "you are offline";
  if (problem?.needsSignIn === true) return "your sign-in has ended";
  return (problem?.detail ?? "something went wrong").replace(/\.$/, "");
}
