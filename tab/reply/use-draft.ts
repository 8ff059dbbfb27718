import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { ApiProblem } from "../api-problem.ts";
import { useCaseAction } from "../queries/case-action.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { useMe } from "../queries/me.ts";
import { DraftKeeper, type DraftState } from "./draft-keeper.ts";
import { unsavedWordsOf } from "./unsaved-words.ts";

/** The draft of a case's reply, looked after for as long as it is on the screen. */
export function useDraft(detail: CaseDetail): { keeper: DraftKeeper; state: DraftState } {
  const { api } = useDesk();
  const me = useMe();
  const client = useQueryClient();
  const { caseId, stage } = detail.row;
  const act = useCaseAction(caseId);

  const [keeper] = useState(
    () =>
      new DraftKeeper({
        startingLetter: detail.startingLetter ?? "",
        saved: detail.draft,
        words: unsavedWordsOf({ personId: me.id, caseId, stage }),
        send: async (text) => {
          await act({ type: "save-draft", text });
          const { draft } = await client.query(caseQuery(api, caseId));
          return draft ?? draftIsGone();
        },
      }),
  );
  useEffect(() => keeper.serviceHas(detail.draft), [keeper, detail.draft]);
  useEffect(() => {
    const reconnected = () => keeper.reconnected();
    window.addEventListener("online", reconnected);
    return () => {
      window.removeEventListener("online", reconnected);
      keeper.leave();
    };
  }, [keeper]);
  return { keeper, state: useSyncExternalStore(keeper.subscribe, keeper.state) };
}

function draftIsGone(): never {
  throw new ApiProblem("refused", {
    title: "The draft is gone",
    detail: "Somebody submitted or removed it while you were writing.",
  });
}
