import { skipToken, useQuery } from "@tanstack/react-query";
import type { CompareDrafts } from "#api/contract/drafts.ts";
import { useDesk } from "../../queries/desk-context.ts";
import { draftsKey } from "../use-save-draft.ts";

/** The versions of a case's letters. */
export function useVersions(caseId: string) {
  const { api } = useDesk();
  return useQuery({
    queryKey: [...draftsKey(caseId), "versions"],
    queryFn: ({ signal }) => api.draftVersions(caseId, signal),
  });
}

/** What changed between two texts, once there are two. */
export function useChanges(caseId: string, compared: CompareDrafts | undefined) {
  const { api } = useDesk();
  return useQuery({
    queryKey: [...draftsKey(caseId), "changes", compared],
    queryFn:
      compared === undefined
        ? skipToken
        : ({ signal }) => api.draftChanges(caseId, compared, signal),
  });
}
