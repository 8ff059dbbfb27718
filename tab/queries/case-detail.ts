import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ApiClient } from "../api-client.ts";
import { problemOf } from "../api-problem.ts";
import { useDesk } from "./desk-context.ts";

export const caseQuery = (api: ApiClient, caseId: string) =>
  queryOptions({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => api.caseDetail(caseId, signal),
  });

/** A case to show: what was fetched before stays in sight while the service is out of reach, not once it says no. */
export function useCase(caseId: string) {
  const { data, error, refetch } = useQuery(caseQuery(useDesk().api, caseId));
  const isRefused = error !== null && problemOf(error).kind === "refused";
  return { data: isRefused ? undefined : data, error, refetch };
}
