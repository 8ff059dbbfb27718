import { useQueryClient } from "@tanstack/react-query";
import type { CaseDetail, DraftView } from "#api/contract/case-detail.ts";
import { problemOf } from "../api-problem.ts";
import { caseQuery } from "../queries/case-detail.ts";
import { useDesk } from "../queries/desk-context.ts";
import { useMe } from "../queries/me.ts";
import { queuesKey } from "../queries/queue.ts";
import type { Over } from "./draft-state.ts";

/**
 * Saves a draft and answers with the one the service has then: the text that was sent, or what somebody
 * else saved since it was begun from. The case is not fetched again for it: that is done when it is needed.
 */
export function useSaveDraft(caseId: string): (text: string, over: Over) => Promise<DraftView> {
  const { api } = useDesk();
  const client = useQueryClient();
  const { name: savedBy } = useMe();
  const query = caseQuery(api, caseId);
  const outdate = (refetchType: "none" | "active") => {
    void client.invalidateQueries({ queryKey: draftsKey(caseId) });
    void client.invalidateQueries({ queryKey: queuesKey });
    return client.invalidateQueries({ queryKey: query.queryKey, refetchType });
  };

  return async (text, { from, keep }) => {
    try {
      const action = { type: "save-draft", text, from, ...(keep ? { keep } : {}) } as const;
      const { saved } = await api.act(caseId, { actionId: crypto.randomUUID(), action });
      if (saved !== undefined) {
        const draft = { ...saved, text: text.trim(), savedBy };
        client.setQueryData(
          query.queryKey,
          (old: CaseDetail | undefined) => old && { ...old, draft },
        );
        await outdate("none");
        return draft;
      }
    } catch (error) {
      if (!problemOf(error).caseHasChanged) throw error;
      await outdate("none");
      const { draft } = await client.query(query);
      if (draft === undefined || draft.hash === from) throw error;
      return draft;
    }
    throw new Error("The service saved the draft and did not say so.");
  };
}

/** What is asked of the drafts of a case, in one place of the cache. */
export const draftsKey = (caseId: string) => ["drafts", caseId] as const;
