import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { ClosingAction } from "../../ui/closing-action.tsx";
import { momentWords } from "../../ui/dates.ts";
import type { DraftKeeper } from "../draft-keeper.ts";
import type { DraftState } from "../draft-state.ts";

type RestoredProps = { readonly keeper: DraftKeeper; readonly state: DraftState };

/** Says that the letter begins with words that a window had not saved when it was closed. */
export function Restored({ keeper, state: { restored, theirs } }: RestoredProps) {
  if (restored === undefined || theirs !== undefined) return null;
  const { at, others } = restored;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Your unsaved words are back</MessageBarTitle>{" "}
        {at === "" ? "You wrote them" : `You wrote them on ${momentWords(at)}`} in a window that was
        closed before they were saved. {othersWords(others)}
      </MessageBarBody>
      <ClosingAction onClose={() => keeper.dismissRestored()} />
    </MessageBar>
  );
}

function othersWords(others: number): string {
  if (others === 0) return "";
  const windows = others === 1 ? "another window" : `${others} other windows`;
  return `What ${windows} had not saved becomes a version too.`;
}
