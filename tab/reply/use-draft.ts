import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { DraftKeeper } from "./draft-keeper.ts";
import type { DraftState } from "./draft-state.ts";
import type { UnsavedWords } from "./unsaved/words.ts";
import { useSaveDraft } from "./use-save-draft.ts";

/** The draft of a case's reply, looked after for as long as it is on the screen. */
export function useDraft(
  detail: CaseDetail,
  words: UnsavedWords,
): { keeper: DraftKeeper; state: DraftState } {
  const { api } = useDesk();
  const { caseId, stage } = detail.row;
  const save = useSaveDraft(caseId);

  const [keeper] = useState(
    () =>
      new DraftKeeper({
        startingLetter: detail.startingLetter ?? "",
        saved: detail.draft,
        ...{ stage, words },
        send: (text, over) => save(text, over),
        sendOnLeaving: (text, { from, keep }) => {
          const action = { type: "save-draft", text, from, keep } as const;
          api.actOnLeaving(caseId, { actionId: crypto.randomUUID(), action });
        },
      }),
  );
  useEffect(() => keeper.serviceHas(detail.draft), [keeper, detail.draft]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    const reconnected = () => keeper.reconnected();
    const leaving = () => keeper.leavePage();
    // Whoever turns to another window may close this one from there.
    const turned = () => {
      if (document.visibilityState === "hidden") void keeper.leave();
      else keeper.reconnected();
    };
    window.addEventListener("online", reconnected);
    window.addEventListener("pagehide", leaving);
    document.addEventListener("visibilitychange", turned);
    return () => {
      window.removeEventListener("online", reconnected);
      window.removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", turned);
      isHere.current = false;
      void keeper.leave().then(() => {
        if (!isHere.current) words.close();
      });
    };
  }, [keeper, words]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) };
}
