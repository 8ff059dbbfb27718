import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ApiClient } from "../api-client.ts";
import { useDesk } from "./desk-context.ts";

const lookAlikesQuery = (api: ApiClient, caseId: string) =>
  queryOptions({
    queryKey: ["look-alikes", caseId],
    queryFn: ({ signal }) => api.lookAlikes(caseId, signal),
  });

/** The other messages that say nearly the same: an aid, so that triage goes on without it. */
export function useLookAlikes(caseId: string) {
  return useQuery(lookAlikesQuery(useDesk().api, caseId));
}
