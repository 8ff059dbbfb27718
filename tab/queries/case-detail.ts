import { queryOptions } from "@tanstack/react-query";
import type { ApiClient } from "../api-client.ts";

export const caseQuery = (api: ApiClient, caseId: string) =>
  queryOptions({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => api.caseDetail(caseId, signal),
  });
